import type { Instant } from '../base/instant.ts'
import type { Column } from './event.ts'
import { effectOf, isOpening, openingsOf } from './fold-ticket.ts'
import type { TicketHistory } from './record.ts'

/**
 * One column of a ticket as `attributesAt(foldTicket(history), instant)` gives it, without folding the others: for a
 * figure that asks one thing of every ticket.
 */
export function columnAt({ events }: TicketHistory, column: Column, instant: Instant): string | undefined {
  const openings = openingsOf(events)
  let value: string | undefined
  let first = true
  for (const event of events) {
    // Before the first fact holds what it says.
    if (event.at > instant && !first) break
    const given = event[column]
    if (given !== undefined) {
      const effect = effectOf(event, column, isOpening(event, openings))
      if (effect === 'replaces' || (effect === 'fills' && value === undefined)) value = given
    }
    first = false
  }
  return value
}
