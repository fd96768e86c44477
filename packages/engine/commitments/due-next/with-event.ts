import { EVENT_TYPES, type TicketEvent } from '../../record/event.ts'
import type { TicketHistory } from '../../record/record.ts'

/**
 * A ticket's facts with one more in its canonical place: by instant, `seq` and event type, then after those already
 * there. A correction is no such fact: it needs the record that it corrects.
 */
export function withEvent(history: TicketHistory | undefined, event: TicketEvent): TicketHistory {
  const events = history?.events ?? []
  let place = events.length
  while (place > 0 && comesAfter(events[place - 1] as TicketEvent, event)) place -= 1
  return { ticket: event.ticket, events: events.toSpliced(place, 0, event) }
}

function comesAfter(a: TicketEvent, b: TicketEvent): boolean {
  if (a.at !== b.at) return a.at > b.at
  if (a.seq !== b.seq) return a.seq > b.seq
  return EVENT_TYPES.indexOf(a.event) > EVENT_TYPES.indexOf(b.event)
}
