import type { EpochDay } from '../base/civil-date.ts'
import { epochDayOf } from '../base/civil-date.ts'
import type { Instant, LocalTime, Milliseconds } from '../base/instant.ts'
import { MILLISECONDS_PER_DAY } from '../base/instant.ts'
import { outOfRange } from './calendar-error.ts'
import { TIME_ZONE_VERSION, ZONE_LETTERS, ZONES, ZONES_FROM } from './zones.generated.ts'

/** Version of the IANA data that every conversion uses, e.g. `2026c`. */
export const timeZoneVersion = TIME_ZONE_VERSION

/** First civil day that the zones know, and the first one that they do not. */
export const FIRST_DAY: EpochDay = epochDayOf(1970, 1, 1)
export const END_DAY: EpochDay = epochDayOf(2101, 1, 1)

/** One IANA zone over the civil years 1970–2100; the only place where daylight saving is decided. */
export type Zone = {
  readonly name: string
  /** Instants of 1970-01-01T00:00 and 2101-01-01T00:00 local: the zone answers in `[from, to]`. */
  readonly from: Instant
  readonly to: Instant
  /** Offset east of UTC. Throws `CalendarError` `out-of-range`, as the others do. */
  offsetAt(instant: Instant): Milliseconds
  /** What the wall clock shows. */
  toLocal(instant: Instant): LocalTime
  /** "Compatible": a skipped time moves forward by the gap, an ambiguous one is the first (RFC 5545, Temporal). */
  toInstant(local: LocalTime): Instant
  /** `toInstant` of the day's 00:00, also one day beyond the range on either side. */
  startOfDay(day: EpochDay): Instant
  /** Instant of a wall time in minutes (up to 2880: the next day's end) of a day that `startOfDay` knows. */
  instantInDay(day: EpochDay, minutes: number): Instant
}

/** The zone of an IANA name or alias, written exactly (`Europe/Paris`); `undefined` if there is none. */
export function findZone(name: string): Zone | undefined {
  const known = zones.get(name)
  if (known !== undefined) return known
  const history = histories().get(name)
  if (history === undefined) return undefined
  const zone = buildZone(name, decode(history))
  zones.set(name, zone)
  return zone
}

/** Every name that `findZone` knows. */
export function zoneNames(): readonly string[] {
  return [...histories().keys()]
}

/**
 * Period i has `offsets[i]` from `starts[i]` to `starts[i + 1]`; the first starts before, the last ends after all time.
 */
type Periods = { readonly starts: Float64Array; readonly offsets: Float64Array }

const zones = new Map<string, Zone>()
let historyByName: ReadonlyMap<string, string> | undefined

function histories(): ReadonlyMap<string, string> {
  historyByName ??= new Map(
    ZONES.trim()
      .split('\n')
      .flatMap((line) => {
        const [names = '', history = ''] = line.split(': ')
        return names.split(' ').map((name) => [name, history] as const)
      }),
  )
  return historyByName
}

/** Reads what `scripts/generate-zones.ts` wrote. */
function decode(history: string): Periods {
  const [first = '', table = '', letters = ''] = history.split('|')
  const pairs = table.split(';').map((pair) => pair.split(',').map((part) => Number.parseInt(part, 36)))
  const starts = new Float64Array(letters.length + 1)
  const offsets = new Float64Array(letters.length + 1)
  starts[0] = Number.NEGATIVE_INFINITY
  offsets[0] = Number.parseInt(first, 36) * 1000
  let second = ZONES_FROM
  for (let i = 0; i < letters.length; i++) {
    const [delta = Number.NaN, offset = Number.NaN] = pairs[ZONE_LETTERS.indexOf(letters.charAt(i))] ?? []
    second += delta
    starts[i + 1] = second * 1000
    offsets[i + 1] = offset * 1000
  }
  return { starts, offsets }
}

function buildZone(name: string, periods: Periods): Zone {
  const from = instantOf(periods, FIRST_DAY * MILLISECONDS_PER_DAY)
  const to = instantOf(periods, END_DAY * MILLISECONDS_PER_DAY)
  const check = (value: number, low: number, high: number): void => {
    // A NaN compares false, and is refused too.
    if (!(value >= low && value <= high)) throw outOfRange()
  }
  const offsetAt = (instant: Instant): Milliseconds => {
    check(instant, from, to)
    return at(periods.offsets, periodAt(periods, instant))
  }
  return {
    name,
    from,
    to,
    offsetAt,
    toLocal: (instant) => instant + offsetAt(instant),
    toInstant: (local) => {
      check(local, FIRST_DAY * MILLISECONDS_PER_DAY, END_DAY * MILLISECONDS_PER_DAY)
      return instantOf(periods, local)
    },
    startOfDay: (day) => {
      check(day, FIRST_DAY - 1, END_DAY + 1)
      return instantOf(periods, day * MILLISECONDS_PER_DAY)
    },
    instantInDay: (day, minutes) => {
      check(day, FIRST_DAY - 1, END_DAY + 1)
      return instantOf(periods, day * MILLISECONDS_PER_DAY + minutes * 60_000)
    },
  }
}

/** No local time is further than this from UTC. */
const FURTHEST = 26 * 3_600_000

function instantOf(periods: Periods, local: LocalTime): Instant {
  const { starts, offsets } = periods
  let period = periodAt(periods, local - FURTHEST)
  for (;;) {
    const offset = at(offsets, period)
    const end = period + 1 < starts.length ? at(starts, period + 1) + offset : Number.POSITIVE_INFINITY
    if (local < end) {
      // Before the period's first local time, the clock skipped it: read it by the offset before the gap.
      const skipped = period > 0 && local < at(starts, period) + offset
      return local - (skipped ? at(offsets, period - 1) : offset)
    }
    period++
  }
}

function periodAt({ starts }: Periods, instant: Instant): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at(starts, middle) <= instant) low = middle
    else high = middle - 1
  }
  return low
}

/** An element that the caller knows to exist. */
function at(values: Float64Array, index: number): number {
  return values[index] as number
}
