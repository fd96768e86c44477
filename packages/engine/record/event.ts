import type { Instant } from '../base/instant.ts'

/** The closed list of ticket events, in the order that breaks ties at one instant (semantics, *Tickets*). */
export const EVENT_TYPES = [
  'detected',
  'reported',
  'acknowledged',
  'started',
  'workaround',
  'restored',
  'resolved',
  'reopened',
  'closed',
  'cancelled',
  'paused',
  'resumed',
  'prioritised',
  'reclassified',
  'assigned',
  'updated',
  'commented',
  'worked',
  'merged',
  'linked',
  'rated',
  'contested',
  'answered',
  'excluded',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** The columns of an event file beside the envelope (`ticket, at, event, id, seq, recordedAt, corrects`). */
export const COLUMNS = [
  'reason',
  'kind',
  'channel',
  'mode',
  'impact',
  'urgency',
  'priority',
  'assetClass',
  'site',
  'intervention',
  'service',
  'profile',
  'asset',
  'requestedFor',
  'parent',
  'into',
  'commitment',
  'actor',
  'party',
  'minutes',
  'billable',
  'score',
  'text',
] as const
export type Column = (typeof COLUMNS)[number]

/**
 * One accepted fact about a ticket. Columns hold the text of the source; absent where the source is empty.
 * `event` is absent only on a withdrawal (`corrects` names the fact that is withdrawn).
 */
export type TicketEvent = {
  readonly id: string
  readonly ticket: string
  readonly at: Instant
  readonly recordedAt: Instant
  /** Order among facts of one ticket at one instant; 0 where the source gives none. */
  readonly seq: number
  readonly event: EventType
} & { readonly [C in Column]?: string }
