import type { Instant } from './base/instant.ts'
import type { Issue } from './base/issue.ts'
import type { Localised } from './base/message.ts'
import type { Period } from './base/period.ts'
import type { CommitmentResult, Standing } from './commitments/compliance-result.ts'
import type { Because, LedgerEntry, Measure } from './commitments/measure.ts'
import type { PenaltyAssessment } from './commitments/penalties/penalty.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import type { KpiResult } from './follow-up/kpi.ts'
import type { Volumes } from './follow-up/volumes.ts'
import type { AvailabilityResult } from './judge-availability.ts'
import type { ControlResult } from './judge-controls.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import type { Outage } from './record/outage.ts'
import type { CallDay } from './record/read-calls.ts'
import type { ControlFact } from './record/read-controls.ts'
import type { EventRecord, TicketHistory } from './record/record.ts'

export type { Period } from './base/period.ts'
export type {
  CommitmentResult,
  Counted,
  JudgedWindow,
  Rate,
  SmallSample,
  Standing,
} from './commitments/compliance-result.ts'
export type { HandlingTime, KpiResult } from './follow-up/kpi.ts'
export type { Volumes } from './follow-up/volumes.ts'

export type EvaluationInput = {
  readonly contract: ContractHistory
  readonly record: EventRecord
  /** Absent: from the first to just after the last fact. */
  readonly period?: Period
  /** The observation; absent: the period's end, or the last `at` of the facts where no period is asked. */
  readonly at?: Instant
  /** States of components; absent: those of `penalties`, else availability stays without a figure. */
  readonly outages?: readonly Outage[]
  /** Results of recurring controls; absent: those of `penalties`, else controls stay without a figure. */
  readonly controls?: readonly ControlFact[]
  /** The telephone by day; absent: those of `penalties`, else its KPIs stay without a figure. */
  readonly calls?: readonly CallDay[]
  /** How many periods of the same length before `period` are judged too, for the trend; default 0. */
  readonly previous?: number
  /**
   * Present: penalties are computed too, of a period of whole civil months. They need every month since the contract’s
   * start, judged in the same pass.
   */
  readonly penalties?: PenaltyFacts
  /**
   * Called with every measure that counts in the period and how it counts there, by ticket id. A commitment over a
   * longer window (the quarter so far) gives the measures of that window; periods that joined by carry-over give none.
   */
  readonly onMeasure?: (measure: Measure, standing: Standing) => void
  /** Called with every ticket and all its measures, by ticket id: see `watchTickets`. */
  readonly onTicket?: (ticket: { readonly history: TicketHistory; readonly measures: readonly Measure[] }) => void
}

/** Expected faults are values: a tie between clauses, a calendar that never opens again, a log without facts or period. */
export type Evaluation =
  | { readonly ok: true; readonly assessment: Assessment }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/** Why measures were neutralised (excluded) or not applicable, how many, and some of their tickets. */
export type Neutralised = {
  readonly code: string
  readonly message: Localised
  /** Measures. */
  readonly count: number
  /** The first twenty, by id. */
  readonly tickets: readonly string[]
}

export type Warning = {
  readonly code: string
  readonly message: Localised
  /** Tickets; 1 where the warning is not about tickets. */
  readonly count: number
  /** The first twenty, by id; empty where the warning is not about tickets. */
  readonly tickets: readonly string[]
}

export type PeriodResult = {
  readonly period: Period
  readonly commitments: readonly CommitmentResult[]
  readonly kpis: readonly KpiResult[]
  readonly volumes: Volumes
  /** Absent: no facts of components were given, or the contract has no such clause. In the order of the contract. */
  readonly availability?: readonly AvailabilityResult[]
  /** Absent: no facts of controls were given, or the contract has no control. In the order of the contract. */
  readonly controls?: readonly ControlResult[]
}

/** What the engine says of one period. Plain data: the same inputs give the same bytes. */
export type Assessment = PeriodResult & {
  readonly at: Instant
  /** `at` before the period's end. */
  readonly provisional: boolean
  readonly engine: string
  readonly tzdata: string
  /** The version in force at the last instant of the period; where none is, the nearest one. */
  readonly contract: Contract
  /** SHA-256 (hex) of what was read: the contract with its amendments, and the facts. */
  readonly fingerprint: string
  /** Oldest first; periods that ended before the contract began are left out. */
  readonly previous: readonly PeriodResult[]
  readonly neutralised: readonly Neutralised[]
  readonly warnings: readonly Warning[]
  /** Absent where they were not asked. */
  readonly penalties?: PenaltyAssessment
}

/** One ticket explained: every measure with its full ledger. */
export type Explanation = {
  readonly ticket: string
  readonly measures: readonly (Measure & { readonly ledger: readonly LedgerEntry[] })[]
  /** What concerns the ticket as a whole, e.g. that no commitment holds it. */
  readonly warnings: readonly Because[]
}
