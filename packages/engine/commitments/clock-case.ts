import type { Instant } from '../base/instant.ts'
import type { MeasureKind, Milestone } from './clause-types.ts'
import type { ClockRun } from './run-clock.ts'
import type { Terms } from './terms.ts'
import type { TicketFamily } from './ticket-measures.ts'
import type { Mark, Timeline } from './timeline.ts'

/** One clock of one cycle of a ticket, run but not yet judged. */
export type ClockCase = {
  readonly timeline: Timeline
  readonly terms: Terms
  readonly measure: MeasureKind
  /** The milestone that the contract binds the measure to. */
  readonly milestone: Milestone
  readonly run: ClockRun
  readonly cycle: number
  /** The reopening past the window that opens this cycle; absent in the first. */
  readonly opening: Mark | undefined
  readonly at: Instant
  /** No version was in force at the report: `terms` are the nearest. */
  readonly noContract: boolean
  /** The version is that of the milestone, and not that of the report. */
  readonly moved: boolean
  readonly family: TicketFamily | undefined
}
