import { type Instant, MILLISECONDS_PER_DAY, type Milliseconds } from '../../base/instant.ts'
import { type Ratio, ratioOf } from '../../base/ratio.ts'
import { ifAny } from '../due-at.ts'
import type { Measure } from '../measure.ts'
import type { Terms } from '../terms.ts'

export type LateUnit = 'minute' | 'hour' | 'day' | 'working-day' | 'week' | 'month'

/** How late a missed clock is, in the clause’s own clock. */
export type Lateness = {
  /** Counted time beyond the target; 0 for a target in days whose stop comes late, at the very opening. */
  readonly milliseconds: Milliseconds
  /** Beyond its target at all: a clock that ended for want of an answer is missed without being late. */
  readonly isLate: boolean
  /** The same in units, exactly; undefined where the clause’s clock has no such unit. */
  readonly in: (unit: LateUnit) => Ratio | undefined
}

/**
 * The lateness of a measure at its stop, or at the observation (semantics, *Penalties and credits*). Minutes and hours
 * are counted time. Where the target counts open time, so are days (24 h) and weeks; where it counts days, a day ends at
 * the same wall time, a working day at the target’s own end of day, and a month is a civil one, pauses appended.
 */
export function latenessOf(measure: Measure, terms: Terms, at: Instant): Lateness {
  const milliseconds = Math.max(0, -(measure.remaining ?? 0))
  const by = (size: number) => ratioOf(BigInt(milliseconds), BigInt(size))
  const countsHours = measure.target.kind === 'open-time'
  const { dueAt, stoppedAt = at } = measure
  return {
    milliseconds,
    isLate: milliseconds > 0 || (!countsHours && dueAt !== undefined && stoppedAt > dueAt),
    in(unit) {
      switch (unit) {
        case 'minute':
          return by(60_000)
        case 'hour':
          return by(3_600_000)
        case 'day':
          return countsHours ? by(MILLISECONDS_PER_DAY) : calendarUnits(measure, at, civilEnd('D', 1))
        case 'week':
          return countsHours ? by(7 * MILLISECONDS_PER_DAY) : calendarUnits(measure, at, civilEnd('D', 7))
        case 'month':
          return calendarUnits(measure, at, civilEnd('M', 1))
        case 'working-day':
          return measure.calendar === undefined
            ? undefined
            : calendarUnits(measure, at, workingDayEnd(measure.calendar))
      }
    },
  }

  function civilEnd(letter: 'D' | 'M', size: number): UnitEnd {
    return (due, count) => postponed(measure, due, terms.addDuration(due, `P${count * size}${letter}`))
  }

  function workingDayEnd(calendar: string): UnitEnd {
    const until = measure.target.kind === 'working-days' ? measure.target.until : 'end-of-day'
    const pauses = measure.paused.map(({ from, to }) => [from, to] as const)
    // A due date at midnight ends the day before it.
    return (due, count) => terms.calendar(calendar).workingDaysAfter(due - 1, count, undefined, until, pauses)
  }
}

/** When the n-th unit of lateness ends. */
type UnitEnd = (due: Instant, count: number) => Instant

/** Whole units between the due date and the stop, and the part of the one that runs. */
function calendarUnits(measure: Measure, at: Instant, endOf: UnitEnd): Ratio | undefined {
  const { dueAt: due, stoppedAt: stop = at } = measure
  if (due === undefined) return undefined
  if (stop <= due) return ratioOf(0n, 1n)
  const end = (count: number) => (count === 0 ? due : ifAny(() => endOf(due, count)))
  let low = 0
  let high = 1
  for (let reached = end(high); reached !== undefined && reached <= stop; reached = end(high)) {
    low = high
    high *= 2
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const reached = end(middle)
    if (reached !== undefined && reached <= stop) low = middle
    else high = middle
  }
  const [from, to] = [end(low), end(high)]
  if (from === undefined || to === undefined || to <= from) return undefined
  const span = BigInt(to - from)
  return ratioOf(BigInt(low) * span + BigInt(stop - from), span)
}

/** An end moved by the pauses between the due date and itself. */
function postponed({ paused }: Measure, due: Instant, end: Instant): Instant {
  let moved = end
  for (const { from, to } of paused.toSorted((a, b) => a.from - b.from)) {
    if (to <= due) continue
    if (from >= moved) break
    moved += to - Math.max(from, due)
  }
  return moved
}
