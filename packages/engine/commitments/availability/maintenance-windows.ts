import type { Instant, Interval, Milliseconds } from '../../base/instant.ts'
import type { Outage } from '../../record/outage.ts'

/** What makes a window count: its notice, and how much of it a period may hold. */
export type MaintenanceLimits = {
  /** The earliest start that an announcement at an instant allows; absent: no notice is asked. */
  readonly noticeFrom?: (announcedAt: Instant) => Instant
  /** Cap per period, in agreed time; absent: none. */
  readonly atMost?: Milliseconds
}

/**
 * The *effective* windows: announced in time and within the period's cap, spent in time order; cut to the agreed time
 * (`agreed`: disjoint, sorted). Sorted, disjoint. The rest of a window has no effect.
 */
export function effectiveWindows(
  rows: readonly Outage[],
  agreed: readonly Interval[],
  period: Interval,
  limits: MaintenanceLimits,
): readonly Interval[] {
  const announced = rows
    .filter((row) => row.state === 'maintenance' && isAnnounced(row, limits))
    .map((row) => ({ from: Math.max(row.from, period.from), to: Math.min(row.to ?? period.to, period.to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  return spend(intersect(merge(announced), agreed), limits.atMost ?? Number.POSITIVE_INFINITY)
}

/** Sorted, disjoint union of intervals sorted by start. */
export function merge(sorted: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = []
  for (const interval of sorted) {
    const last = merged.at(-1)
    if (last && interval.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) }
    else merged.push(interval)
  }
  return merged
}

/** Common part of two sorted, disjoint lists. O(n + m). */
export function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const common: Interval[] = []
  for (let i = 0, j = 0; ; ) {
    const [left, right] = [a[i], b[j]]
    if (!left || !right) return common
    const from = Math.max(left.from, right.from)
    const to = Math.min(left.to, right.to)
    if (from < to) common.push({ from, to })
    if (left.to < right.to) i += 1
    else j += 1
  }
}

function isAnnounced(row: Outage, { noticeFrom }: MaintenanceLimits): boolean {
  if (!noticeFrom) return true
  return row.announcedAt !== undefined && noticeFrom(row.announcedAt) <= row.from
}

function spend(windows: readonly Interval[], cap: Milliseconds): readonly Interval[] {
  let left = cap
  return windows.flatMap(({ from, to }) => {
    const used = Math.min(to - from, left)
    left -= used
    return used > 0 ? [{ from, to: from + used }] : []
  })
}
