import type { Outage } from './record/outage.ts'
import type { CallDay } from './record/read-calls.ts'
import type { ControlFact } from './record/read-controls.ts'
import type { FeeFact } from './record/read-fees.ts'
import type { NoticeFact } from './record/read-notices.ts'

/** What penalties need beside the tickets. */
export type PenaltyFacts = {
  /** Amounts of fees by month; they prevail over those that the contract declares. */
  readonly fees?: readonly FeeFact[]
  /** Absent: penalties on availability are not judged, and say so. */
  readonly outages?: readonly Outage[]
  /** Absent: penalties on recurring controls are not judged, and say so. */
  readonly controls?: readonly ControlFact[]
  /** Absent: KPIs of the telephone have no figure. */
  readonly calls?: readonly CallDay[]
  /** Notices (mise en demeure), claims, answers and settlements; absent: whether an amount was claimed in time is not known. */
  readonly notices?: readonly NoticeFact[]
}
