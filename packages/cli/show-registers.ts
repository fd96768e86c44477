import { formatDate, formatMoney } from '@vigie/documents'
import type { Language, Localised, RegisterDeadline, RegisterKind, RegisterState } from '@vigie/engine'
import { columns } from './columns.ts'

const kinds: { readonly [K in RegisterKind]: Localised } = {
  applications: { fr: 'application', en: 'application' },
  thirdPartyContracts: { fr: 'contrat de tiers', en: 'third-party contract' },
  licences: { fr: 'licence', en: 'licence' },
  warranties: { fr: 'garantie', en: 'warranty' },
  domains: { fr: 'nom de domaine', en: 'domain name' },
  certificates: { fr: 'certificat', en: 'certificate' },
}

const states: { readonly [S in RegisterState]: Localised } = {
  ended: { fr: 'échu', en: 'ended' },
  renewed: { fr: 'reconduit, date à mettre à jour', en: 'renewed, date to be updated' },
  'notice-passed': { fr: 'préavis passé, sera reconduit', en: 'notice passed, will renew' },
  soon: { fr: 'bientôt', en: 'soon' },
  open: { fr: '', en: '' },
  undated: { fr: 'sans date', en: 'undated' },
}

const holders = {
  client: { fr: 'client', en: 'client' },
  provider: { fr: 'prestataire', en: 'provider' },
  'third-party': { fr: 'tiers', en: 'third party' },
} as const satisfies Record<NonNullable<RegisterDeadline['holder']>, Localised>

const words = {
  fr: {
    head: ['fin', 'reste', 'préavis avant', 'reste', 'registre', 'quoi', 'chez', 'détenteur', 'par mois', 'état'],
    none: 'Le contrat ne tient aucun registre (scope.registers).',
    risk: '! détenu ou hébergé par le prestataire : à transférer à la sortie',
    renewal: 'reconduction tacite',
  },
  en: {
    head: ['ends', 'left', 'notice by', 'left', 'register', 'what', 'with', 'holder', 'a month', 'state'],
    none: 'The contract keeps no register (scope.registers).',
    risk: '! held or hosted by the provider: to be transferred at the exit',
    renewal: 'tacit renewal',
  },
} as const

/** The registers as a table, what asks for an act first. */
export function showRegisters(
  deadlines: readonly RegisterDeadline[],
  view: { readonly at: string | undefined; readonly currency: string; readonly language: Language },
): string {
  const { at, currency, language } = view
  const say = words[language]
  if (deadlines.length === 0) return `${say.none}\n`
  const rows = deadlines.map((one) => [
    one.until === undefined ? '–' : formatDate(one.until, language),
    days(one.daysLeft, language),
    one.notice === undefined ? '–' : formatDate(one.notice.by, language),
    days(one.notice?.daysLeft, language),
    kinds[one.register][language],
    one.label,
    one.with ?? '–',
    `${one.holder === undefined ? '–' : holders[one.holder][language]}${one.exitRisk ? ' !' : ''}`,
    one.monthlyCost === undefined ? '–' : formatMoney(one.monthlyCost, currency, language),
    [one.renewal === 'tacit' ? say.renewal : '', states[one.state][language]].filter((part) => part !== '').join(', '),
  ])
  const sections = [summary(deadlines, at, language), columns([say.head, ...rows])]
  if (deadlines.some(({ exitRisk }) => exitRisk)) sections.push(say.risk)
  return `${sections.join('\n\n')}\n`
}

function summary(deadlines: readonly RegisterDeadline[], at: string | undefined, language: Language): string {
  const count = (...asked: readonly RegisterState[]) => deadlines.filter(({ state }) => asked.includes(state)).length
  const risks = deadlines.filter(({ exitRisk }) => exitRisk).length
  const all = deadlines.length
  if (language === 'fr') {
    const seen = at === undefined ? '' : `${formatDate(at, language)} : `
    return `${seen}${all} ${all > 1 ? 'entrées' : 'entrée'}, dont bientôt ${count('soon')}, échues ou reconduites ${count('ended', 'renewed')}, préavis passé ${count('notice-passed')}, chez le prestataire ${risks}`
  }
  const seen = at === undefined ? '' : `${formatDate(at, language)}: `
  return `${seen}${all} ${all === 1 ? 'entry' : 'entries'}, of which soon ${count('soon')}, ended or renewed ${count('ended', 'renewed')}, notice passed ${count('notice-passed')}, with the provider ${risks}`
}

function days(left: number | undefined, language: Language): string {
  if (left === undefined) return '–'
  return language === 'fr' ? `${left} j` : `${left} d`
}
