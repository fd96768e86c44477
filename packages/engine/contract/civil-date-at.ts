import { formatCivilDate } from '../base/civil-date.ts'
import { type Instant, MILLISECONDS_PER_DAY } from '../base/instant.ts'
import { END_DAY, FIRST_DAY, findZone } from '../calendar/local-time.ts'
import type { Contract } from './contract.ts'

/**
 * The civil date of an instant in the contract's zone, whose name its reader has checked; of one outside the years that
 * zones know, the nearest date of them.
 */
export function civilDateAt(instant: Instant, { timeZone }: Contract): string {
  const zone = findZone(timeZone)
  if (zone === undefined) throw new RangeError(`unread contract: ${timeZone}`)
  // A day within the bounds, for the bounds of a zone are local.
  const earliest = (FIRST_DAY + 1) * MILLISECONDS_PER_DAY
  const latest = (END_DAY - 1) * MILLISECONDS_PER_DAY - 1
  const known = Math.min(Math.max(instant, earliest), latest)
  return formatCivilDate(Math.floor(zone.toLocal(known) / MILLISECONDS_PER_DAY))
}
