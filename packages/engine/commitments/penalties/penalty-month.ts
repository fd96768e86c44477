import type { Instant } from '../../base/instant.ts'
import type { Period } from '../../base/period.ts'
import type { Ratio } from '../../base/ratio.ts'
import type { PenaltyClause, PenaltyRulesClause } from '../penalty-schema.ts'
import type { Lateness } from './lateness.ts'
import type { MonthActs } from './month-acts.ts'
import type { MeasuredRate } from './rate-amounts.ts'

/** A missed clock of one ticket. */
export type Breach = {
  readonly ticket: string
  readonly cycle: number
  readonly commitment: string
  /** The instant that puts the miss in a month. */
  readonly missedAt: Instant
  readonly lateness: Lateness
  /** Id of the phase that waives it. */
  readonly waivedBy?: string
  /** Ids of the events that it stands on. */
  readonly evidence: readonly string[]
}

/** The judgement of one commitment whose window ends with the month. */
export type JudgedPeriod = {
  readonly commitment: string
  /** The window, half-open. */
  readonly from: Instant
  readonly to: Instant
  /** `neutral`: not applicable, informative, or waived by a phase; it leaves every counter as it is. */
  readonly standing: 'met' | 'missed' | 'neutral'
  /** Absent where nothing was measured. */
  readonly measured?: MeasuredRate
  /** Measured on tickets, whose base is for each breach. */
  readonly hasBreaches: boolean
  readonly waivedBy?: string
  /** The rate failed, or was above its target, whatever the phase says. */
  readonly outcome: 'met' | 'missed' | 'neutral'
  readonly evidence: readonly string[]
}

/** One civil month with all that its amounts need; terms are those in force at its last instant. */
export type PenaltyMonth = {
  readonly period: Period
  readonly contractVersion: string
  readonly currency: string
  readonly penalties: readonly PenaltyClause[]
  readonly rules: PenaltyRulesClause | undefined
  readonly judged: readonly JudgedPeriod[]
  /** Misses that the month counts. */
  readonly missed: readonly Breach[]
  /** Misses whose clock stopped in the month. */
  readonly stopped: readonly Breach[]
  /** Misses whose clock runs on at the end of the month; only of the last month asked. */
  readonly open: readonly Breach[]
  /** Key of the contract year that holds its last instant. */
  readonly year: string
  readonly acts: MonthActs
  readonly fee: (id: string) => Ratio | undefined
  readonly openHours: (calendar: string) => Ratio
}
