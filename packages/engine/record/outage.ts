import type { Instant } from '../base/instant.ts'
import type { Ratio } from '../base/ratio.ts'

export const OUTAGE_STATES = ['up', 'down', 'degraded', 'unknown', 'maintenance'] as const
export type OutageState = (typeof OUTAGE_STATES)[number]

/** One row of an outage file: a component was in `state` over the half-open `[from, to)`. */
export type Outage = {
  readonly component: string
  readonly from: Instant
  /** Absent: still so. */
  readonly to?: Instant
  readonly state: OutageState
  /** Of a maintenance window: when it was announced. */
  readonly announcedAt?: Instant
  /** Of degraded time: the part of it that counts as down, between 0 and 1. */
  readonly weight?: Ratio
  /** When it was known; `from` where the source does not say. */
  readonly recordedAt: Instant
}
