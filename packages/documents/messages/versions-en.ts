import type { VersionWords } from './versions-fr.ts'

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/** What the report says of the versions of the contract, in English. */
export const englishVersions: VersionWords = {
  sheet: 'Versions',
  title: 'Versions of the contract',
  table: 'Versions of the contract and what they change',
  version: 'Version',
  from: 'In force from',
  until: 'to',
  changes: 'What changes',
  judged: 'This period',
  judgedWord: 'judged the period',
  notJudged: '–',
  signed: 'The contract as signed.',
  noChange: 'No clause changes.',
  more: (count) => `and ${count} ${plural(count, 'other change', 'other changes')}`,
  open: 'no end stated',
}
