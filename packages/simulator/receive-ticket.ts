import type { Arrival } from './demand.ts'
import { type Desk, enqueue, isOpen, language, onCall, whenOpen } from './desk.ts'
import type { Columns } from './facts.ts'
import * as shape from './shape.ts'
import type { Ticket } from './ticket.ts'
import { sentence, subjectOf } from './words.ts'

/** A ticket is reported: its opening facts, a machine's answer, and the plan for a person to read it. */
export function receiveTicket(desk: Desk, arrival: Arrival, failsUntil: number, parent: Ticket | undefined): Ticket {
  const { random, facts, agenda } = desk
  const ticket = openTicket(desk, arrival, failsUntil, parent)
  if (arrival.detectedAt !== undefined) facts.write(ticket, arrival.detectedAt, 'detected', { party: 'system' })
  facts.write(ticket, arrival.at, 'reported', openingColumns(desk, ticket))
  answerByMachine(desk, ticket)
  if (failsUntil === 0 && parent === undefined && random.chance(shape.CANCELLED)) {
    agenda.plan(arrival.at + random.between(600, 60_000), { type: 'cancelled', ticket })
  }
  planReading(desk, ticket)
  return ticket
}

function answerByMachine(desk: Desk, ticket: Ticket): void {
  const { random, facts } = desk
  const { channel, at } = ticket.arrival
  if (channel !== 'email' && channel !== 'portal') return
  const answered = Math.min(at + random.between(1, 4), desk.setting.end - 1)
  if (random.chance(shape.ACKNOWLEDGED_BY_MACHINE)) {
    facts.write(ticket, answered, 'acknowledged', { party: 'system' })
  } else if (random.chance(shape.ANSWERED_BY_MACHINE)) {
    const text = sentence(random, language(desk), 'automatic')
    facts.write(ticket, answered, 'commented', { party: 'system', text })
  }
}

function openTicket(desk: Desk, arrival: Arrival, failsUntil: number, parent: Ticket | undefined): Ticket {
  desk.tickets++
  const ticket: Ticket = {
    id: `${desk.prefix}${String(desk.tickets).padStart(5, '0')}`,
    arrival,
    seq: 0,
    state: 'new',
    kind: arrival.kind,
    rated: arrival,
    expert: isExpert(desk, arrival),
    left: 0,
    leg: 0,
    outcome: 'finish',
    legs: 0,
    startedAt: 0,
    resumedAt: 0,
    assignee: '',
    pauses: 0,
    reopenings: 0,
    resolution: undefined,
    lastWork: undefined,
    parent,
    children: [],
    failsUntil,
  }
  ticket.left = workOf(desk, ticket)
  parent?.children.push(ticket)
  return ticket
}

function isExpert(desk: Desk, arrival: Arrival): boolean {
  if (arrival.kind === 'change' || arrival.kind === 'problem' || arrival.rank === 0) return true
  return desk.random.chance(shape.INFRASTRUCTURE.has(arrival.assetClass) ? 700 : 120)
}

/** Seconds of work, less as the desk learns its client. */
function workOf(desk: Desk, ticket: Ticket): number {
  const work = desk.random.draw(shape.WORK[workKind(ticket)])
  const day = desk.setting.days[desk.today]?.date ?? ''
  const months = monthsBetween(desk.setting.contract.effectiveFrom, day)
  const { first, perMonth, last } = shape.LEARNING
  const share = Math.max(last, first - perMonth * Math.max(0, months))
  const drawn = Math.max(60, Math.floor((work * share) / 1000))
  return ticket.failsUntil > 0 ? Math.max(drawn, 300) : drawn
}

function workKind(ticket: Ticket): shape.WorkKind {
  if (ticket.rated.rank === 0 && ticket.kind === 'incident') return 'critical'
  if (ticket.kind === 'request' || ticket.kind === 'change') return ticket.kind
  if (ticket.kind === 'alert' || ticket.kind === 'problem') return ticket.kind
  return ticket.expert ? 'expert' : 'simple'
}

function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

function openingColumns(desk: Desk, ticket: Ticket): Columns {
  const { arrival, kind } = ticket
  return {
    kind,
    channel: arrival.channel,
    mode: arrival.mode,
    impact: arrival.impact,
    urgency: arrival.urgency,
    priority: statedPriority(desk, ticket),
    assetClass: arrival.assetClass,
    site: arrival.site,
    intervention: arrival.intervention,
    service: arrival.service,
    profile: arrival.profile,
    asset: arrival.asset,
    requestedFor: arrival.requestedFor,
    actor: arrival.actor,
    party: arrival.party,
    text: opening(desk, ticket),
  }
}

/** A desk sometimes writes a priority that its own matrix does not give. */
function statedPriority(desk: Desk, ticket: Ticket): string {
  const { rank, priority } = ticket.rated
  if (rank < 2 || !desk.random.chance(shape.DISAGREES_WITH_MATRIX)) return priority
  const other = desk.setting.levels[rank === 2 ? 3 : 2] ?? priority
  ticket.rated = { ...ticket.rated, priority: other, rank: rank === 2 ? 3 : 2 }
  return other
}

function opening(desk: Desk, ticket: Ticket): string {
  const { random } = desk
  const { kind, rated } = ticket
  const critical = kind === 'incident' && rated.rank === 0
  if (critical || ticket.parent) return sentence(random, language(desk), 'outage')
  if (kind === 'alert' || kind === 'problem' || kind === 'request' || kind === 'change') {
    return sentence(random, language(desk), kind)
  }
  return subjectOf(random, language(desk), ticket.arrival.assetClass)
}

function planReading(desk: Desk, ticket: Ticket): void {
  const { random, agenda, setting } = desk
  const { at, channel } = ticket.arrival
  const open = isOpen(desk)
  if (open && channel === 'phone') {
    agenda.plan(at + random.draw(shape.PHONE_ANSWER), { type: 'taken-up', ticket, by: 'desk-1' })
  } else if (ticket.rated.rank === 0 || ticket.kind === 'alert') {
    const critical = open ? shape.CRITICAL_TAKEN_UP : shape.ON_CALL_TAKES_UP
    const delay = random.draw(ticket.rated.rank === 0 ? critical : shape.ALERT_TAKEN_UP)
    const covered = setting.onCall.nextOpening(at * 1000) / 1000
    agenda.plan(covered + delay, { type: 'taken-up', ticket, by: onCall(desk)?.name ?? '' })
  } else if (ticket.rated.rank === 1 && open) {
    agenda.plan(whenOpen(desk, at + random.draw(shape.URGENT_NOTICED)), { type: 'taken-up', ticket, by: 'desk-1' })
  } else if (random.chance(shape.MISLAID_UNREAD)) {
    agenda.plan(whenOpen(desk, at + random.draw(shape.MISLAID_FOR)), { type: 'taken-up', ticket, by: 'desk-1' })
  } else {
    enqueue(desk.unread, ticket)
    callClerk(desk, at)
  }
}

/** An idle clerk comes to the queue in his own time. */
function callClerk(desk: Desk, at: number): void {
  const clerk = desk.clerks.find(({ called }) => !called)
  if (clerk === undefined) return
  clerk.called = true
  desk.agenda.plan(whenOpen(desk, at + desk.random.draw(shape.CLERK_LOOKS)), { type: 'clerk-looks', clerk })
}
