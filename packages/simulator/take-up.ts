import type { Clerk } from './clerk.ts'
import { type Desk, enqueue, inBadWeek, isOpen, language, ofMonth, onCall, whenOpen } from './desk.ts'
import { priorityOf } from './priority.ts'
import * as shape from './shape.ts'
import type { Ticket } from './ticket.ts'
import { sentence } from './words.ts'

/** A clerk looks at the queue: reads the first ticket, then serves other clients before the next one. */
export function readNext(desk: Desk, clerk: Clerk): void {
  const { agenda, random, unread } = desk
  if (!isOpen(desk)) {
    agenda.plan(whenOpen(desk, agenda.now), { type: 'clerk-looks', clerk })
    return
  }
  const ticket = unread.shift()
  if (ticket === undefined) {
    clerk.called = false
    return
  }
  const read = agenda.now + random.draw(shape.CLERK_READS)
  agenda.plan(read, { type: 'taken-up', ticket, by: clerk.name })
  const crowding = inBadWeek(desk) ? shape.CROWDING_OF_BAD_WEEK : ofMonth(desk, shape.CROWDING_OF_MONTH)
  const away = Math.floor((random.draw(shape.CLERK_LOOKS) * crowding) / 1000)
  agenda.plan(read + (random.chance(500) ? 0 : away), { type: 'clerk-looks', clerk })
}

/** A person has read the ticket: acknowledged, sorted, and solved at once or passed on. */
export function takeUp(desk: Desk, ticket: Ticket, by: string): void {
  if (ticket.state !== 'new') return
  const { agenda, facts, random } = desk
  const now = agenda.now
  if (isDuplicate(desk, ticket)) return
  facts.write(ticket, now, 'acknowledged', { actor: by, party: 'provider' })
  desk.recent.set(ticket.arrival.assetClass, ticket)
  sortOut(desk, ticket, by)
  if (ticket.parent !== undefined) {
    facts.write(ticket, now, 'linked', { parent: ticket.parent.id, actor: by, party: 'provider' })
    ticket.state = 'linked'
    const over = ['restored', 'resolved', 'closed'].includes(ticket.parent.state)
    if (over) agenda.plan(now + random.between(300, 3600), { type: 'solved', ticket, by })
    return
  }
  if (ticket.rated.rank === 0) planUpdate(desk, ticket)
  if (random.chance(shape.CLIENT_COMMENTS)) agenda.plan(now + random.between(1800, 90_000), { type: 'comment', ticket })
  if (isSolvedAtOnce(desk, ticket)) {
    ticket.state = 'at-work'
    ticket.startedAt = now
    facts.write(ticket, now, 'started', { actor: by, party: 'provider' })
    agenda.plan(now + ticket.left, { type: 'solved', ticket, by })
    return
  }
  const mislaid = ticket.rated.rank > 0 && random.chance(shape.MISLAID_READ)
  agenda.plan(now + (mislaid ? random.draw(shape.MISLAID_FOR) : 0), { type: 'queued', ticket })
}

/** The next status update of a ticket that is not restored yet. */
export function planUpdate(desk: Desk, ticket: Ticket): void {
  desk.agenda.plan(desk.agenda.now + desk.random.draw(shape.UPDATE_INTERVAL), { type: 'update-due', ticket })
}

/** Says where a critical ticket stands, until it is restored. */
export function giveUpdate(desk: Desk, ticket: Ticket): void {
  if (!['new', 'queued', 'at-work', 'paused'].includes(ticket.state)) return
  // At night nobody works on it, and nobody is there to write.
  if (desk.setting.onCall.isOpen(desk.agenda.now * 1000)) {
    const text = sentence(desk.random, language(desk), 'update')
    const actor = ticket.assignee || (onCall(desk)?.name ?? '')
    desk.facts.write(ticket, desk.agenda.now, 'updated', { actor, party: 'provider', text })
  }
  planUpdate(desk, ticket)
}

/** Withdrawn by its author while nobody works on it. */
export function cancel(desk: Desk, ticket: Ticket): void {
  if (ticket.state !== 'new' && ticket.state !== 'queued') return
  ticket.state = 'ended'
  for (const queue of [desk.unread, desk.work, desk.expertWork]) {
    const place = queue.indexOf(ticket)
    if (place >= 0) queue.splice(place, 1)
  }
  desk.facts.write(ticket, desk.agenda.now, 'cancelled', { actor: ticket.arrival.actor, party: ticket.arrival.party })
}

/** The priority changes on the way, by the desk or the client; sometimes by a tool that has no say in it. */
export function reprioritise(desk: Desk, ticket: Ticket): void {
  if (!['queued', 'at-work', 'paused'].includes(ticket.state)) return
  const { setting, random, facts, agenda } = desk
  const { impact, urgency, rank } = ticket.rated
  const step = rank > 0 && random.chance(550) ? -1 : 1
  const nextUrgency = setting.urgencies[setting.urgencies.indexOf(urgency) + step]
  if (nextUrgency === undefined) return
  const machine = random.chance(shape.REPRIORITISED_BY_SYSTEM)
  const party = machine ? 'system' : step < 0 && random.chance(350) ? 'client' : 'provider'
  const rated = priorityOf(setting, impact, nextUrgency)
  const columns = { impact, urgency: nextUrgency, priority: rated.priority, party } as const
  facts.write(ticket, agenda.now, 'prioritised', columns)
  if (!machine) ticket.rated = rated
  for (const queue of [desk.work, desk.expertWork]) {
    const place = queue.indexOf(ticket)
    if (place < 0) continue
    queue.splice(place, 1)
    enqueue(queue, ticket)
  }
}

/** Reported twice: merged into the ticket that is open on the same thing. */
function isDuplicate(desk: Desk, ticket: Ticket): boolean {
  const original = desk.recent.get(ticket.arrival.assetClass)
  if (original === undefined || ticket.failsUntil > 0 || ticket.parent !== undefined) return false
  const open = original.state === 'queued' || original.state === 'at-work' || original.state === 'paused'
  if (!open || original.kind !== ticket.kind || !desk.random.chance(shape.MERGED * 4)) return false
  ticket.state = 'ended'
  desk.facts.write(ticket, desk.agenda.now, 'merged', { into: original.id, actor: 'desk-1', party: 'provider' })
  return true
}

/** What was reported as an incident is a request, or the reverse; and some priorities will change on the way. */
function sortOut(desk: Desk, ticket: Ticket, by: string): void {
  const { agenda, random, facts } = desk
  const swapped = ticket.kind === 'incident' ? 'request' : ticket.kind === 'request' ? 'incident' : undefined
  if (
    swapped !== undefined &&
    ticket.rated.rank > 1 &&
    ticket.parent === undefined &&
    random.chance(shape.RECLASSIFIED)
  ) {
    ticket.kind = swapped
    facts.write(ticket, agenda.now, 'reclassified', { kind: swapped, actor: by, party: 'provider' })
  }
  if (desk.setting.urgencies.length > 1 && ticket.kind === 'incident' && random.chance(shape.REPRIORITISED)) {
    agenda.plan(agenda.now + random.between(300, 14_400), { type: 'reprioritised', ticket })
  }
}

function isSolvedAtOnce(desk: Desk, ticket: Ticket): boolean {
  if (ticket.failsUntil > 0 || ticket.rated.rank === 0) return false
  if (ticket.kind === 'alert') return desk.random.chance(shape.ALERT_IS_FALSE)
  const short = ticket.left <= shape.SHORT_WORK && !ticket.expert
  return short && ticket.arrival.channel === 'phone' && isOpen(desk) && desk.random.chance(shape.SOLVED_ON_THE_PHONE)
}
