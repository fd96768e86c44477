import { fr } from './typography.ts'

const plural = (count: number, one: string, many: string): string => (Math.abs(count) >= 2 ? many : one)

/** What the report says of the versions of the contract, in French. */
export const frenchVersions = {
  sheet: 'Versions',
  title: 'Versions du contrat',
  table: 'Versions du contrat et ce qu’elles changent',
  version: 'Version',
  from: 'En vigueur du',
  until: 'au',
  changes: 'Ce qui change',
  judged: 'Cette période',
  judgedWord: 'a jugé la période',
  notJudged: '–',
  signed: 'Contrat tel que signé.',
  noChange: fr`Aucune clause ne change.`,
  more: (count: number) => `et ${count} ${plural(count, 'autre changement', 'autres changements')}`,
  open: 'sans terme',
}

/** The shape of every other language. */
export type VersionWords = typeof frenchVersions
