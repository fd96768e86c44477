import { formatCivilDate, parseCivilDate } from '../../base/civil-date.ts'
import { END_DAY } from '../../calendar/local-time.ts'
import type { Contract } from '../contract.ts'
import { contractTerms, usualHorizon } from './contract-terms.ts'
import type { Deadline, DraftDeadline } from './deadline.ts'
import { priceDeadlines } from './price-deadlines.ts'
import { recurringDeadlines } from './recurring-deadlines.ts'
import { standingDeadlines } from './standing-deadlines.ts'
import { termDeadlines } from './term-deadlines.ts'

export type DeadlinesRequest = {
  /** First civil date, inclusive; default: the first deadline. */
  readonly from?: string
  /** Civil date, exclusive; default: the end of the initial term and, if its renewal is tacit, of the first renewal. */
  readonly to?: string
  /** Also what comes back every month: reports, claim windows, committees. Default: no. */
  readonly recurring?: boolean
}

/**
 * The windows and deadlines of a contract (term, renewal, notice, exit, revision, options, reviews, registers) by date,
 * in civil days of its zone with the month's end clamped. Without `to`, those that follow the last term's end too.
 */
export function contractDeadlines(contract: Contract, request: DeadlinesRequest = {}): readonly Deadline[] {
  const from = parseCivilDate(request.from ?? '') ?? Number.NEGATIVE_INFINITY
  const asked = parseCivilDate(request.to ?? '')
  const horizon = Math.min(asked ?? usualHorizon(contract), END_DAY)
  const last = asked ?? Number.POSITIVE_INFINITY
  // What prepares a revision, or follows the end of a term, lies before or after it by less than three years.
  const reach = Math.min(horizon + (asked === undefined ? 0 : 3 * 366), END_DAY)
  const drafts = [
    ...contractTerms(contract, reach).flatMap((span) => termDeadlines(contract, span)),
    ...priceDeadlines(contract, reach + (asked === undefined ? 1 : 0)),
    ...standingDeadlines(contract, horizon),
    ...(request.recurring === true ? recurringDeadlines(contract, Math.max(from, -END_DAY), horizon) : []),
  ]
  return drafts
    .filter(({ day }) => day >= from && day < last)
    .toSorted(byDay)
    .map(({ day, ...rest }) => ({ ...rest, date: formatCivilDate(day) }))
}

function byDay(a: DraftDeadline, b: DraftDeadline): number {
  return a.day - b.day || (a.at ?? 0) - (b.at ?? 0) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
}
