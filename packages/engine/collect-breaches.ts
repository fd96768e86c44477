import type { CommitmentResult, Period } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import type { Placement } from './commitments/compliance-placement.ts'
import { type CivilYears, windowAt } from './commitments/compliance-windows.ts'
import { type CommitmentCounter, countCommitment } from './commitments/count-commitment.ts'
import type { Measure } from './commitments/measure.ts'
import type { PenaltyClause } from './commitments/penalty-schema.ts'
import type { Contract } from './contract/contract.ts'
import { type CountedKpis, countKpis } from './follow-up/count-kpis.ts'
import type { Handled, KpiResult, LogFacts } from './follow-up/kpi.ts'
import { type TicketLife, ticketInSpan } from './follow-up/ticket-life.ts'
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
  /** The sanctioned KPIs, over the month. */
  readonly kpis: readonly KpiResult[]
}

/** Takes from the one pass over the tickets what penalties need: misses, and the rates of every month. */
export type BreachCollector = {
  /** Bounds of every window in which measures are placed. */
  readonly bounds: readonly Instant[]
  readonly add: (measure: Measure, placement: Placement) => void
  readonly addTicket: (ticket: TicketLife) => void
  readonly addHandled: (handled: Handled) => void
  /** Whether a KPI is sanctioned, so that tickets and clocks matter to it. */
  readonly countsKpis: boolean
  /** As things stand, or as they would be with some measures more or less. */
  readonly result: (
    log: LogFacts,
    changes?: readonly BreachChange[],
  ) => { readonly months: readonly JudgedMonth[]; readonly misses: readonly Miss[] }
}

/** A measure put in, or an added one taken out; `handled` where KPIs know of it. */
export type BreachChange = {
  readonly measure: Measure
  readonly placement: Placement
  readonly handled?: Handled | undefined
  readonly times: 1 | -1
}

/** Counts only the commitments and KPIs that a penalty sanctions; keeps only their missed clocks. */
export function collectBreaches(
  months: readonly Period[],
  at: Instant,
  spans: ContractSpans,
  years: CivilYears,
): BreachCollector {
  const judged = months.map((period) => {
    const contract = nearestVersion(spans, period.to - 1)
    return { period, contract, counters: countersOf(contract, period, at, years), kpis: kpisOf(contract, period, at) }
  })
  const byCommitment = new Map<string, CommitmentCounter[]>()
  for (const { id, counter } of judged.flatMap(({ counters }) => counters)) {
    const known = byCommitment.get(id)
    if (known === undefined) byCommitment.set(id, [counter])
    else known.push(counter)
  }
  const withKpis = judged.flatMap(({ kpis }) => (kpis.counted.kpis.length === 0 ? [] : [kpis]))
  const places = placesOf(spans)
  const misses: Miss[] = []
  const count = ({ commitment }: Measure, placement: Placement, times: 1 | -1) => {
    for (const counter of byCommitment.get(commitment) ?? []) counter.add(placement, times)
  }
  const missOf = (measure: Measure, placement: Placement): readonly Miss[] => {
    const by = places.get(measure.commitment)?.(measure.contractVersion)
    if (by === undefined || placement.standing !== 'missed') return []
    return [{ measure, missedAt: by === 'report' ? placement.byReport : (placement.byStop ?? at) }]
  }
  const change = ({ measure, placement, handled }: BreachChange, times: 1 | -1) => {
    count(measure, placement, times)
    if (handled !== undefined) for (const { counted } of withKpis) counted.addHandled(handled, times)
  }
  return {
    countsKpis: withKpis.length > 0,
    bounds: [
      ...months.flatMap(({ from, to }) => [from, to]),
      ...judged.flatMap(({ counters }) => counters.flatMap(({ counter }) => counter.bounds)),
    ],
    add: (measure, placement) => {
      count(measure, placement, 1)
      misses.push(...missOf(measure, placement))
    },
    addTicket: (ticket) => {
      for (const { counted, span } of withKpis) {
        const seen = ticketInSpan(ticket, span)
        if (seen !== undefined) counted.addTicket(seen)
      }
    },
    addHandled: (handled) => {
      for (const { counted } of withKpis) counted.addHandled(handled)
    },
    result: (log, changes = []) => {
      for (const one of changes) change(one, one.times)
      const months = judged.map(({ period, contract, counters, kpis }) => ({
        period,
        contract,
        rates: counters.map(({ window, counter }) => ({ window, result: counter.result() })),
        kpis: kpis.counted.results(log),
      }))
      for (const one of changes) change(one, one.times === 1 ? -1 : 1)
      return { months, misses: withChanges(misses, changes, missOf) }
    },
  }
}

function withChanges(
  misses: readonly Miss[],
  changes: readonly BreachChange[],
  missOf: (measure: Measure, placement: Placement) => readonly Miss[],
): readonly Miss[] {
  const gone = new Set(changes.flatMap(({ measure, times }) => (times === -1 ? [measure] : [])))
  const more = changes.flatMap(({ measure, placement, times }) => (times === 1 ? missOf(measure, placement) : []))
  return changes.length === 0 ? misses : [...misses.filter(({ measure }) => !gone.has(measure)), ...more]
}

/** The commitments that a penalty clause sanctions. */
export function sanctioned({ for: names }: PenaltyClause): readonly string[] {
  return typeof names === 'string' ? [names] : names
}

function penalised(contract: Contract): Set<string> {
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

/** A name that a commitment bears too is that of the commitment. */
function kpisOf(contract: Contract, { from, to }: Period, at: Instant) {
  const { followUp, commitments, timeZone, version } = contract
  const names = penalised(contract)
  for (const { id } of [...commitments.targets, ...(commitments.controls ?? [])]) names.delete(id)
  const span = { from, to, at, timeZone }
  const asked = followUp.kpis.filter(({ id }) => names.has(id))
  const counted: CountedKpis = countKpis(asked, followUp, version, span)
  return { counted, span }
}

/**
 * By commitment that some version sanctions, the instant that places a miss: as the version that judges its clock says,
 * so that a later version moves no miss of the past.
 */
function placesOf(spans: ContractSpans): ReadonlyMap<string, (version: string) => 'stop' | 'report'> {
  const names = new Set(spans.flatMap(({ contract }) => [...penalised(contract)]))
  const places = new Map<string, Map<string, 'stop' | 'report'>>()
  for (const { contract } of spans) {
    for (const clause of contract.commitments.targets) {
      if (clause.type !== 'ticket' || !names.has(clause.id)) continue
      const byVersion = places.get(clause.id) ?? new Map<string, 'stop' | 'report'>()
      places.set(clause.id, byVersion.set(contract.version, clause.compliance?.by ?? 'stop'))
    }
  }
  return new Map([...places].map(([id, byVersion]) => [id, (version) => byVersion.get(version) ?? 'stop']))
}
