import { formatDate, formatStamp } from '@vigie/documents'
import type { Deadline, Instant, Language } from '@vigie/engine'
import { columns } from './columns.ts'

const words = {
  fr: { head: ['date', 'échéance', 'clause', 'où'], none: 'Aucune échéance dans cet intervalle.' },
  en: { head: ['date', 'deadline', 'clause', 'where'], none: 'No deadline in this span.' },
} as const

/** Deadlines as a table, in the order of their dates. */
export function showDeadlines(
  deadlines: readonly Deadline[],
  view: {
    readonly title: string
    readonly timeZone: string
    readonly language: Language
  },
): string {
  const { title, timeZone, language } = view
  const say = words[language]
  const head = `${title} (${timeZone})`
  if (deadlines.length === 0) return `${head}\n\n${say.none}\n`
  const rows = deadlines.map(({ date, at, label, clause, path }) => [
    `${formatDate(date, language)}${timeOf(at, timeZone, language)}`,
    label[language],
    clause ?? '–',
    path,
  ])
  return `${head}\n\n${columns([say.head, ...rows])}\n`
}

/** The time of day of an instant; midnight only ends the day before. */
function timeOf(at: Instant | undefined, timeZone: string, language: Language): string {
  const time = at === undefined ? '00:00' : formatStamp(at, timeZone, language).slice(-5)
  return time === '00:00' ? '' : `, ${time}`
}
