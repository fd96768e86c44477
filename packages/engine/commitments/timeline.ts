import type { Instant } from '../base/instant.ts'
import type { TicketEvent } from '../record/event.ts'
import type { TicketHistory } from '../record/record.ts'
import type { Attributes } from '../record/ticket.ts'
import type { Milestone, PauseClause } from './clause-types.ts'
import type { PriorityState } from './decide-priority.ts'
import type { Because } from './measure.ts'

/** Marks that move clocks, as ranks: the milestones in their order, then what undoes or ends them. */
export const RANKS = {
  acknowledged: 0,
  started: 1,
  workaround: 2,
  restored: 3,
  resolved: 4,
  closed: 5,
} as const satisfies {
  readonly [M in Milestone]: number
}
/** From this rank on a milestone is undone by a reopening; below it never. */
export const RESTORED: number = RANKS.restored
export const CLOSED: number = RANKS.closed
export const REOPENED = 6
/** Cancelled or merged. */
export const WITHDRAWN = 7
/** Closed by the contract for want of an answer: no fact of its own, the pause's. */
export const UNANSWERED = 8

/** What a reopening does, by the contract's window and mode. `nothing`: there was nothing to undo. */
export type Reopening = 'nothing' | 'resume' | 'restart' | 'continue' | 'new-cycle'

/** Something that stops, restarts or ends clocks. `index` is its place in `events`, or that of the last fact before it. */
export type Mark = {
  readonly rank: number
  readonly at: Instant
  readonly index: number
  readonly event: TicketEvent
  readonly reopening: Reopening
}

/** A limit of a pause under one clause. */
export type PauseBound = {
  readonly clause: PauseClause
  /** Past it time counts again, or the ticket is closed. */
  readonly limit: Instant | undefined
  /** The instant when a reminder was owed and none was recorded. */
  readonly unreminded: Instant | undefined
}

/** A pause as the facts tell it; `to` is `Infinity` while it lasts. */
export type RawPause = {
  readonly event: TicketEvent
  readonly index: number
  readonly from: Instant
  readonly to: Instant
  readonly reason: string
  /** The same reason as the pause that it ends. */
  readonly repeated: boolean
  /** One for each clause of this reason. */
  readonly bounds: readonly PauseBound[]
}

/** What the ticket is from the fact at `index` on, as far as clocks care. */
export type TicketState = {
  readonly index: number
  readonly at: Instant
  readonly event: TicketEvent
  /** Every column but impact, urgency and priority. */
  readonly attributes: Attributes
  /** Impact, urgency and priority with effect. */
  readonly decided: PriorityState
}

/** A remark on the fact at `index`. */
export type Finding = { readonly index: number; readonly because: Because }

/** What the clocks of one ticket need, read once from its facts up to the observation, under one version. */
export type Timeline = {
  readonly ticket: TicketHistory
  /** Number of facts up to the observation. */
  readonly known: number
  /** The report that opens the clock, else the first; the first detection where there is none. */
  readonly report: TicketEvent
  readonly reportIndex: number
  readonly detection: TicketEvent | undefined
  /** False: no report came by a channel that opens clocks. */
  readonly opensClock: boolean
  /** In order. */
  readonly marks: readonly Mark[]
  /** Something cancels or merges the ticket. */
  readonly withdrawn: boolean
  /** Milestones recorded by machines and ignored, in order. */
  readonly ignored: readonly Mark[]
  readonly states: readonly [TicketState, ...TicketState[]]
  readonly pauses: readonly RawPause[]
  /** Indexes of the `updated` facts that count as status updates. */
  readonly updates: readonly number[]
  readonly exclusions: readonly TicketEvent[]
  readonly findings: readonly Finding[]
}
