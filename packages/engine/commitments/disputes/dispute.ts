import type { Instant } from '../../base/instant.ts'
import type { Because } from '../measure.ts'

export type Side = 'client' | 'provider'

export type DisputeAnswer = 'accepted' | 'refused'

/**
 * Where a dispute stands. Only `excluded` changes a figure.
 * - `claimed`: an answer is awaited; `answer-overdue`: it is late, and silence decides nothing.
 * - `accepted`, `accepted-by-silence`: agreed, and without effect until the exclusion is recorded.
 * - `refused`, `lapsed` (by silence), `out-of-time` (claimed too late), `withdrawn`: settled, the measure counts.
 * - `excluded`: both parties recorded the exclusion, or the contract lets silence stand for one of them.
 */
export type DisputeState =
  | 'claimed'
  | 'answer-overdue'
  | 'accepted'
  | 'accepted-by-silence'
  | 'refused'
  | 'lapsed'
  | 'out-of-time'
  | 'withdrawn'
  | 'excluded'

/** One claim of one party about one commitment on one ticket (clause kind: contestation). */
export type Dispute = {
  readonly ticket: string
  readonly commitment: string
  /** `contested`: the figure is disputed; `excluded`: its exclusion is asked outright. */
  readonly claim: 'contested' | 'excluded'
  /** Absent where the fact names no party. */
  readonly claimedBy?: Side
  readonly claimedAt: Instant
  /** Last instant to claim; absent while the clock runs, or where the contract sets no limit. */
  readonly claimDue?: Instant
  /** Last instant to answer; absent where the contract sets no limit. */
  readonly answerDue?: Instant
  readonly answeredAt?: Instant
  readonly answer?: DisputeAnswer
  /** When the exclusion took effect. */
  readonly excludedAt?: Instant
  readonly state: DisputeState
  readonly because: readonly Because[]
}
