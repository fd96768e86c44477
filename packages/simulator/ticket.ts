import type { Arrival } from './demand.ts'
import type { Rated } from './priority.ts'
import type { OUTCOMES } from './shape.ts'

/** A ticket on the desk. It is forgotten once nothing more is planned for it. */
export type Ticket = {
  readonly id: string
  readonly arrival: Arrival
  /** Facts written so far. */
  seq: number
  state: 'new' | 'queued' | 'at-work' | 'paused' | 'linked' | 'restored' | 'resolved' | 'closed' | 'ended'
  kind: string
  rated: Rated
  /** Needs an experienced technician. */
  expert: boolean
  /** Seconds of work left, and those of them until `outcome`. */
  left: number
  leg: number
  outcome: (typeof OUTCOMES)[number] | 'workaround'
  /** Assignments planned so far. */
  legs: number
  /** Epoch seconds; 0 until it happens. */
  startedAt: number
  resumedAt: number
  /** Name of the technician; empty until there is one. */
  assignee: string
  pauses: number
  reopenings: number
  /** Id, instant and actor of the last resolution and of the last work, which may be corrected. */
  resolution: { readonly id: string; readonly at: number; readonly actor: string } | undefined
  lastWork: { readonly id: string; readonly at: number } | undefined
  parent: Ticket | undefined
  readonly children: Ticket[]
  /** End of the failure that the ticket is about: it is not restored before. */
  readonly failsUntil: number
}
