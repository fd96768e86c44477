import { type Desk, deadline, enqueue, language, whenOpen } from './desk.ts'
import { planDispute } from './dispute.ts'
import * as shape from './shape.ts'
import type { Ticket } from './ticket.ts'
import { sentence } from './words.ts'

/** The work is done: what is critical is restored first and settled later, the rest is resolved. */
export function solve(desk: Desk, ticket: Ticket, by: string): void {
  // A child that nobody has read yet is solved when it is; one that came back is solved for itself.
  if (!['at-work', 'linked', 'restored'].includes(ticket.state)) return
  const { agenda, facts, random } = desk
  const critical = ticket.rated.rank === 0 && ticket.kind === 'incident'
  if (
    ticket.state === 'at-work' &&
    ticket.kind === 'incident' &&
    (critical || (ticket.rated.rank === 1 && random.chance(450)))
  ) {
    ticket.state = 'restored'
    facts.write(ticket, agenda.now, 'restored', { actor: by, party: 'provider' })
    const settles = critical ? random.draw(shape.CRITICAL_SETTLES) : random.between(120, 1500)
    agenda.plan(agenda.now + settles, { type: 'solved', ticket, by })
    for (const child of ticket.children.filter(({ state }) => state === 'linked')) {
      agenda.plan(agenda.now + random.between(300, 5400), { type: 'solved', ticket: child, by })
    }
    return
  }
  resolve(desk, ticket, by)
}

/** A client gives a score. */
export function rate(desk: Desk, ticket: Ticket, slow: boolean): void {
  const { setting, random, facts, agenda } = desk
  const scale = setting.contract.followUp.satisfaction?.scale ?? 5
  const fifth = random.pick(slow ? shape.SCORES_SLOW : shape.SCORES_PLEASED) + 1
  const score = String(Math.max(1, Math.ceil((fifth * scale) / 5)))
  facts.write(ticket, agenda.now, 'rated', { actor: ticket.arrival.actor, party: 'client', score })
}

/** It was not fixed after all. */
export function reopen(desk: Desk, ticket: Ticket, reopenings: number): void {
  const settled = ticket.state === 'resolved' || ticket.state === 'closed'
  if (!settled || ticket.reopenings !== reopenings) return
  const { random, facts, agenda } = desk
  facts.write(ticket, agenda.now, 'reopened', { actor: ticket.arrival.actor, party: ticket.arrival.party })
  ticket.reopenings++
  ticket.left = random.draw(shape.WORK.simple)
  ticket.leg = 0
  ticket.state = 'queued'
  enqueue(ticket.expert ? desk.expertWork : desk.work, ticket)
}

export function close(desk: Desk, ticket: Ticket, reopenings: number, party: 'client' | 'provider'): void {
  if (ticket.state !== 'resolved' || ticket.reopenings !== reopenings) return
  ticket.state = 'closed'
  const columns =
    party === 'client'
      ? { actor: ticket.arrival.actor, party }
      : { actor: 'desk-1', party, text: sentence(desk.random, language(desk), 'tacit') }
  desk.facts.write(ticket, desk.agenda.now, 'closed', columns)
}

/** The time of the resolution was noted wrongly, or a line of work twice. */
export function correct(desk: Desk, ticket: Ticket): void {
  const { resolution, lastWork } = ticket
  const { random, facts, agenda } = desk
  if (ticket.state !== 'resolved' || resolution === undefined || ticket.reopenings > 0) return
  if (lastWork !== undefined && random.chance(shape.WITHDRAWN)) {
    facts.correct(ticket, lastWork.id, lastWork.at, agenda.now, '')
    ticket.lastWork = undefined
    return
  }
  // It cannot have been resolved before it was worked on, nor while it waited.
  const earliest = Math.max(ticket.startedAt, ticket.resumedAt) + 60
  const at = Math.max(earliest, resolution.at - random.between(300, 2400))
  if (at >= resolution.at) return
  const text = sentence(random, language(desk), 'correction')
  const columns = { actor: resolution.actor, party: 'provider', text } as const
  facts.correct(ticket, resolution.id, at, agenda.now, 'resolved', columns)
}

function resolve(desk: Desk, ticket: Ticket, by: string): void {
  const { agenda, facts, random } = desk
  const now = agenda.now
  if (ticket.legs === 0 && ticket.startedAt > 0) writeCall(desk, ticket, by)
  const wasRestored = ticket.state === 'restored'
  ticket.state = 'resolved'
  const id = facts.write(ticket, now, 'resolved', { actor: by, party: 'provider' })
  ticket.resolution = { id, at: now, actor: by }
  const slow = isSlow(ticket, now)
  const { reopenings } = ticket
  if (ticket.arrival.party === 'client' && random.chance(shape.RATED)) {
    agenda.plan(whenOpen(desk, now + random.draw(shape.RATED_AFTER)), { type: 'rated', ticket, slow })
  }
  if (
    ticket.arrival.party === 'client' &&
    reopenings < 2 &&
    random.chance(slow ? shape.REOPENED_SLOW : shape.REOPENED)
  ) {
    const back = now + 300 + random.draw(shape.REOPENED_AFTER)
    agenda.plan(whenOpen(desk, back), { type: 'reopened', ticket, reopenings })
  }
  planClosing(desk, ticket)
  // A corrected instant must stay after a restoration: tickets without one only.
  if (!wasRestored && random.chance(shape.CORRECTED)) {
    agenda.plan(now + random.between(3600, 72_000), { type: 'corrected', ticket })
  }
  planDispute(desk, ticket, slow)
}

function planClosing(desk: Desk, ticket: Ticket): void {
  const { agenda, random, setting } = desk
  const { reopenings } = ticket
  if (ticket.arrival.party === 'client' && random.chance(shape.CONFIRMED)) {
    const confirmed = whenOpen(desk, agenda.now + random.draw(shape.CONFIRMED_AFTER))
    agenda.plan(confirmed, { type: 'closed', ticket, reopenings, party: 'client' })
    return
  }
  const tacit = setting.tacitAfter ? deadline(desk, agenda.now, setting.tacitAfter) : agenda.now + shape.CLOSED_AFTER
  agenda.plan(tacit, { type: 'closed', ticket, reopenings, party: 'provider' })
}

/** The work of a ticket solved during the call. */
function writeCall(desk: Desk, ticket: Ticket, by: string): void {
  const minutes = String(Math.max(1, Math.ceil((desk.agenda.now - ticket.startedAt) / 60)))
  const id = desk.facts.write(ticket, desk.agenda.now, 'worked', {
    actor: by,
    party: 'provider',
    minutes,
    billable: 'false',
  })
  ticket.lastWork = { id, at: desk.agenda.now }
}

function isSlow(ticket: Ticket, now: number): boolean {
  const patience = shape.PATIENCE[Math.min(ticket.rated.rank, shape.PATIENCE.length - 1)] ?? 0
  return now - ticket.arrival.at > patience
}
