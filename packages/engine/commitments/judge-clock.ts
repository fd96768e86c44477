import type { Instant, Interval } from '../base/instant.ts'
import type { Pauses } from '../calendar/service-calendar.ts'
import type { TicketEvent } from '../record/event.ts'
import { applyPauses, NO_PAUSE } from './apply-pauses.ts'
import { because, becauseImplied, mergeReasons } from './because.ts'
import type { ClockCase } from './clock-case.ts'
import { countClock } from './count-clock.ts'
import { calendarIdFor, NO_PAUSES } from './due-at.ts'
import { explainLife } from './explain-life.ts'
import type { Because, Measure, MeasureState, Paused } from './measure.ts'
import { neutralOf, openScope, pendingExclusions } from './neutral-of.ts'
import type { Regime } from './prospective.ts'
import { regimesOf } from './regimes-of.ts'
import type { StoppedSpan } from './run-clock.ts'
import type { TargetTie } from './select-target.ts'
import { startOf } from './start-of.ts'
import { decidedFor, priorityChanges, stateAt } from './states-in-force.ts'
import type { Terms } from './terms.ts'

/** A measure with what its ledger needs. */
export type JudgedClock = {
  readonly kind: 'clock'
  readonly measure: Measure
  readonly terms: Terms
  readonly stopped: readonly StoppedSpan[]
  /** Calendars that counted in turn; empty where `measure.calendar` counted all along. */
  readonly regimes: readonly Regime[]
  /** For an update interval, the stretch that is the measure. */
  readonly longest: Interval | undefined
}

/** Judges one clock; `undefined` where no commitment holds the ticket for this measure. */
export function judgeClock(clock: ClockCase): JudgedClock | TargetTie | undefined {
  const { timeline, terms, measure, run, opening, at } = clock
  const first = opening?.index ?? timeline.reportIndex
  const last = Math.max(run.stop?.index ?? timeline.known - 1, first)
  const { attributes } = stateAt(timeline, last)
  const decided = decidedFor(timeline, terms, first, last)
  const selection = terms.selectors.get(measure)?.select(attributes, decided) ?? { kind: 'none' }
  if (selection.kind === 'none') return undefined
  if (selection.kind === 'tie') return selection

  const { clause } = selection
  const calendarId = calendarIdFor(clause.target, attributes.site)
  const calendar = calendarId === undefined ? undefined : terms.calendar(calendarId)
  const start = startOf(clock, calendar)
  const to = run.stop?.at ?? at
  const from = run.stop === undefined ? start.at : Math.min(start.at, to)
  const regimes = regimesOf(clock, from, first, last)
  if (regimes.kind === 'tie') return regimes
  const inTurn = regimes.kind === 'hours' ? regimes.list : NO_REGIMES
  const pauses = timeline.pauses.length === 0 ? NO_PAUSE : applyPauses(timeline, terms, measure, from, to)
  const closed = closedSpans(pauses.paused, run.stopped)
  const { site } = attributes
  const count = countClock({ clock, clause, calendar, calendarId, site, from, to, closed, regimes: inTurn })
  const neutral = neutralOf(clock, clause, count)

  const reasons: Because[] = []
  if (neutral !== undefined) reasons.push(neutral.because)
  reasons.push(...start.because)
  if (run.stop !== undefined && run.stop.at < start.event.at) {
    reasons.push(because('before-report', run.stop.event.id))
  }
  if (run.implied && run.stop !== undefined) reasons.push(becauseImplied(clock.milestone, run.stop.event.id))
  if (count.dueAt === undefined) reasons.push(because('calendar-never-opens'))
  if (regimes.kind === 'whole' && regimes.needsHours) reasons.push(because('prospective-needs-hours'))
  reasons.push(...pauses.because, ...explainLife(clock, first, last))
  if (neutral === undefined) reasons.push(...openScope(clock), ...pendingExclusions(clock, clause))

  const judged: Draft = {
    ticket: timeline.ticket.ticket,
    commitment: clause.id,
    clause: clause.clause,
    contractVersion: terms.version,
    measure,
    cycle: clock.cycle,
    reportedAt: opening?.at ?? timeline.report.at,
    startedAt: from,
    counted: count.counted,
    paused: pauses.paused,
    target: clause.target,
    state: neutral?.state ?? stateOf(clock, count, pauses.lasting),
    because: mergeReasons(reasons),
    grounds: {
      rule: clause.id,
      clause: clause.clause,
      contractVersion: terms.version,
      evidence: evidenceOf(clock, start.event, pauses.paused, first, last),
    },
  }
  if (run.stop !== undefined) judged.stoppedAt = run.stop.at
  if (count.allowed !== undefined) judged.targetMilliseconds = count.allowed
  if (calendarId !== undefined) judged.calendar = calendarId
  if (count.dueAt !== undefined) judged.dueAt = count.dueAt
  if (count.remaining !== undefined) judged.remaining = count.remaining
  if (run.implied) judged.implied = true
  if (attributes.kind !== undefined) judged.kind = attributes.kind
  if (decided.priority !== undefined) judged.priority = decided.priority
  if (site !== undefined) judged.site = site
  return { kind: 'clock', measure: judged, terms, stopped: run.stopped, regimes: inTurn, longest: count.longest }
}

type Draft = { -readonly [Field in keyof Measure]: Measure[Field] }

const NO_REGIMES: readonly Regime[] = []

function stateOf({ run }: ClockCase, count: { late: boolean; atRisk: boolean }, paused: boolean): MeasureState {
  if (count.late) return 'missed'
  if (run.stop !== undefined) return 'met'
  if (paused) return 'paused'
  return count.atRisk ? 'at-risk' : 'running'
}

function closedSpans(paused: readonly Paused[], stopped: readonly StoppedSpan[]): Pauses {
  if (paused.length === 0 && stopped.length === 0) return NO_PAUSES
  return [...paused, ...stopped].map(({ from, to }): [Instant, Instant] => [from, to])
}

/** The facts that the figure stands on: start, pauses, reopenings, changes of priority, stop. */
function evidenceOf(
  { timeline, run }: ClockCase,
  start: TicketEvent,
  paused: readonly Paused[],
  first: number,
  last: number,
): readonly string[] {
  const stop = run.stop?.event
  const changes = priorityChanges(timeline, first, last)
  if (paused.length + run.reopenings.length + changes.length === 0) {
    return stop === undefined || stop === start ? [start.id] : [start.id, stop.id]
  }
  const evidence = new Set([start.id])
  for (const pause of paused) evidence.add(pause.event)
  for (const span of run.stopped) evidence.add(span.closedBy)
  for (const mark of run.reopenings) evidence.add(mark.event.id)
  for (const state of changes) evidence.add(state.event.id)
  if (stop !== undefined) evidence.add(stop.id)
  return [...evidence]
}
