import type { Instant, Interval, Milliseconds } from '../base/instant.ts'
import type { Pauses, ServiceCalendar } from '../calendar/service-calendar.ts'
import { countedIn } from './due-at.ts'
import type { Timeline } from './timeline.ts'

/** A stretch without a status update, with its counted time. */
export type Gap = Interval & { readonly counted: Milliseconds }

/**
 * The stretches between status updates in `[from, to)`, in order: from the start to the first update, between updates,
 * from the last one to the end (clause kind: cadence of status updates). At least one.
 */
export function updateGaps(
  { ticket, updates }: Timeline,
  calendar: ServiceCalendar | undefined,
  from: Instant,
  to: Instant,
  closed: Pauses,
): readonly [Gap, ...Gap[]] {
  const instants = updates
    .map((index) => ticket.events[index]?.at ?? from)
    .filter((instant) => instant > from && instant < to)
  const points = [from, ...instants, to]
  const gaps = points
    .slice(1)
    .map((end, index) => ({ from: points[index] ?? from, to: end }))
    .map((gap) => ({ ...gap, counted: countedIn(calendar, gap.from, gap.to, closed) }))
  return gaps as [Gap, ...Gap[]]
}

/** The longest; the first of equals. */
export function longestGap(gaps: readonly [Gap, ...Gap[]]): Gap {
  return gaps.reduce((longest, gap) => (gap.counted > longest.counted ? gap : longest))
}
