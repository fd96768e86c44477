import type { Milliseconds } from '../base/instant.ts'
import type { Ratio } from '../base/ratio.ts'
import type { Column } from '../record/event.ts'
import type { ControlClause, ServiceClause } from './control-schema.ts'
import type { DisputesClause, PenaltyClause, PenaltyRulesClause } from './penalty-schema.ts'

/** Which calendar counts: one for all, or by the ticket's site (`{ bySite: {…}, default }`). Ids of `calendars`. */
export type CalendarChoice = { readonly default: string; readonly bySite: Readonly<Record<string, string>> }

/** A time target. "1 day" is never 8 hours nor 24 (semantics, *Targets*). */
export type Target =
  | { readonly kind: 'open-time'; readonly milliseconds: Milliseconds; readonly calendar: CalendarChoice }
  | {
      readonly kind: 'working-days'
      readonly days: number
      readonly calendar: CalendarChoice
      /** `HH:MM`; absent: a report at any time of an opening day counts that day as day 0. */
      readonly cutoff?: string
      /** `end-of-day` (default) or `HH:MM`. */
      readonly until: string
    }
  /** Civil days in the contract's zone: same wall time, n days later. */
  | { readonly kind: 'civil-days'; readonly days: number }

/** The seven things a clock can measure on a ticket. */
export type MeasureKind =
  | 'response'
  | 'intervention'
  | 'workaround'
  | 'restoration'
  | 'resolution'
  | 'closure'
  | 'update-interval'

/** Milestones, in their order in the life of a ticket. */
export type Milestone = 'acknowledged' | 'started' | 'workaround' | 'restored' | 'resolved' | 'closed'

/** A box: column → accepted values. An unnamed column accepts all. */
export type When = { readonly [C in Column]?: readonly string[] }

export type Compliance = {
  /** Share of met among met + missed. */
  readonly atLeast: Ratio
  readonly over: 'month' | 'quarter' | 'year'
  readonly by: 'stop' | 'report'
  /** 0 where the contract states none. */
  readonly minimumCount: number
  readonly small: 'one-miss-allowed' | 'carry-over' | 'informative'
}

/** Obligation de moyens, or de résultat. */
export type Obligation = 'best-efforts' | 'result'

/** Clause kind: service-level target on tickets (GTI, GTR…). */
export type TicketCommitment = {
  readonly type: 'ticket'
  readonly id: string
  readonly clause: string
  readonly label?: string
  readonly measure: MeasureKind
  readonly when: When
  readonly target: Target
  readonly obligation?: Obligation
  /** Absent: measured and shown, never judged as a rate. */
  readonly compliance?: Compliance
  /** Remaining time at or under which a running measure is at risk; default 25 % of the target. */
  readonly atRisk?: Target
}

/** Clause kind: availability of a service. Read and validated here; computed by the availability chapter. */
export type AvailabilityCommitment = {
  readonly type: 'availability'
  readonly id: string
  readonly clause: string
  readonly label?: string
  readonly service: string
  /** The agreed service time. */
  readonly calendar: string
  readonly atLeast: Ratio
  /** The same promise as a failure rate, where the contract states both. */
  readonly failureAtMost?: Ratio
  readonly over: 'month' | 'quarter' | 'year'
  readonly obligation?: Obligation
  readonly maintenance?: {
    readonly convention: 'out-of-base' | 'as-up' | 'counted'
    readonly notice?: string
    readonly atMost?: string
  }
  readonly unknown?: 'excluded' | 'up' | 'down'
  readonly minimumOutage?: string
  readonly degraded?: Ratio
  readonly liveFrom?: string
  /** Tickets that are outages of the service, beside the facts of its components. */
  readonly fromIncidents?: {
    readonly when: When
    readonly from: 'first' | 'reported' | 'detected'
    readonly to: Milestone
  }
}

/** A reason that stops the clock (clause kind: suspension du délai). */
export type PauseClause = {
  readonly reason: string
  readonly clause?: string
  readonly label?: string
  readonly imputable: 'client' | 'provider' | 'third-party'
  readonly appliesTo: readonly MeasureKind[]
  readonly proof: 'required' | 'optional'
  readonly remindAfter?: Target
  readonly atMost?: Target
  readonly then: 'resume' | 'close-without-answer'
}

export type PriorityRules = {
  readonly levels: readonly string[]
  /** impact → urgency → priority; absent where the contract gives no matrix. */
  readonly matrix?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly decidedBy: 'matrix' | 'both' | 'client' | 'provider'
  readonly onChange: 'retroactive' | 'prospective' | 'frozen'
}

export type ClockRules = {
  readonly startsAt: 'reported' | 'detected'
  readonly pauses: readonly PauseClause[]
  /** Absent: a reopening is always a new cycle. `within` is an ISO 8601 duration. */
  readonly reopen?: { readonly within: string; readonly mode: 'resume' | 'restart' | 'continue' }
  readonly version: 'at-report' | 'at-milestone'
  /** `ignored`: an event of `party: system` reaches no milestone. */
  readonly automaticAnswers: 'ignored' | 'counted'
  readonly mass: 'parent-only' | 'each'
  readonly channels?: {
    /** Channels whose reports open the clock at all; absent: every channel. */
    readonly opensClock?: readonly string[]
    /** Channels that open the clock outside the target calendar's hours. Others wait for the next opening. */
    readonly outsideHours?: readonly string[]
    /** Which priority each channel can give: that of the matrix, or always the same one. */
    readonly rights?: Readonly<Record<string, string>>
  }
  readonly closes?: { readonly tacitAfter: Target }
}

export type CommitmentsChapter = {
  /** Ids of calendars. */
  readonly supportHours?: { readonly options: readonly string[]; readonly selected?: string }
  readonly onCall?: { readonly calendar: string; readonly staffed: boolean }
  readonly priorities?: PriorityRules
  readonly clock: ClockRules
  /** Which milestone stops which measure, defaults applied. */
  readonly milestones: Readonly<Record<Exclude<MeasureKind, 'update-interval'>, Milestone>>
  readonly targets: readonly (TicketCommitment | AvailabilityCommitment)[]
  readonly controls?: readonly ControlClause[]
  readonly services?: readonly ServiceClause[]
  readonly penalties?: readonly PenaltyClause[]
  readonly penaltyRules?: PenaltyRulesClause
  readonly disputes?: DisputesClause
}
