import type { Instant } from '../base/instant.ts'
import type { Because, Measure } from './measure.ts'
import type { TargetTie } from './select-target.ts'

/** What one ticket gives: its measures, and what concerns the ticket as a whole. */
export type TicketMeasures = {
  /** By measure (in the order response … update-interval), then by cycle. */
  readonly measures: readonly Measure[]
  /** What a reader should know of a ticket beside its measures, e.g. that no commitment holds it. */
  readonly warnings: readonly Because[]
  /** Not empty: the contract does not say which clause holds the ticket; no figure stands until it does. */
  readonly ties: readonly TargetTie[]
}

/** What a measure needs to know beside its own ticket. */
export type TicketFamily = {
  /**
   * Under `mass: parent-only`, whether a ticket linked to `parent` still counts itself: it does where the parent is no
   * ticket of the record and this one stands for its family. Absent: a linked ticket never counts.
   */
  counts(ticket: string, parent: string): boolean
  /** Whether a prerequisite of the client is known to be unmet at an instant; absent: nothing is known of them. */
  readonly unmet?: (prerequisite: string, at: Instant) => boolean
}
