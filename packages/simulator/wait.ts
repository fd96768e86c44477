import type { PauseClause } from '@vigie/engine'
import { type Desk, deadline, language, whenOpen } from './desk.ts'
import * as shape from './shape.ts'
import type { Ticket } from './ticket.ts'
import { sentence } from './words.ts'

/** The work stops for a reason that the contract lists; a contract that lists none is not stopped. */
export function beginWait(desk: Desk, ticket: Ticket, by: string): void {
  const { agenda, random, facts } = desk
  const wait = ticket.outcome === 'client' || ticket.outcome === 'third-party' ? ticket.outcome : 'other'
  const clauses = desk.setting.pauses[wait]
  const clause = clauses[random.below(Math.max(1, clauses.length))]
  if (clause === undefined) {
    agenda.plan(agenda.now, { type: 'queued', ticket })
    return
  }
  ticket.state = 'paused'
  ticket.pauses++
  const text = random.chance(shape.PROOF_MISSING) ? '' : sentence(random, language(desk), REASONS[wait])
  facts.write(ticket, agenda.now, 'paused', { reason: clause.reason, actor: by, party: 'provider', text })
  planReminder(desk, ticket, clause)
  planEnd(desk, ticket, wait, clause)
}

/** The desk asks again, while nobody has answered. */
export function remind(desk: Desk, ticket: Ticket, pauses: number): void {
  if (ticket.state !== 'paused' || ticket.pauses !== pauses) return
  const text = sentence(desk.random, language(desk), 'reminder')
  desk.facts.write(ticket, desk.agenda.now, 'commented', { actor: 'desk-1', party: 'provider', text })
}

/** The answer is there: the work goes on, or waits for something else. */
export function endWait(desk: Desk, ticket: Ticket, pauses: number): void {
  if (ticket.state !== 'paused' || ticket.pauses !== pauses) return
  const { agenda, random, facts } = desk
  if (ticket.outcome === 'client' && random.chance(shape.WAITS_FOR_ANOTHER)) {
    ticket.outcome = 'third-party'
    beginWait(desk, ticket, ticket.assignee)
    return
  }
  ticket.resumedAt = agenda.now
  const answered = ticket.outcome === 'client'
  const who = answered ? ticket.arrival.actor : ticket.assignee
  facts.write(ticket, agenda.now, 'resumed', { actor: who, party: answered ? ticket.arrival.party : 'provider' })
  agenda.plan(agenda.now + random.between(0, 900), { type: 'queued', ticket })
}

/** Nobody answered for as long as the contract waits. */
export function closeUnanswered(desk: Desk, ticket: Ticket, pauses: number): void {
  if (ticket.state !== 'paused' || ticket.pauses !== pauses) return
  ticket.state = 'closed'
  const text = sentence(desk.random, language(desk), 'unanswered')
  desk.facts.write(ticket, desk.agenda.now, 'closed', { actor: 'desk-1', party: 'provider', text })
}

const REASONS = { client: 'client', 'third-party': 'thirdParty', other: 'otherWait' } as const
const ANSWERS = { client: shape.CLIENT_ANSWERS, 'third-party': shape.THIRD_PARTY_ANSWERS, other: shape.OTHER_WAIT }

function planReminder(desk: Desk, ticket: Ticket, clause: PauseClause): void {
  if (clause.remindAfter === undefined || desk.random.chance(shape.NOT_REMINDED)) return
  const owed = deadline(desk, desk.agenda.now, clause.remindAfter)
  desk.agenda.plan(whenOpen(desk, owed), { type: 'reminded', ticket, pauses: ticket.pauses })
}

/** People answer when they are at work. A wait that is forgotten ends some time after the limit of its clause. */
function planEnd(desk: Desk, ticket: Ticket, wait: keyof typeof ANSWERS, clause: PauseClause): void {
  const { agenda, random } = desk
  const { pauses } = ticket
  if (clause.atMost === undefined || !random.chance(shape.FORGOTTEN)) {
    const answer = agenda.now + random.draw(ANSWERS[wait])
    agenda.plan(whenOpen(desk, answer), { type: 'wait-ends', ticket, pauses })
    return
  }
  const found = deadline(desk, agenda.now, clause.atMost) + random.draw(shape.FOUND_AGAIN)
  const unanswered = clause.then === 'close-without-answer'
  agenda.plan(whenOpen(desk, found), { type: unanswered ? 'unanswered' : 'wait-ends', ticket, pauses })
}
