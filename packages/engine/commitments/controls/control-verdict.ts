import type { Instant } from '../../base/instant.ts'
import type { Ratio } from '../../base/ratio.ts'

/** One proof that was owed: done in time, known not to be, without a fact that tells, or not due yet. */
export type ControlStanding = 'good' | 'bad' | 'unknown' | 'running'

/** Proofs by standing. */
export type ControlCount = { readonly [S in ControlStanding]: number }

/** One machine, account, site… of the population, and when it was last proved good. */
export type ControlSubject = ControlCount & {
  /** Null: the control has one subject, or the source names none. */
  readonly subject: string | null
  /** The latest good result before the end of the span and of the observation, in the span or before it. */
  readonly lastGood: { readonly at: Instant; readonly evidence?: string } | null
  /** No good result where one is due: older than the tolerance, or none since the last proof owed. */
  readonly overdue: boolean
}

/** What the facts say of one control over one span. `expected` = good + bad + unknown; running ones are not due yet. */
export type ControlVerdict = ControlCount & {
  readonly expected: number
  /** good ÷ expected once unknown ones count as the clause says; null where nothing was due. */
  readonly rate: Ratio | null
  readonly numerator: number
  readonly denominator: number
  readonly target: Ratio
  /** Share of what was due that a fact tells of; null where nothing was due. */
  readonly coverage: Ratio | null
  readonly state: 'met' | 'missed' | 'not-applicable'
  /** By name. */
  readonly subjects: readonly ControlSubject[]
  /** Declared in the contract and never named by a fact: each of their proofs is unknown. */
  readonly unnamed: number
  /** Nothing fell due in the span: what is shown is the recurrence in progress. */
  readonly inProgress: boolean
}
