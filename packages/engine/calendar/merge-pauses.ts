import type { Instant, Interval } from '../base/instant.ts'
import { localise } from '../base/localise.ts'
import { CalendarError } from './calendar-error.ts'
import type { Pauses } from './service-calendar.ts'

/**
 * Pauses clipped to `[from, to)`, in order, disjoint. A pause may end at infinity; one that ends before it starts, or
 * has no number for a bound, throws `CalendarError` `invalid-argument`.
 */
export function mergePauses(pauses: Pauses, from: Instant, to: Instant): readonly Interval[] {
  const spans: Interval[] = []
  let sorted = true
  for (const [start, end] of pauses) {
    if (!(start <= end)) throw backwards()
    if (start === end || end <= from || start >= to) continue
    const span = { from: Math.max(start, from), to: Math.min(end, to) }
    if (span.from < (spans.at(-1)?.to ?? span.from)) sorted = false
    spans.push(span)
  }
  return sorted ? spans : joined(spans)
}

function joined(spans: readonly Interval[]): readonly Interval[] {
  const result: { from: Instant; to: Instant }[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

function backwards(): CalendarError {
  return new CalendarError(
    'invalid-argument',
    localise('une pause se termine avant de commencer', 'a pause ends before it starts'),
  )
}
