import type { EvaluationInput, Neutralised, Period, PeriodResult, Standing, Warning } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import type { Localised } from './base/message.ts'
import type { BreachCollector } from './collect-breaches.ts'
import { isWarning } from './commitments/because.ts'
import { placeMeasure } from './commitments/compliance-placement.ts'
import type { CivilYears } from './commitments/compliance-windows.ts'
import { explainTicket } from './commitments/explain-ticket.ts'
import type { Because, Measure } from './commitments/measure.ts'
import { overrunAt } from './commitments/overrun-at.ts'
import type { TermsInForce } from './commitments/terms.ts'
import type { TicketFamily } from './commitments/ticket-measures.ts'
import type { Contract } from './contract/contract.ts'
import { countFindings, type FindingCounter } from './count-findings.ts'
import { countPeriod } from './count-period.ts'
import type { Handled, LogFacts } from './follow-up/kpi.ts'
import { readTicketLife, type TicketLife } from './follow-up/ticket-life.ts'
import { type OtherFacts, withoutFacts } from './judge-other-facts.ts'
import type { TicketHistory } from './record/record.ts'
import type { ContractSpans } from './terms-of-contract.ts'

export type AssessmentFrame = {
  readonly spans: ContractSpans
  readonly years: CivilYears
  readonly terms: TermsInForce
  readonly family: TicketFamily
  /** The periods before, oldest first; none overlaps another. */
  readonly earlier: readonly Period[]
  readonly period: Period
  readonly at: Instant
  /** Facts beside tickets, which some commitments need. */
  readonly others: OtherFacts
  readonly onMeasure: EvaluationInput['onMeasure']
  /** What penalties need, where they are asked. */
  readonly breaches: BreachCollector | undefined
}

type ClockFrame = Pick<AssessmentFrame, 'terms' | 'at' | 'family'>

/** A ticket of an evaluation, with every measure of it. */
export type JudgedTicket = {
  readonly history: TicketHistory
  readonly measures: readonly Measure[]
  readonly warnings: readonly Because[]
}

export type AssessmentCounter = {
  /** The version in force at the last instant of the period asked. */
  readonly contract: Contract
  readonly add: (judged: JudgedTicket) => void
  readonly result: () => {
    readonly log: LogFacts
    readonly asked: PeriodResult
    readonly previous: readonly PeriodResult[]
    readonly neutralised: readonly Neutralised[]
    readonly warnings: readonly Warning[]
  }
}

/** Counts every period of an evaluation in one pass; tickets come in the order of their ids. */
export function countAssessment(frame: AssessmentFrame): AssessmentCounter {
  const { spans, years, at, earlier, period, onMeasure, breaches } = frame
  const previous = earlier.map((one) => countPeriod(one, at, spans, years))
  const asked = countPeriod(period, at, spans, years)
  const counters = [...previous, asked]
  const bounds = Float64Array.from([...counters, ...(breaches ? [breaches] : [])].flatMap((one) => one.bounds)).sort()
  const neutralised = countFindings('occurrence')
  const warnings = countFindings('ticket')
  let kindsKnown = false
  return {
    contract: asked.contract,
    add: (judged) => {
      const { history, measures } = judged
      const ticket = readTicketLife(history, at, priorityOf(measures))
      if (ticket.kind !== undefined) kindsKnown = true
      for (const counter of counters) counter.addTicket(ticket)
      breaches?.addTicket(ticket)
      for (const measure of measures) {
        const placement = placeMeasure(measure, placementFacts(measure, history, frame, bounds))
        breaches?.add(measure, placement)
        const handled = handledOf(measure, ticket)
        if (handled !== undefined) breaches?.addHandled(handled)
        for (const counter of counters) {
          if (handled !== undefined) counter.addHandled(handled)
          const standing = counter.addMeasure(measure, placement)
          if (counter !== asked || standing === undefined) continue
          noteMeasure(measure, standing, neutralised, warnings)
          onMeasure?.(measure, standing)
        }
      }
      if (period.from <= ticket.openedAt && ticket.openedAt < period.to) {
        for (const { code, message } of judged.warnings) warnings.add(code, message, ticket.id)
      }
    },
    result: () => {
      noteContract(asked.contract, asked.kpis, frame.others, warnings)
      const { calls } = frame.others
      const log = { kindsKnown, ...(calls === undefined ? {} : { calls }) }
      return {
        log,
        asked: asked.result(log),
        previous: previous.map((counter) => counter.result(log)),
        neutralised: neutralised.findings(),
        warnings: warnings.findings(),
      }
    },
  }
}

/** The priority that the last clock took: in force at its stop, or at the observation. */
export function priorityOf(measures: readonly Measure[]): string | undefined {
  return measures.findLast(({ measure, priority }) => priority !== undefined && measure !== 'update-interval')?.priority
}

/** What decides the period of a measure; `bounds`, sorted, are those of every window in question. */
export function placementFacts(measure: Measure, history: TicketHistory, frame: ClockFrame, bounds: Float64Array) {
  if (measure.state === 'missed') return { breachedAt: breachOf(measure, history, frame, bounds) }
  const neutral = measure.state === 'excluded' || measure.state === 'not-applicable'
  if (!neutral || measure.stoppedAt !== undefined) return NO_FACTS
  const grounds = measure.because[0]?.events ?? []
  const neutralisedAt = history.events.findLast(({ id }) => grounds.includes(id))?.at
  return neutralisedAt === undefined ? NO_FACTS : { neutralisedAt }
}

/**
 * When a missed measure overran its target, as exactly as the windows need it: where no window ends between the due
 * date and the stop, any instant between them is as good, and the ledger is not built.
 */
function breachOf(
  measure: Measure,
  history: TicketHistory,
  { terms, at, family }: ClockFrame,
  bounds: Float64Array,
): Instant {
  const end = measure.stoppedAt ?? at
  if (measure.dueAt === undefined || !hasBoundIn(bounds, measure.dueAt, end)) return measure.dueAt ?? end
  const explained = explainTicket(history, terms, at, family).measures.find(
    (one) => one.measure === measure.measure && one.cycle === measure.cycle,
  )
  return explained === undefined ? measure.dueAt : overrunAt(measure, explained.ledger)
}

const NO_FACTS = {}

/** Whether a bound lies in `(from, to]`: then the two instants are in different windows. */
function hasBoundIn(bounds: Float64Array, from: Instant, to: Instant): boolean {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] ?? 0) > from) high = middle
    else low = middle + 1
  }
  const next = bounds[low]
  return next !== undefined && next <= to
}

/** What KPIs know of a measure; undefined where it does not count, or still runs. */
export function handledOf(measure: Measure, ticket: TicketLife): Handled | undefined {
  const { state, stoppedAt, startedAt, counted } = measure
  if (stoppedAt === undefined || (state !== 'met' && state !== 'missed')) return undefined
  return {
    ticket,
    measure: measure.measure,
    calendar: measure.calendar ?? '',
    stoppedAt,
    counted,
    elapsed: stoppedAt - startedAt,
    met: state === 'met',
  }
}

function noteMeasure(
  measure: Measure,
  standing: Standing,
  neutralised: FindingCounter,
  warnings: FindingCounter,
): void {
  if (standing === 'excluded' || standing === 'notApplicable') {
    const [why] = measure.because
    if (why !== undefined) neutralised.add(why.code, why.message, measure.ticket)
  }
  for (const { code, message } of measure.because) {
    if (isWarning(code)) warnings.add(code, message, measure.ticket)
  }
}

function noteContract(
  contract: Contract,
  kpis: readonly { readonly fault?: Localised }[],
  others: OtherFacts,
  warnings: FindingCounter,
): void {
  const uncomputed = withoutFacts(contract, others)
  if (uncomputed.length > 0) warnings.add('not-computed-yet', notComputed(uncomputed))
  for (const { fault } of kpis) if (fault !== undefined) warnings.add('kpi-not-computable', fault)
}

function notComputed(ids: readonly string[]): Localised {
  return {
    fr: `Engagements qui ne se mesurent pas sur des tickets, non calculés faute de leurs faits\u00a0: ${ids.join(', ')}.`,
    en: `Commitments that tickets do not measure, not computed without their facts: ${ids.join(', ')}.`,
  }
}
