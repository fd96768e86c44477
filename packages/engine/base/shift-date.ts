import { addMonths, type EpochDay, epochDayOf } from './civil-date.ts'
import { type Duration, parseDuration } from './duration.ts'
import { MILLISECONDS_PER_DAY } from './instant.ts'

/** A civil day moved on by an ISO 8601 duration: months first, the month's end clamped, then days; hours fill a day. */
export function daysAfter(day: EpochDay, duration: string): EpochDay {
  const { months, days } = civil(duration)
  return addMonths(day, months) + days
}

/** The same, back. */
export function daysBefore(day: EpochDay, duration: string): EpochDay {
  const { months, days } = civil(duration)
  return addMonths(day, -months) - days
}

/** Back by several durations at once: the month's end is clamped once, so that two months and one are three. */
export function daysBeforeAll(day: EpochDay, durations: readonly string[]): EpochDay {
  const parts = durations.map(civil)
  const months = parts.reduce((sum, part) => sum + part.months, 0)
  return addMonths(day, -months) - parts.reduce((sum, part) => sum + part.days, 0)
}

/** The k-th repetition of a duration after a day, without drift at the ends of months: `P1M` from the 31st comes back to it. */
export function repeatedAfter(day: EpochDay, duration: string, times: number): EpochDay {
  const { months, days } = civil(duration)
  return addMonths(day, months * times) + days * times
}

/** A duration that a contract's reader accepted; part of a day counts as a whole one. */
function civil(text: string): Pick<Duration, 'months' | 'days'> {
  const { months, days, milliseconds } = parseDuration(text) ?? { months: 0, days: 0, milliseconds: 0 }
  return { months, days: days + Math.ceil(milliseconds / MILLISECONDS_PER_DAY) }
}

/** The most days that a duration can last: over July and August, whose months have 31. */
export function longestDays(duration: string): number {
  const { months, days } = civil(duration)
  return addMonths(FIRST_OF_JULY, months) - FIRST_OF_JULY + days
}

const FIRST_OF_JULY = epochDayOf(2026, 7, 1)
