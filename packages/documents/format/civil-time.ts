import type { Instant } from '@vigie/engine'

/** The wall clock of a zone at an instant. */
export type CivilTime = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Wall-clock time of `instant` in an IANA zone, whatever the machine's own zone and locale. Display only. */
export function civilTime(instant: Instant, timeZone: string): CivilTime {
  const fields: Record<string, number> = {}
  for (const { type, value } of clockOf(timeZone).formatToParts(instant)) {
    if (type !== 'literal') fields[type] = Number(value)
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields
  return { year, month, day, hour, minute, second }
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB-u-nu-latn-ca-iso8601', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, clock)
  return clock
}
