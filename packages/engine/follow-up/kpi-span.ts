import type { Instant } from '../base/instant.ts'

/** The half-open span of a KPI, in a contract's zone, as known at `at`. */
export type KpiSpan = {
  readonly from: Instant
  readonly to: Instant
  readonly at: Instant
  readonly timeZone: string
}
