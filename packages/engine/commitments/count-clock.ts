import type { Instant, Interval, Milliseconds } from '../base/instant.ts'
import type { Pauses, ServiceCalendar } from '../calendar/service-calendar.ts'
import type { Target, TicketCommitment } from './clause-types.ts'
import type { ClockCase } from './clock-case.ts'
import { calendarIdOf, countedIn, dueAt, NO_PAUSES } from './due-at.ts'
import { countProspectively, type Regime } from './prospective.ts'
import { longestGap, updateGaps } from './update-gaps.ts'

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
  const count = span.clock.measure === 'update-interval' ? countGaps(span) : countSpan(span)
  const running = span.clock.run.stop === undefined && !count.late
  return { ...count, atRisk: running && isAtRisk(span, count) }
}

type Count = Omit<ClockCount, 'atRisk'> & {
  /** What `remaining` is left of. */
  readonly whole: Milliseconds
}

function countSpan(span: ClockSpan): Count {
  const { clock, clause, calendar, from, to, closed, regimes } = span
  if (regimes.length > 0) {
    const { counted, allowed, dueAt: due } = countProspectively(regimes, to, closed)
    const remaining = allowed - counted
    return { counted, allowed, dueAt: due, remaining, late: remaining < 0, longest: undefined, whole: allowed }
  }
  const counted = countedIn(calendar, from, to, closed)
  const due = dueAt(clause.target, clock.terms, span.site, from, closed)
  return { counted, dueAt: due, longest: undefined, ...leftOf(span, counted, due, to) }
}

/** The longest gap is the measure; while it runs, the gap that runs is what is due next. */
function countGaps(span: ClockSpan): Count {
  const { clock, clause, calendar, site, from, to, closed } = span
  const gaps = updateGaps(clock.timeline, calendar, from, to, closed)
  const longest = longestGap(gaps)
  const dueOf = (gap: Interval) => dueAt(clause.target, clock.terms, site, gap.from, closed)
  const late = gaps.some((gap) => leftOf(span, gap.counted, dueOf(gap), gap.to).late)
  const next = clock.run.stop === undefined && !late ? (gaps.at(-1) ?? longest) : longest
  const due = dueOf(next)
  return { counted: longest.counted, dueAt: due, longest, ...leftOf(span, next.counted, due, next.to), late }
}

function leftOf(
  { clause, calendar, closed }: ClockSpan,
  counted: Milliseconds,
  due: Instant | undefined,
  to: Instant,
): Pick<Count, 'allowed' | 'remaining' | 'late' | 'whole'> {
  if (clause.target.kind === 'open-time') {
    const allowed = clause.target.milliseconds
    return { allowed, remaining: allowed - counted, late: counted > allowed, whole: allowed }
  }
  if (due === undefined) return { allowed: undefined, remaining: undefined, late: false, whole: 0 }
  const remaining = to <= due ? countedIn(calendar, to, due, NO_PAUSES) : 0 - countedIn(calendar, due, to, closed)
  return { allowed: undefined, remaining, late: to > due, whole: counted + remaining }
}

function isAtRisk(
  { clock, clause, calendarId, site, to }: ClockSpan,
  { remaining, dueAt: due, whole }: Count,
): boolean {
  const { atRisk } = clause
  if (remaining === undefined) return false
  if (atRisk === undefined) return remaining * 4 <= whole
  if (atRisk.kind === 'open-time' && isOwn(atRisk, calendarId, site)) return remaining <= atRisk.milliseconds
  if (due === undefined) return false
  const safeUntil = dueAt(atRisk, clock.terms, site, to, NO_PAUSES)
  return safeUntil === undefined || safeUntil >= due
}

function isOwn(
  atRisk: Extract<Target, { kind: 'open-time' }>,
  calendarId: string | undefined,
  site: string | undefined,
): boolean {
  return calendarIdOf(atRisk.calendar, site) === calendarId
}
