import { addMonths, formatCivilDate, parseCivilDate } from '@vigie/engine/calendar'

/** The same day so many months later (or before), or the last one of a shorter month; `date` is one that a question read. */
export function monthsAfter(date: string, months: number): string {
  const day = parseCivilDate(date)
  if (day === undefined) throw new RangeError(`no civil date: ${date}`)
  return formatCivilDate(addMonths(day, months))
}
