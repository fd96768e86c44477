import type { Duration } from '../../base/duration.ts'
import type { Instant, Interval } from '../../base/instant.ts'

/** The recurrence of a control: its n-th window is `[add(anchor, n × every), …)`, up to the next or to `within` of it. */
export type ControlRecurrence = {
  readonly anchor: Instant
  readonly every: Duration
  /** The proof is owed so soon after each beginning; absent: until the next one. */
  readonly within?: Duration
  /** Civil addition in the contract's zone. */
  readonly add: (from: Instant, duration: Duration) => Instant
}

/** Windows whose end lies in `(from, to]`, in order: a proof belongs to the period in which it falls due. */
export function windowsDueIn({ from, to }: Interval, recurrence: ControlRecurrence): readonly Interval[] {
  const windows: Interval[] = []
  for (let n = firstDueAfter(from, recurrence); ; n++) {
    const window = windowOf(n, recurrence)
    if (window.to > to) return windows
    windows.push(window)
  }
}

/** The first window that falls due after an instant, where it has begun by then. */
export function windowInProgress(instant: Instant, recurrence: ControlRecurrence): Interval | undefined {
  const window = windowOf(firstDueAfter(instant, recurrence), recurrence)
  return window.from < instant ? window : undefined
}

function windowOf(n: number, recurrence: ControlRecurrence): Interval {
  const from = startOf(n, recurrence)
  const next = startOf(n + 1, recurrence)
  const { within, add } = recurrence
  return { from, to: within === undefined ? next : Math.min(next, add(from, within)) }
}

/** From the anchor each time, so that the 31st stays the 31st where a month has one. */
function startOf(n: number, { anchor, every, add }: ControlRecurrence): Instant {
  return add(anchor, { months: n * every.months, days: n * every.days, milliseconds: n * every.milliseconds })
}

/** Every window before the returned one falls due by the instant: none is longer than the estimate begins with. */
function firstDueAfter(instant: Instant, recurrence: ControlRecurrence): number {
  const { anchor, every } = recurrence
  const longest = every.months * LONGEST_MONTH + every.days * LONGEST_DAY + every.milliseconds
  let n = Math.max(0, Math.floor((instant - anchor) / longest))
  while (windowOf(n, recurrence).to <= instant) n += 1
  return n
}

const LONGEST_DAY = 25 * 3_600_000
const LONGEST_MONTH = 31 * LONGEST_DAY
