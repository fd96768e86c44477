import { formatDateTime, formatPercent } from '@vigie/documents'
import { type ControlResult, controlJson, type Language, type Localised } from '@vigie/engine'

const words = {
  fr: {
    good: 'bons',
    bad: 'manqués',
    unknown: 'inconnus',
    running: 'à venir',
    of: 'sur',
    target: 'cible',
    known: 'connus',
    never: 'jamais',
    last: 'dernier bon',
    overdue: 'en retard',
    none: 'rien à juger',
    unnamed: 'déclarés, sans aucun fait',
    provisional: 'provisoire',
  },
  en: {
    good: 'good',
    bad: 'bad',
    unknown: 'unknown',
    running: 'to come',
    of: 'of',
    target: 'target',
    known: 'known',
    never: 'never',
    last: 'last good',
    overdue: 'overdue',
    none: 'nothing due',
    unnamed: 'declared, without any fact',
    provisional: 'provisional',
  },
} as const

const states: Readonly<Record<ControlResult['state'], Localised>> = {
  met: { fr: 'tenu', en: 'met' },
  missed: { fr: 'manqué', en: 'missed' },
  'not-applicable': { fr: 'sans objet', en: 'not applicable' },
}

/** Subjects named for each control; the rest are only counted. */
const SHOWN = 20

/** Each control in two lines, the verdict and what was proved, then the last good result of each subject. */
export function showControls(results: readonly ControlResult[], timeZone: string, language: Language): string {
  const say = words[language]
  const colon = language === 'fr' ? ' : ' : ': '
  const percent = (text: string | null) => (text === null ? say.none : formatPercent(text, language))
  const blocks = results.map((result) => {
    const { clause, window, subjects } = result
    const { rate, target, coverage } = controlJson(result)
    const counts = (['good', 'bad', 'unknown', 'running'] as const)
      .filter((part) => part === 'good' || result[part] > 0)
      .map((part) => `${result[part]} ${say[part]}`)
    const lines = subjects.slice(0, SHOWN).map(({ subject, lastGood, overdue }) => {
      const when = lastGood === null ? say.never : formatDateTime(lastGood.at, timeZone, language)
      return `    ${subject ?? clause.control}${colon}${say.last} ${when}${overdue ? `, ${say.overdue}` : ''}`
    })
    return [
      `${result.grounds.clause} ${clause.label ?? clause.id} (${clause.control}, ${window.label}${result.provisional ? `, ${say.provisional}` : ''})${colon}${states[result.state][language]}`,
      `  ${percent(rate)} / ${say.target} ${percent(target)} – ${counts.join(', ')} ${say.of} ${result.expected} – ${say.known} ${percent(coverage)}`,
      ...lines,
      ...(subjects.length > SHOWN ? [`    … + ${subjects.length - SHOWN}`] : []),
      ...(result.unnamed > 0 ? [`    ${result.unnamed} ${say.unnamed}`] : []),
    ].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}
