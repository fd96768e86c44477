import type { Instant, Interval } from '../base/instant.ts'
import type { TicketCommitment } from '../commitments/clause-types.ts'
import { calendarFor, dueAt } from '../commitments/due-at.ts'
import { explainTicket } from '../commitments/explain-ticket.ts'
import type { LedgerEntry, Measure } from '../commitments/measure.ts'
import type { Terms, TermsInForce } from '../commitments/terms.ts'
import type { TicketFamily } from '../commitments/ticket-measures.ts'
import type { TicketHistory } from '../record/record.ts'

/**
 * The targets at which one clock counts in a window: met from `metFrom` on, missed in `[missedFrom, missedTo)` (ms of
 * counted time, or days). Under `missedFrom` it was missed in an earlier window; between the two it still ran.
 */
export type Thresholds = {
  readonly metFrom: number
  readonly missedFrom: number
  readonly missedTo: number
  /** Its verdict does not follow the target of this clause alone. */
  readonly fixed: boolean
}

export type ThresholdFrame = {
  readonly window: Interval
  readonly at: Instant
  readonly by: 'stop' | 'report'
  readonly terms: TermsInForce
  readonly family: TicketFamily
  /** The terms of each version of the contract. */
  readonly versions: ReadonlyMap<string, Terms>
}

/** Targets in days are sought up to this many. */
export const LONGEST_DAYS = 60

/** The thresholds of a ticket's clocks under one commitment; clocks that count at no target are left out. */
export function readThresholds(
  history: TicketHistory,
  measures: readonly Measure[],
  clause: TicketCommitment,
  frame: ThresholdFrame,
): readonly Thresholds[] {
  const own = measures.filter(
    (measure) => measure.commitment === clause.id && canCount(measure) && touches(measure, frame),
  )
  if (own.length === 0) return []
  const days = clause.target.kind !== 'open-time'
  const explained =
    days || own.some((measure) => crosses(measure, frame))
      ? explainTicket(history, frame.terms, frame.at, frame.family).measures
      : []
  return own.map((measure) => {
    const ledger = explained.find((one) => one.measure === measure.measure && one.cycle === measure.cycle)?.ledger ?? []
    const stopped = measure.stoppedAt !== undefined && !isUnanswered(measure, history)
    if (isFixed(measure, clause)) return fixedThresholds(measure, frame)
    return days ? inDays(measure, stopped, ledger, frame) : inTime(measure, stopped, ledger, frame)
  })
}

/** Neutral at every target; a clock closed for want of an answer is so only where it is not late. */
function canCount({ state, because }: Measure): boolean {
  return (state !== 'excluded' && state !== 'not-applicable') || because[0]?.code === 'closed-without-answer'
}

function touches(measure: Measure, { window, at, by }: ThresholdFrame): boolean {
  if (by === 'report') return window.from <= measure.reportedAt && measure.reportedAt < window.to
  return measure.startedAt < window.to && (measure.stoppedAt ?? at) >= window.from
}

function crosses(measure: Measure, { window, at, by }: ThresholdFrame): boolean {
  return by === 'stop' && (measure.startedAt < window.from || (measure.stoppedAt ?? at) > window.to)
}

/** Its stop is no fact but the limit of a pause: such a clock is never met. */
function isUnanswered({ stoppedAt, grounds, because }: Measure, { events }: TicketHistory): boolean {
  if (because[0]?.code === 'closed-without-answer') return true
  return !events.some(({ at, id }) => at === stoppedAt && grounds.evidence.includes(id))
}

/** Several targets in turn, or a cadence in days, whose every stretch is due for itself. */
function isFixed({ measure, target, targetMilliseconds }: Measure, { target: own }: TicketCommitment): boolean {
  if (own.kind !== 'open-time') return measure === 'update-interval' || target.kind !== own.kind
  return target.kind !== 'open-time' || targetMilliseconds !== target.milliseconds
}

function fixedThresholds(measure: Measure, { window, by }: ThresholdFrame): Thresholds {
  const { state, stoppedAt, dueAt: due } = measure
  const place = by === 'report' ? window.from : state === 'missed' ? (due ?? stoppedAt) : stoppedAt
  const within = place !== undefined && window.from <= place && place < window.to
  return {
    metFrom: within && state === 'met' ? 0 : Number.POSITIVE_INFINITY,
    missedFrom: 0,
    missedTo: within && state === 'missed' ? Number.POSITIVE_INFINITY : 0,
    fixed: true,
  }
}

function inTime(measure: Measure, stopped: boolean, ledger: readonly LedgerEntry[], frame: ThresholdFrame): Thresholds {
  const { counted } = measure
  const bounded = crosses(measure, frame)
  return {
    metFrom: stopped && stopsWithin(measure, frame) ? counted : Number.POSITIVE_INFINITY,
    missedFrom: bounded ? countedBefore(frame.window.from, ledger) : 0,
    missedTo: bounded ? countedBefore(frame.window.to, ledger) : counted,
    fixed: false,
  }
}

function inDays(measure: Measure, stopped: boolean, ledger: readonly LedgerEntry[], frame: ThresholdFrame): Thresholds {
  const { window, at, by, versions } = frame
  const { target, startedAt, stoppedAt, site } = measure
  const terms = versions.get(measure.contractVersion) ?? frame.terms.nearest(measure.reportedAt)
  const calendar = calendarFor(target, terms, site)
  const closed = [...measure.paused, ...ledger.filter(({ kind }) => kind === 'stopped')].map(
    ({ from, to }): [Instant, Instant] => [from, to],
  )
  const dueAfter = (days: number): Instant =>
    target.kind === 'open-time'
      ? Number.POSITIVE_INFINITY
      : (dueAt({ ...target, days }, calendar, terms, startedAt, closed) ?? Number.POSITIVE_INFINITY)
  const late = fewestDays(dueAfter, stoppedAt ?? at)
  return {
    metFrom: stopped && stopsWithin(measure, frame) ? late : Number.POSITIVE_INFINITY,
    missedFrom: by === 'report' ? 0 : fewestDays(dueAfter, window.from),
    missedTo: by === 'report' ? late : Math.min(late, fewestDays(dueAfter, window.to)),
    fixed: false,
  }
}

/** The fewest days that are due at or after an instant; more days are never due earlier. */
function fewestDays(dueAfter: (days: number) => Instant, instant: Instant): number {
  let low = 0
  let high = LONGEST_DAYS + 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (dueAfter(middle) >= instant) high = middle
    else low = middle + 1
  }
  return low
}

function stopsWithin({ stoppedAt }: Measure, { window, by }: ThresholdFrame): boolean {
  return by === 'report' || (stoppedAt !== undefined && window.from <= stoppedAt && stoppedAt < window.to)
}

function countedBefore(bound: Instant, ledger: readonly LedgerEntry[]): number {
  let counted = 0
  for (const { kind, from, to } of ledger) if (kind === 'counted' && from < bound) counted += Math.min(to, bound) - from
  return counted
}
