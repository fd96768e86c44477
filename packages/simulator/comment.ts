import { type Desk, language } from './desk.ts'
import type { Ticket } from './ticket.ts'
import { sentence } from './words.ts'

/** The client asks where the ticket stands, while it is open. */
export function comment(desk: Desk, ticket: Ticket): void {
  if (!['queued', 'at-work', 'paused', 'linked'].includes(ticket.state)) return
  const { actor, party } = ticket.arrival
  const text = sentence(desk.random, language(desk), 'clientComment')
  desk.facts.write(ticket, desk.agenda.now, 'commented', { actor, party, text })
}
