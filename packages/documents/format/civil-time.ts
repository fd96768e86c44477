import type { Instant } from '@vigie/engine'
import { findZone } from '@vigie/engine/calendar'

/** The wall clock of a zone at an instant. */
export type CivilTime = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/**
 * Wall-clock time of `instant` in an IANA zone, by the engine's own zone table: the dates of a report are those its
 * figures were computed with, whatever the machine. Throws `RangeError` for a zone that the engine does not know.
 */
export function civilTime(instant: Instant, timeZone: string): CivilTime {
  const zone = findZone(timeZone)
  if (zone === undefined) throw new RangeError(`unknown time zone ${timeZone}`)
  const known = Math.min(Math.max(instant, zone.from), zone.to)
  const wall = new Date(instant + zone.offsetAt(known))
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  }
}
