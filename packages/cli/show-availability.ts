import { formatDuration, formatPercent } from '@vigie/documents'
import {
  type AvailabilityResult,
  availabilityJson,
  availabilityText,
  type Language,
  type Localised,
} from '@vigie/engine'

const words = {
  fr: {
    none: 'Le contrat n’a pas d’engagement de disponibilité.',
    contractual: 'contractuelle',
    experienced: 'vécue',
    coverage: 'temps connu',
    target: 'cible',
    agreed: 'plage convenue',
    down: 'arrêt',
    degraded: 'dégradé',
    maintenance: 'maintenance',
    unknown: 'inconnu',
    empty: 'sans base',
    provisional: 'provisoire',
  },
  en: {
    none: 'The contract has no availability commitment.',
    contractual: 'contractual',
    experienced: 'experienced',
    coverage: 'known time',
    target: 'target',
    agreed: 'agreed time',
    down: 'down',
    degraded: 'degraded',
    maintenance: 'maintenance',
    unknown: 'unknown',
    empty: 'empty base',
    provisional: 'provisional',
  },
} as const

const states: Readonly<Record<AvailabilityResult['state'], Localised>> = {
  met: { fr: 'tenu', en: 'met' },
  missed: { fr: 'manqué', en: 'missed' },
  'not-applicable': { fr: 'sans objet', en: 'not applicable' },
}

/** Each service in three lines: the verdict, both figures, where the agreed time went. */
export function showAvailability(results: readonly AvailabilityResult[], language: Language): string {
  const say = words[language]
  const colon = language === 'fr' ? ' : ' : ': '
  if (results.length === 0) return `${say.none}\n`
  const percent = (text: string | null) => (text === null ? say.empty : formatPercent(text, language))
  const blocks = results.map((result) => {
    const { clause, contractual: account, window } = result
    const { experienced, coverage, target } = availabilityJson(result)
    const spent = (['down', 'degraded', 'maintenance', 'unknown'] as const)
      .filter((part) => account[part] > 0)
      .map((part) => `${say[part]} ${formatDuration(account[part], language)}`)
    return [
      `${clause.clause} ${clause.label ?? clause.id} (${clause.service}, ${window.label}${result.provisional ? `, ${say.provisional}` : ''})${colon}${states[result.state][language]}`,
      `  ${say.contractual} ${percent(availabilityText(result.availability, clause.atLeast))} / ${say.target} ${percent(target)} – ${say.experienced} ${percent(experienced)} – ${say.coverage} ${percent(coverage)}`,
      `  ${[`${say.agreed} ${formatDuration(account.agreed, language)}`, ...spent].join(', ')}`,
    ].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}
