import type { Grounds } from '../base/grounds.ts'
import type { Interval } from '../base/instant.ts'
import type { Localised } from '../base/message.ts'
import type { Compliance, MeasureKind, Target } from './clause-types.ts'
import type { WilsonInterval } from './wilson.ts'

/** What a measure is for the rate of one period; only `met` and `missed` enter the rate. */
export type Standing = 'met' | 'missed' | 'excluded' | 'running' | 'notApplicable'

/** Measures by standing. Under a judged carry-over, met and missed include those of the periods that joined. */
export type Counted = { readonly [S in Standing]: number }

/** met ÷ (met + missed); `percent` half-up to 2 decimals, never rounded up to 100. */
export type Rate = { readonly numerator: number; readonly denominator: number; readonly percent: string }

/** Why the state is not simply rate ≥ target: the small-sample rule that decided, and over which count. */
export type SmallSample = {
  readonly rule: Compliance['small']
  readonly minimumCount: number
  /** met + missed, carried periods included. */
  readonly count: number
  /** Labels of the earlier windows whose measures joined this one, oldest first; empty where none did. */
  readonly joined: readonly string[]
  readonly message: Localised
}

/** The span over which the clause is judged, where it is not the asked period: the quarter so far, the year so far. */
export type JudgedWindow = Interval & { readonly label: string }

/** One commitment over one period (clause kind: service-level rate). */
export type CommitmentResult = {
  readonly id: string
  readonly clause: string
  readonly contractVersion: string
  readonly label?: string
  readonly measure: MeasureKind | 'availability' | 'control'
  readonly timeTarget?: Target
  readonly compliance?: Compliance
  readonly counted: Counted
  readonly rate: Rate | null
  /** Percentage as a decimal string (`"95"`); null where the clause states none. */
  readonly target: string | null
  readonly state: 'met' | 'missed' | 'informative' | 'not-applicable'
  readonly small?: SmallSample
  readonly window?: JudgedWindow
  /** Present where the window is not over: the observation comes before its end, or the period ends before it. */
  readonly provisional?: true
  /** 95 % Wilson interval in percent, 4 decimals; information only. */
  readonly wilson: WilsonInterval | null
  readonly grounds: Grounds
}
