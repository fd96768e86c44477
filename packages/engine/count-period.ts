import type { CommitmentResult, Period, PeriodResult, Standing } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import type { Placement } from './commitments/compliance-placement.ts'
import type { CivilYears } from './commitments/compliance-windows.ts'
import { type CommitmentCounter, countCommitment, uncountedCommitment } from './commitments/count-commitment.ts'
import type { Measure } from './commitments/measure.ts'
import type { Contract } from './contract/contract.ts'
import type { CountedKpi } from './follow-up/count-kpi.ts'
import { countKpis } from './follow-up/count-kpis.ts'
import type { Handled, LogFacts } from './follow-up/kpi.ts'
import { type TicketLife, ticketInSpan } from './follow-up/ticket-life.ts'
import { countVolumes } from './follow-up/volumes.ts'
import { type ContractSpans, nearestVersion } from './terms-of-contract.ts'

/** Everything that one period says, fed with every ticket of the record in one pass. */
export type PeriodCounter = {
  /** The version in force at the last instant of the period. */
  readonly contract: Contract
  /** Bounds of every window in which measures are placed. */
  readonly bounds: readonly Instant[]
  readonly kpis: readonly CountedKpi[]
  readonly addTicket: (ticket: TicketLife) => void
  /** How a measure counts in the period; undefined where it does not. */
  readonly addMeasure: (measure: Measure, placement: Placement) => Standing | undefined
  readonly addHandled: (handled: Handled) => void
  readonly result: (log: LogFacts) => PeriodResult
}

/**
 * Counts one period: thresholds and formulas are those of the version in force at its last instant. Commitments that
 * only another version has are counted too, and shown where a measure was judged by them.
 */
export function countPeriod(period: Period, at: Instant, spans: ContractSpans, years: CivilYears): PeriodCounter {
  const contract = nearestVersion(spans, period.to - 1)
  const frame = { period, at, years }
  const own = countersOf(contract, frame)
  const former = new Map(spans.flatMap((span) => [...countersOf(span.contract, frame)]).filter(([id]) => !own.has(id)))
  const span = { from: period.from, to: period.to, at, timeZone: contract.timeZone }
  const volumes = countVolumes()
  const counted = countKpis(contract.followUp.kpis, contract.followUp, contract.version, span)
  return {
    contract,
    bounds: [...own.values(), ...former.values()].flatMap(({ bounds }) => bounds),
    kpis: counted.kpis,
    addTicket: (ticket) => {
      const seen = ticketInSpan(ticket, span)
      if (seen === undefined) return
      volumes.addTicket(seen)
      counted.addTicket(seen)
    },
    addMeasure: ({ commitment }, placement) => (own.get(commitment) ?? former.get(commitment))?.add(placement),
    addHandled: counted.addHandled,
    result: (log) => ({
      period,
      commitments: [
        ...contract.commitments.targets.flatMap((clause): CommitmentResult | readonly CommitmentResult[] =>
          clause.type === 'ticket'
            ? (own.get(clause.id)?.result() ?? [])
            : uncountedCommitment(clause, contract.version),
        ),
        ...(contract.commitments.controls ?? []).map((clause) => uncountedCommitment(clause, contract.version)),
        ...[...former.values()].filter((counter) => !counter.isEmpty()).map((counter) => counter.result()),
      ],
      kpis: counted.results(log),
      volumes: volumes.volumes(log),
    }),
  }
}

type Frame = { readonly period: Period; readonly at: Instant; readonly years: CivilYears }

/** A later version of one commitment replaces an earlier one in a map of them. */
function countersOf(contract: Contract, frame: Frame): Map<string, CommitmentCounter> {
  const counters = new Map<string, CommitmentCounter>()
  for (const clause of contract.commitments.targets) {
    if (clause.type !== 'ticket') continue
    counters.set(clause.id, countCommitment(clause, { ...frame, contractVersion: contract.version }))
  }
  return counters
}
