import type { DisputeState, Instant, RateFigure, Side, SignalCode } from '@vigie/engine'

/** A claim about one figure, as it stands at the observation; only a recorded exclusion has changed a figure. */
export type DisputeEntry = {
  readonly ticket: string
  readonly commitment: string
  readonly clause: string
  readonly name: string
  /** `contested`: the figure is disputed; `excluded`: its exclusion is asked outright. */
  readonly claim: 'contested' | 'excluded'
  readonly claimedBy?: Side
  readonly claimedAt: Instant
  readonly claimDue?: Instant
  readonly answerDue?: Instant
  readonly answeredAt?: Instant
  readonly answer?: 'accepted' | 'refused'
  readonly excludedAt?: Instant
  readonly state: DisputeState
  /** Civil days from the observation to the last instant to answer, where the answer is still owed; negative: past. */
  readonly daysLeft?: number
  /** The window whose rate the measure enters, or would. */
  readonly window?: string
  /** The rate as it is, without the measure, with it. */
  readonly now?: RateFigure
  readonly ifAccepted?: RateFigure
  readonly ifRefused?: RateFigure
  /** Penalties of the period in `currency`, decimal strings, null where not known; absent: none could change. */
  readonly penalties?: {
    readonly currency: string
    readonly now: string | null
    readonly ifAccepted: string | null
    readonly ifRefused: string | null
  }
  /** Why it stands there, a sentence each; that it was claimed goes without saying. */
  readonly reasons: readonly string[]
}

/** A sign to be looked at: how often, out of how many, what chance alone would give, and the first cases. */
export type FindingEntry = {
  readonly code: SignalCode
  readonly name: string
  readonly text: string
  readonly count: number
  readonly of: number
  /** Percentages, two decimals; null where nothing is compared. */
  readonly observed: string | null
  readonly expected: string | null
  readonly cases: readonly {
    readonly tickets: readonly string[]
    readonly at: Instant
    readonly commitment?: string
    readonly events: readonly string[]
    readonly text: string
  }[]
}
