import type { Grounds } from './base/grounds.ts'
import type { Instant, Milliseconds } from './base/instant.ts'
import type { Localised } from './base/message.ts'
import type { Compliance, MeasureKind, Target } from './commitments/clause-types.ts'
import type { LedgerEntry, Measure } from './commitments/measure.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import type { EventRecord } from './record/record.ts'

/** A half-open span of judgement. `firstDate` inclusive and `endDate` exclusive are civil dates in the contract's zone. */
export type Period = {
  /** `2026-10` for a month, else `2026-10-01/2026-11-15` (end exclusive) or two instants. */
  readonly label: string
  readonly from: Instant
  readonly to: Instant
}

export type EvaluationInput = {
  readonly contract: ContractHistory
  readonly record: EventRecord
  /** Absent: from the first to just after the last fact. */
  readonly period?: Period
  /** The observation; absent: the period's end. Before the period's end the figures are provisional. */
  readonly at?: Instant
  /** How many periods of the same length before `period` are judged too, for the trend; default 0. */
  readonly previous?: number
  /** Called with every measure that counts in the period (met, missed, excluded, running, not applicable), by ticket id. */
  readonly onMeasure?: (measure: Measure) => void
}

export type Counted = {
  readonly met: number
  readonly missed: number
  readonly excluded: number
  readonly running: number
  readonly notApplicable: number
}

/** met ÷ (met + missed); `percent` half-up to 2 decimals, never rounded up to 100. */
export type Rate = { readonly numerator: number; readonly denominator: number; readonly percent: string }

export type CommitmentResult = {
  readonly id: string
  readonly clause: string
  readonly contractVersion: string
  readonly label?: string
  readonly measure: MeasureKind | 'availability'
  readonly timeTarget?: Target
  readonly compliance?: Compliance
  readonly counted: Counted
  readonly rate: Rate | null
  /** Percentage as a decimal string (`"95"`); null where the clause states none. */
  readonly target: string | null
  readonly state: 'met' | 'missed' | 'informative' | 'not-applicable'
  /** Why the state is not simply rate ≥ target: the small-sample rule that decided, and over which count. */
  readonly small?: {
    readonly rule: Compliance['small']
    readonly minimumCount: number
    readonly count: number
    readonly message: Localised
  }
  /** 95 % Wilson interval in percent, 4 decimals; information only. */
  readonly wilson: { readonly low: string; readonly high: string } | null
  readonly grounds: Grounds
}

/** A KPI's value: decimal string in `unit`, null on an empty population. */
export type KpiResult = {
  readonly id: string
  readonly label: Localised
  readonly definition: Localised
  readonly value: string | null
  readonly unit: 'count' | 'percent' | 'seconds' | 'score'
  readonly count: number
  readonly numerator?: number
  readonly denominator?: number
  /** Handling times, by calendar, never mixed; seconds. */
  readonly groups?: readonly HandlingTime[]
  readonly target?: string
  readonly state?: 'met' | 'missed'
  readonly grounds: Grounds
}

/** Counted time of the measures stopped in the period, for one measure and one calendar; integer ms. */
export type HandlingTime = {
  readonly measure: MeasureKind
  readonly calendar: string
  readonly count: number
  readonly mean: Milliseconds
  readonly p50: Milliseconds
  readonly p90: Milliseconds
  /** The same of elapsed time (24 × 7, pauses included). */
  readonly elapsedMean: Milliseconds
  readonly elapsedP50: Milliseconds
  readonly elapsedP90: Milliseconds
}

/** Tickets reported, resolved and left open, by kind and by priority (`''` = none given). */
export type Volumes = {
  readonly reported: number
  readonly resolved: number
  readonly openAtEnd: number
  readonly byKind: readonly { readonly kind: string; readonly reported: number; readonly resolved: number }[]
  readonly byPriority: readonly { readonly priority: string; readonly reported: number; readonly resolved: number }[]
  /** False where no ticket carries a kind: every ticket is then counted as given, and the report says so. */
  readonly kindsKnown: boolean
}

/** Why measures were neutralised (excluded) or not applicable, how many, and some of their tickets. */
export type Neutralised = {
  readonly code: string
  readonly message: Localised
  readonly count: number
  readonly tickets: readonly string[]
}

export type Warning = {
  readonly code: string
  readonly message: Localised
  readonly count: number
  readonly tickets: readonly string[]
}

export type PeriodResult = {
  readonly period: Period
  readonly commitments: readonly CommitmentResult[]
  readonly kpis: readonly KpiResult[]
  readonly volumes: Volumes
}

/** What the engine says of one period. Plain data: the same inputs give the same bytes. */
export type Assessment = PeriodResult & {
  readonly at: Instant
  /** `at` before the period's end. */
  readonly provisional: boolean
  readonly engine: string
  readonly tzdata: string
  /** The version in force at the last instant of the period. */
  readonly contract: Contract
  /** Fingerprints of what was read: facts and contract. */
  readonly fingerprint: string
  readonly previous: readonly PeriodResult[]
  readonly neutralised: readonly Neutralised[]
  readonly warnings: readonly Warning[]
}

/** One ticket explained: every measure with its full ledger. */
export type Explanation = {
  readonly ticket: string
  readonly measures: readonly (Measure & { readonly ledger: readonly LedgerEntry[] })[]
}
