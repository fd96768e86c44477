import { formatCivilDate } from './base/civil-date.ts'
import { type Instant, MILLISECONDS_PER_DAY } from './base/instant.ts'
import type { Zone } from './calendar/local-time.ts'

/** Writes instants as local date and time to the minute: `2026-04-30 18:05`. */
export function sayLocal(zone: Zone): (instant: Instant) => string {
  return (instant) => {
    const local = zone.toLocal(instant)
    const day = Math.floor(local / MILLISECONDS_PER_DAY)
    const minutes = Math.floor((local - day * MILLISECONDS_PER_DAY) / 60_000)
    const two = (value: number) => String(value).padStart(2, '0')
    return `${formatCivilDate(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  }
}
