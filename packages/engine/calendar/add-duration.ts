import { addMonths } from '../base/civil-date.ts'
import type { Duration } from '../base/duration.ts'
import { type Instant, MILLISECONDS_PER_DAY } from '../base/instant.ts'
import type { Zone } from './local-time.ts'

/**
 * An instant plus a duration (semantics, *Civil time*): first its months and days on the calendar of the zone, at the
 * same wall time, the month's end clamped; then its hours, minutes and seconds as elapsed time. Throws `CalendarError`
 * `out-of-range` past the years of the zone.
 */
export function addDuration(instant: Instant, duration: Duration, zone: Zone): Instant {
  const { months, days, milliseconds } = duration
  // Elapsed time does not pass by the wall clock, which would take the second of two equal times back to the first.
  if (months === 0 && days === 0) return instant + milliseconds
  const local = zone.toLocal(instant)
  const day = Math.floor(local / MILLISECONDS_PER_DAY)
  return zone.toInstant(local + (addMonths(day, months) + days - day) * MILLISECONDS_PER_DAY) + milliseconds
}
