import type { Instant } from '@vigie/engine'
import { Temporal } from 'temporal-polyfill'
import type { MinuteCalendar } from './film.ts'

/** Hours of each weekday (Monday first), as pairs of minutes since midnight; none may run over midnight. */
export type WeekOfMinutes = readonly (readonly (readonly [from: number, to: number])[])[]

/** The film strip of a week of opening hours in a zone, `count` minutes from `from`; closed on the given civil dates. */
export function minuteCalendar(
  timeZone: string,
  week: WeekOfMinutes | 'always',
  from: Instant,
  count: number,
  closedOn: ReadonlySet<string> = new Set(),
): MinuteCalendar {
  const open = new Uint8Array(count)
  const day = new Int32Array(count)
  const wall = new Int16Array(count)
  let local = Number.NaN
  let closed = false
  for (let minute = 0; minute < count; minute++) {
    // Clocks change on a quarter of an hour at the finest.
    if (minute % 15 === 0) {
      const zoned = Temporal.Instant.fromEpochMilliseconds(from + minute * 60_000).toZonedDateTimeISO(timeZone)
      local = (from + zoned.offsetNanoseconds / 1e6) / 60_000
      closed = closedOn.has(zoned.toPlainDate().toString())
    }
    const now = local + minute
    const date = Math.floor(now / 1440)
    day[minute] = date
    wall[minute] = now - date * 1440
    const hours = week === 'always' ? undefined : week[(date + 3) % 7]
    const within =
      hours === undefined || hours.some(([start, end]) => start <= now - date * 1440 && now - date * 1440 < end)
    open[minute] = within && !closed ? 1 : 0
  }
  return { open, day, wall }
}

/** Monday to Friday, the same hours each day, written `"08:30-18:00"`. */
export function weekdaysOf(...hours: readonly string[]): WeekOfMinutes {
  const pairs = hours.map((text): readonly [number, number] => [minuteOf(text.slice(0, 5)), minuteOf(text.slice(6))])
  return [pairs, pairs, pairs, pairs, pairs, [], []]
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
}
