import type { Instant } from '../base/instant.ts'
import type { Column, TicketEvent } from './event.ts'

/**
 * What is known of a ticket at one instant, by column. Impact, urgency and priority come from its opening facts and
 * from `prioritised`; every other column from its opening facts and from `reclassified`; `parent` and `into` also from
 * `linked` and `merged`. A column that another fact carries fills a blank and never replaces a value.
 */
export type Attributes = { readonly [C in Column]?: string }

/** The attributes in force from `from` on, and the fact that made them so. */
export type AttributesFrom = { readonly from: Instant; readonly event: TicketEvent; readonly attributes: Attributes }

/** Where a ticket stands. A closure without a resolution counts as resolved too. */
export type Phase = 'open' | 'resolved' | 'closed' | 'cancelled' | 'merged'

export type PhaseFrom = { readonly from: Instant; readonly event: TicketEvent; readonly phase: Phase }

/** Something of a ticket's facts that has no effect and that a reader of the figures should know. */
export type Remark = {
  readonly code: 'column-without-effect' | 'reported-again' | 'filled-late'
  readonly event: TicketEvent
  readonly column?: Column
}

/** The fold of one ticket's facts (semantics, *Tickets*). Knows no contract: no clock, no target, no rate. */
export type Ticket = {
  readonly id: string
  /** The facts, in canonical order. */
  readonly events: readonly TicketEvent[]
  /** Instant of the first `detected` and of the first `reported`; at least one is present. */
  readonly detectedAt: Instant | undefined
  readonly reportedAt: Instant | undefined
  /** `reportedAt`, else `detectedAt`. */
  readonly openedAt: Instant
  /** Successive states, by instant; the first is that of the first fact. Several may bear one instant: the last holds. */
  readonly attributes: readonly [AttributesFrom, ...AttributesFrom[]]
  /** Successive phases, by instant, each different from the one before. */
  readonly phases: readonly [PhaseFrom, ...PhaseFrom[]]
  readonly reopenings: readonly TicketEvent[]
  readonly assignments: readonly TicketEvent[]
  readonly pauses: readonly TicketEvent[]
  /** `rated` facts; `score` is the decimal text of the source. */
  readonly ratings: readonly (TicketEvent & { readonly score: string })[]
  /** `worked` facts; `minutes` is the decimal text of the source. */
  readonly work: readonly (TicketEvent & { readonly minutes: string })[]
  /** `excluded` facts, by either party. */
  readonly exclusions: readonly TicketEvent[]
  readonly remarks: readonly Remark[]
}

/** The attributes in force just after `instant`: facts at that very instant included. Before the first fact: its own. */
export function attributesAt(ticket: Ticket, instant: Instant): Attributes {
  return lastFrom(ticket.attributes, instant).attributes
}

/** The phase just after `instant`; `undefined` before the ticket's first fact. */
export function phaseAt(ticket: Ticket, instant: Instant): Phase | undefined {
  return instant < ticket.phases[0].from ? undefined : lastFrom(ticket.phases, instant).phase
}

function lastFrom<State extends { readonly from: Instant }>(
  states: readonly [State, ...State[]],
  instant: Instant,
): State {
  let found = states[0]
  for (const state of states) {
    if (state.from > instant) break
    found = state
  }
  return found
}
