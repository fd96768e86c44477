import type { Instant, Interval, Milliseconds } from '../base/instant.ts'
import type { Pauses, ServiceCalendar } from '../calendar/service-calendar.ts'
import type { TicketCommitment } from './clause-types.ts'
import type { ClockCase } from './clock-case.ts'
import { calendarIdOf, countedIn, dueAt, endOf, NO_PAUSES } from './due-at.ts'
import { countProspectively, type Regime } from './prospective.ts'
import { type Gap, longestGap, updateGaps } from './update-gaps.ts'

/** A clock with its target and the span that it covers. */
export type ClockSpan = {
  readonly clock: ClockCase
  readonly clause: TicketCommitment
  /** Absent: civil days. */
  readonly calendar: ServiceCalendar | undefined
  readonly calendarId: string | undefined
  readonly site: string | undefined
  readonly from: Instant
  /** The stop, or the observation. */
  readonly to: Instant
  /** Pauses and closed time. */
  readonly closed: Pauses
  /** Targets that held in turn; empty where one judges it all. */
  readonly regimes: readonly Regime[]
}

export type ClockCount = {
  readonly counted: Milliseconds
  /** The open-time target, or under a prospective change what the clock allows in all. */
  readonly allowed: Milliseconds | undefined
  readonly dueAt: Instant | undefined
  /** Left to the target, in the clock's time; negative when overrun; `undefined` where nothing is ever due. */
  readonly remaining: Milliseconds | undefined
  /** Beyond the target. Equality is met. */
  readonly late: boolean
  /** Running, and remaining ≤ 25 % of the target or the clause's `atRisk`. */
  readonly atRisk: boolean
  readonly longest: Interval | undefined
}

/** Counts one clock against its target (clause kind: service-level target; semantics, *Targets* and *Tickets*). */
export function countClock(span: ClockSpan): ClockCount {
  if (span.clock.measure === 'update-interval') return countGaps(span)
  const { clock, clause, calendar, from, to, closed, regimes } = span
  if (regimes.length > 0) {
    const { counted, allowed, dueAt: due } = countProspectively(regimes, to, closed)
    return judged(span, counted, due, { allowed, remaining: allowed - counted, late: counted > allowed })
  }
  const counted = countedIn(calendar, from, to, closed)
  const due = dueAt(clause.target, calendar, clock.terms, from, closed)
  return judged(span, counted, due, leftOf(span, counted, due, to))
}

type Left = Pick<ClockCount, 'allowed' | 'remaining' | 'late'>

/** The longest gap is the measure; while it runs, the gap that runs is what is due next. */
function countGaps(span: ClockSpan): ClockCount {
  const { clock, clause, calendar, from, to, closed } = span
  const gaps = updateGaps(clock.timeline, calendar, from, to, closed)
  const longest = longestGap(gaps)
  const dueOf = (gap: Interval) => dueAt(clause.target, calendar, clock.terms, gap.from, closed)
  const isLate = (gap: Gap) => leftOf(span, gap.counted, dueOf(gap), gap.to).late
  const late = clause.target.kind === 'open-time' ? isLate(longest) : gaps.some(isLate)
  const next = clock.run.stop === undefined && !late ? (gaps.at(-1) ?? longest) : longest
  const due = dueOf(next)
  const { allowed, remaining } = leftOf(span, next.counted, due, next.to)
  return { ...judged(span, next.counted, due, { allowed, remaining, late }), counted: longest.counted, longest }
}

function judged(span: ClockSpan, counted: Milliseconds, due: Instant | undefined, left: Left): ClockCount {
  const { allowed, remaining, late } = left
  const atRisk = span.clock.run.stop === undefined && !late && isAtRisk(span, counted, remaining, due)
  return { counted, allowed, dueAt: due, remaining, late, atRisk, longest: undefined }
}

function leftOf(span: ClockSpan, counted: Milliseconds, due: Instant | undefined, to: Instant): Left {
  const { clause, calendar, closed } = span
  if (clause.target.kind === 'open-time') {
    const allowed = clause.target.milliseconds
    return { allowed, remaining: allowed - counted, late: counted > allowed }
  }
  if (due === undefined) return NEVER_DUE
  const remaining = to <= due ? countedIn(calendar, to, due, NO_PAUSES) : 0 - countedIn(calendar, due, to, closed)
  return { allowed: undefined, remaining, late: to > due }
}

const NEVER_DUE: Left = { allowed: undefined, remaining: undefined, late: false }

function isAtRisk(
  { clock, clause, calendarId, site, to }: ClockSpan,
  counted: Milliseconds,
  remaining: Milliseconds | undefined,
  due: Instant | undefined,
): boolean {
  const { atRisk } = clause
  if (remaining === undefined) return false
  if (atRisk === undefined) return remaining * 4 <= counted + remaining
  if (atRisk.kind === 'open-time' && calendarIdOf(atRisk.calendar, site) === calendarId) {
    return remaining <= atRisk.milliseconds
  }
  if (due === undefined) return false
  const safeUntil = endOf(atRisk, clock.terms, site, to)
  return safeUntil === undefined || safeUntil >= due
}
