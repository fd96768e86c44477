import type { Instant } from '../base/instant.ts'
import type { TicketHistory } from '../record/record.ts'
import { judgeClocks } from './judge-clocks.ts'
import type { Measure } from './measure.ts'
import type { TermsInForce } from './terms.ts'
import type { TicketFamily, TicketMeasures } from './ticket-measures.ts'

/**
 * Every measure of one ticket at an observation, under the versions of the contract (semantics, *Tickets*). Facts after
 * `at` are ignored; what was recorded after it is for the record to withhold. The measure of a past instant with what is
 * known now is `measureTicket(history, terms, thatInstant)`.
 */
export function measureTicket(
  ticket: TicketHistory,
  terms: TermsInForce,
  at: Instant,
  family?: TicketFamily,
): TicketMeasures {
  const measures: Measure[] = []
  const { warnings, ties } = judgeClocks(ticket, terms, at, family, (clock) => measures.push(clock.measure))
  return { measures, warnings, ties }
}
