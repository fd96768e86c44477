import type { EpochDay } from '../base/civil-date.ts'
import { weekdayOf } from '../base/civil-date.ts'
import { type Instant, type Interval, MILLISECONDS_PER_DAY } from '../base/instant.ts'
import type { Localised } from '../base/message.ts'
import type { CalendarPlan } from './calendar-plan.ts'
import { END_DAY, FIRST_DAY, type Zone } from './local-time.ts'
import type { WallInterval } from './wall-interval.ts'

/** Closed time with its reason: the name of a holiday or the label of an exception. */
export type ClosedSpan = Interval & { readonly reason: Localised }

/** A plan laid out over civil days: everything in UTC, nothing left to decide. */
export type CalendarWindow = {
  readonly firstDay: EpochDay
  readonly endDay: EpochDay
  /** `[from, to)`: the civil days' bounds. Open intervals are cut to them. */
  readonly from: Instant
  readonly to: Instant
  /** Open intervals, sorted, disjoint, not touching; each array ends with one more element at infinity. */
  readonly count: number
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** Open time before interval i, in ms; the last element is all of it. */
  readonly sums: Float64Array
  /** For each UTC day from `firstUtcDay`: the first interval that closes after its start. */
  readonly index: Int32Array
  readonly firstUtcDay: number
  /** For each civil day: its last closing instant, NaN on a day on which nothing opens. */
  readonly lastClosings: Float64Array
  /** Sorted by `from`. Holidays are disjoint; exceptions name only time that they close. */
  readonly holidays: readonly ClosedSpan[]
  readonly exceptions: readonly ClosedSpan[]
}

/** Lays a plan out over the civil days `[firstDay, endDay)`. */
export function compileWindow(plan: CalendarPlan, firstDay: EpochDay, endDay: EpochDay): CalendarWindow {
  const from = plan.zone.startOfDay(firstDay)
  const to = plan.zone.startOfDay(endDay)
  const cuts = cutsBetween(plan, firstDay, endDay)
  const holidays: ClosedSpan[] = []
  const exceptions: ClosedSpan[] = []
  const pieces: Interval[] = []
  const lastClosings = new Float64Array(endDay - firstDay).fill(Number.NaN)
  let nextCut = 0
  let nextReplaced = 0
  // The evening before the first day may run into it, over a date that does not exist too.
  for (let day = Math.max(firstDay - 2, FIRST_DAY - 1); day < endDay; day++) {
    const start = plan.zone.startOfDay(day)
    const end = plan.zone.startOfDay(day + 1)
    if (start >= end) continue
    while ((plan.replaced[nextReplaced]?.last ?? day) < day) nextReplaced++
    const exception = plan.replaced[nextReplaced]
    const replaced = exception !== undefined && exception.first <= day ? exception : undefined
    const weekly = plan.weekly[weekdayOf(day)] ?? []
    const holiday = replaced === undefined ? plan.holidays.get(day) : undefined
    if (holiday !== undefined) holidays.push({ from: start, to: end, reason: holiday })

    let own = instantsOf(plan.zone, day, replaced?.hours ?? weekly)
    if (holiday !== undefined && plan.closes === 'shift') {
      const tail = own.at(-1)
      if (tail !== undefined && tail.to > end) holidays.push({ from: end, to: tail.to, reason: holiday })
      own = []
    }
    if (replaced?.label !== undefined) {
      const reason = sameInBoth(replaced.label)
      exceptions.push(...instantsOf(plan.zone, day, weekly).map((each) => ({ ...each, reason })))
    }
    while ((cuts[nextCut]?.to ?? start) < start) nextCut++
    own = subtract(own, cuts, nextCut, exceptions)
    pieces.push(...own)
    const last = own.at(-1)
    if (last !== undefined && holiday === undefined && day >= firstDay) lastClosings[day - firstDay] = last.to
  }
  return {
    firstDay,
    endDay,
    from,
    to,
    ...layOut(merged(pieces, from, to), from, to),
    lastClosings,
    holidays: disjoint(holidays),
    exceptions: exceptions.sort((a, b) => a.from - b.from),
  }
}

/** Wall-clock time that is cut from whichever shift it belongs to; `reason` where an exception gives one. */
type Cut = Interval & { readonly reason?: Localised }

/** Cuts that can touch a shift of the window, by `from`: `closed` of exceptions and civil days of holidays. */
function cutsBetween(plan: CalendarPlan, firstDay: EpochDay, endDay: EpochDay): readonly Cut[] {
  const cuts: Cut[] = []
  // A shift of the last day runs into the day after, which may be the second one.
  const days = { first: Math.max(firstDay - 3, FIRST_DAY - 1), last: Math.min(endDay + 1, END_DAY) }
  for (const { first, last, closed, label } of plan.cut) {
    for (let day = Math.max(first, days.first); day <= Math.min(last, days.last); day++) {
      const spans = exists(plan.zone, day) ? instantsOf(plan.zone, day, closed) : []
      cuts.push(...spans.map((span) => (label === undefined ? span : { ...span, reason: sameInBoth(label) })))
    }
  }
  if (plan.closes === 'civil-day') {
    const replaced = (day: EpochDay): boolean => plan.replaced.some(({ first, last }) => first <= day && day <= last)
    for (let day = days.first; day <= days.last; day++) {
      if (!plan.holidays.has(day) || replaced(day)) continue
      cuts.push({ from: plan.zone.startOfDay(day), to: plan.zone.startOfDay(day + 1) })
    }
  }
  return cuts.sort((a, b) => a.from - b.from)
}

function exists(zone: Zone, day: EpochDay): boolean {
  return zone.startOfDay(day) < zone.startOfDay(day + 1)
}

/** Wall-clock hours of a civil day as instants, sorted, merged; a span that the clock's jump swallows is left out. */
function instantsOf(zone: Zone, day: EpochDay, hours: readonly WallInterval[]): Interval[] {
  const spans: Interval[] = []
  for (const { start, end } of hours) {
    const from = zone.instantInDay(day, start)
    const to = zone.instantInDay(day, end)
    if (from < to) spans.push({ from, to })
  }
  return spans.length < 2 ? spans : merged(spans, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
}

/** What is left of `spans` after the cuts from `first` on; what a named cut takes is told in `taken`. */
function subtract(spans: Interval[], cuts: readonly Cut[], first: number, taken: ClosedSpan[]): Interval[] {
  const end = spans.at(-1)?.to
  let left = spans
  for (let i = first; end !== undefined; i++) {
    const cut = cuts[i]
    if (cut === undefined || cut.from >= end) break
    const { reason } = cut
    if (reason !== undefined) {
      for (const { from, to } of left) {
        const lost = { from: Math.max(from, cut.from), to: Math.min(to, cut.to) }
        if (lost.from < lost.to) taken.push({ ...lost, reason })
      }
    }
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, cut.from) },
        { from: Math.max(from, cut.to), to },
      ].filter((part) => part.from < part.to),
    )
  }
  return left
}

/** Sorted, touching and overlapping spans joined, cut to `[from, to)`. */
function merged(spans: readonly Interval[], from: Instant, to: Instant): Interval[] {
  const result: { from: Instant; to: Instant }[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const start = Math.max(span.from, from)
    const end = Math.min(span.to, to)
    const last = result.at(-1)
    if (last !== undefined && start <= last.to) last.to = Math.max(last.to, end)
    else if (start < end) result.push({ from: start, to: end })
  }
  return result
}

/** A cancelled night shift may run into the next day's holiday, which keeps its own name. */
function disjoint(spans: readonly ClosedSpan[]): readonly ClosedSpan[] {
  const result: ClosedSpan[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const from = Math.max(span.from, result.at(-1)?.to ?? span.from)
    if (from < span.to) result.push({ ...span, from })
  }
  return result
}

function layOut(intervals: readonly Interval[], from: Instant, to: Instant) {
  const count = intervals.length
  const opens = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
  const closes = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
  const sums = new Float64Array(count + 1)
  const firstUtcDay = Math.floor(from / MILLISECONDS_PER_DAY)
  const index = new Int32Array(Math.floor(to / MILLISECONDS_PER_DAY) - firstUtcDay + 1)
  let sum = 0
  let utcDay = 0
  intervals.forEach((interval, i) => {
    opens[i] = interval.from
    closes[i] = interval.to
    sums[i] = sum
    sum += interval.to - interval.from
    for (; (firstUtcDay + utcDay) * MILLISECONDS_PER_DAY < interval.to; utcDay++) index[utcDay] = i
  })
  index.fill(count, utcDay)
  sums[count] = sum
  return { count, opens, closes, sums, index, firstUtcDay }
}

function sameInBoth(label: string): Localised {
  return { fr: label, en: label }
}
