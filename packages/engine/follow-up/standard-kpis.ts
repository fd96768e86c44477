import type { KpiFormula } from './kpi.ts'
import { abandonRate } from './kpis/abandon-rate.ts'
import { answerRate } from './kpis/answer-rate.ts'
import { backlogAge } from './kpis/backlog-age.ts'
import { firstContactResolution } from './kpis/first-contact-resolution.ts'
import { meanTimeToResolve } from './kpis/mean-time-to-resolve.ts'
import { meanTimeToRespond } from './kpis/mean-time-to-respond.ts'
import { p90TimeToResolve } from './kpis/p90-time-to-resolve.ts'
import { reopenRate } from './kpis/reopen-rate.ts'
import { satisfaction } from './kpis/satisfaction.ts'
import { ticketCount } from './kpis/ticket-count.ts'

/** The KPIs that a contract may name by their id alone, in the order of the reference page. */
export const STANDARD_KPIS: readonly KpiFormula[] = [
  ticketCount,
  meanTimeToRespond,
  meanTimeToResolve,
  p90TimeToResolve,
  backlogAge,
  reopenRate,
  firstContactResolution,
  satisfaction,
  answerRate,
  abandonRate,
]
