import type { CommitmentResult, Period } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import type { Placement } from './commitments/compliance-placement.ts'
import { type CivilYears, windowAt } from './commitments/compliance-windows.ts'
import { type CommitmentCounter, countCommitment } from './commitments/count-commitment.ts'
import type { Measure } from './commitments/measure.ts'
import type { PenaltyClause } from './commitments/penalty-schema.ts'
import type { Contract } from './contract/contract.ts'
import { type ContractSpans, nearestVersion } from './terms-of-contract.ts'

/** A missed clock and the instant that puts it in a month. */
export type Miss = { readonly measure: Measure; readonly missedAt: Instant }

/** The rate of a penalised commitment over its own window, which ends in the month. */
export type JudgedRate = { readonly window: Period; readonly result: CommitmentResult }

export type JudgedMonth = {
  readonly period: Period
  /** The version in force at its last instant. */
  readonly contract: Contract
  readonly rates: readonly JudgedRate[]
}

/** Takes from the one pass over the tickets what penalties need: misses, and the rates of every month. */
export type BreachCollector = {
  /** Bounds of every window in which measures are placed. */
  readonly bounds: readonly Instant[]
  readonly add: (measure: Measure, placement: Placement) => void
  readonly result: () => { readonly months: readonly JudgedMonth[]; readonly misses: readonly Miss[] }
}

/** Counts only the commitments that a penalty sanctions; keeps only their missed clocks. */
export function collectBreaches(
  months: readonly Period[],
  at: Instant,
  spans: ContractSpans,
  years: CivilYears,
): BreachCollector {
  const judged = months.map((period) => {
    const contract = nearestVersion(spans, period.to - 1)
    return { period, contract, counters: countersOf(contract, period, at, years) }
  })
  const byCommitment = new Map<string, CommitmentCounter[]>()
  for (const { id, counter } of judged.flatMap(({ counters }) => counters)) {
    const known = byCommitment.get(id)
    if (known === undefined) byCommitment.set(id, [counter])
    else known.push(counter)
  }
  const places = placesOf(spans)
  const misses: Miss[] = []
  return {
    bounds: [
      ...months.flatMap(({ from, to }) => [from, to]),
      ...judged.flatMap(({ counters }) => counters.flatMap(({ counter }) => counter.bounds)),
    ],
    add: (measure, placement) => {
      for (const counter of byCommitment.get(measure.commitment) ?? []) counter.add(placement)
      const by = places.get(measure.commitment)
      if (by === undefined || placement.standing !== 'missed') return
      misses.push({ measure, missedAt: by === 'report' ? placement.byReport : (placement.byStop ?? at) })
    },
    result: () => ({
      months: judged.map(({ period, contract, counters }) => ({
        period,
        contract,
        rates: counters.map(({ window, counter }) => ({ window, result: counter.result() })),
      })),
      misses,
    }),
  }
}

/** The commitments that a penalty clause sanctions. */
export function sanctioned({ for: names }: PenaltyClause): readonly string[] {
  return typeof names === 'string' ? [names] : names
}

function penalised(contract: Contract): ReadonlySet<string> {
  return new Set((contract.commitments.penalties ?? []).flatMap(sanctioned))
}

function countersOf(contract: Contract, month: Period, at: Instant, years: CivilYears) {
  const names = penalised(contract)
  return contract.commitments.targets.flatMap((clause) => {
    if (clause.type !== 'ticket' || clause.compliance === undefined || !names.has(clause.id)) return []
    const window = windowAt(month.from, clause.compliance.over, years)
    if (window.to > month.to) return []
    const frame = { period: window, at, years, contractVersion: contract.version }
    return [{ id: clause.id, window, counter: countCommitment(clause, frame) }]
  })
}

/** By commitment that some version sanctions, the instant that places its misses; the latest version says. */
function placesOf(spans: ContractSpans): ReadonlyMap<string, 'stop' | 'report'> {
  const names = new Set(spans.flatMap(({ contract }) => [...penalised(contract)]))
  const places = new Map<string, 'stop' | 'report'>()
  for (const { contract } of spans) {
    for (const clause of contract.commitments.targets) {
      if (clause.type === 'ticket' && names.has(clause.id)) places.set(clause.id, clause.compliance?.by ?? 'stop')
    }
  }
  return places
}
