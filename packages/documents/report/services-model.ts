import type { Instant, Milliseconds } from '@vigie/engine'

/** Where agreed time goes. */
export type AgreedPart = 'up' | 'down' | 'degraded' | 'unknown' | 'maintenance'

/** A commitment that facts beside tickets measure; percentages are decimal strings. */
type Measured = {
  readonly id: string
  readonly clause: string
  readonly contractVersion: string
  readonly name: string
  readonly target: string
  readonly coverage: string | null
  readonly state: 'met' | 'missed' | 'not-applicable'
  /** The quarter or the year so far, where the clause is judged over it rather than over the period. */
  readonly window?: string
  readonly provisional: boolean
}

/** The availability of one service, as the contract counts it and as it was lived. */
export type ServiceLine = Measured & {
  readonly service: string
  readonly calendar: string
  readonly convention: 'out-of-base' | 'as-up' | 'counted'
  readonly contractual: string | null
  readonly experienced: string | null
  readonly agreed: { readonly duration: Milliseconds }
  /** Adds up to the agreed time. */
  readonly account: readonly { readonly part: AgreedPart; readonly duration: Milliseconds }[]
}

/** One recurring control: what was proved of what was owed. */
export type ControlLine = Measured & {
  readonly control: string
  readonly expected: number
  readonly good: number
  readonly bad: number
  readonly unknown: number
  readonly running: number
  readonly unknownCountsAs: 'missed' | 'excluded' | 'met'
  readonly rate: string | null
  /** Declared in the contract and named by no fact. */
  readonly unnamed: number
  readonly subjects: readonly ControlSubjectLine[]
}

export type ControlSubjectLine = {
  readonly subject: string | null
  readonly good: number
  readonly bad: number
  readonly unknown: number
  readonly lastGood: { readonly at: Instant; readonly evidence?: string } | null
  readonly overdue: boolean
}
