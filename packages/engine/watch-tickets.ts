import type { EvaluationInput, Period } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import type { Signal, WatchedTicket } from './commitments/findings/signal.ts'
import { watchSignals } from './commitments/findings/watch-signals.ts'
import { type DisputePenaltyWatch, watchDisputePenalties } from './dispute-penalties.ts'
import { type FactsGiven, factsBesideTickets, factsOfPenalties } from './facts-beside-tickets.ts'
import { penaltyMonths } from './penalty-months.ts'
import { readPeriod } from './period.ts'
import { civilYears, contractSpans, termsOfContract } from './terms-of-contract.ts'
import { ticketFamily } from './ticket-family.ts'
import { type DisputeLine, watchDisputes } from './watch-disputes.ts'

/** What is asked of an evaluation, of the same contract, facts, period and instant. */
export type WatchInput = FactsGiven & Pick<EvaluationInput, 'period' | 'at'>

/** What the tickets show beside their figures. */
export type Watched = {
  /** Disputes open at the observation, or about a figure or an act of the period; by ticket, then by claim. */
  readonly disputes: readonly DisputeLine[]
  /** What to look at in the period: counts with evidence, never a verdict on anyone. */
  readonly findings: readonly Signal[]
}

export type TicketWatch = {
  /** To be given to `evaluate` as `onTicket`. */
  readonly onTicket: (ticket: WatchedTicket) => void
  readonly result: () => Watched
}

/** Reads disputes and findings in the pass of an evaluation, without changing any of its figures. */
export function watchTickets(input: WatchInput): TicketWatch {
  const { contract, record, period: asked, at: observed } = input
  const spans = contractSpans(contract)
  const { timeZone } = spans[0].contract
  const period = asked ?? wholeRecord(timeZone, record)
  const at = observed ?? (asked === undefined ? period.to - 1 : period.to)
  const terms = termsOfContract(contract)
  const family = ticketFamily(record, at, input.controls ?? input.penalties?.controls)
  const disputes = watchDisputes({
    spans,
    years: civilYears(spans),
    terms,
    family,
    at,
    period,
    firstAt: record.firstAt ?? period.from,
    penalties: penaltiesOf(input, period, at),
  })
  const signals = watchSignals({ terms, at, period })
  return {
    onTicket: (ticket) => {
      disputes.add(ticket)
      signals.add(ticket)
    },
    result: () => ({ disputes: disputes.lines(), findings: signals.signals() }),
  }
}

/** What disputes would change of the amounts; nothing where penalties were not asked, or the contract has none. */
function penaltiesOf(input: WatchInput, period: Period, at: Instant): DisputePenaltyWatch | undefined {
  const { contract, record, penalties } = input
  const spans = contractSpans(contract)
  const hasSome = spans.some((span) => (span.contract.commitments.penalties ?? []).length > 0)
  if (penalties === undefined || !hasSome) return undefined
  return watchDisputePenalties({
    contract,
    spans,
    years: civilYears(spans),
    period,
    at,
    months: penaltyMonths(contract, record, period, penalties),
    facts: () => {
      const others = factsBesideTickets(input, at)
      return { ...factsOfPenalties(penalties, others), ...(others.calls === undefined ? {} : { calls: others.calls }) }
    },
  })
}

/** A record without facts gives no ticket to watch. */
function wholeRecord(timeZone: string, record: WatchInput['record']): Period {
  const reading = readPeriod({}, timeZone, record)
  return reading.ok ? reading.period : { from: 0, to: 0, label: '' }
}
