import { canWaitUntil, type Desk, enqueue, inBadWeek, isOpen, language, ofMonth, onCall } from './desk.ts'
import * as shape from './shape.ts'
import type { Technician } from './technician.ts'
import type { Ticket } from './ticket.ts'
import { sentence } from './words.ts'

/** A ticket waits for a technician. What is critical takes one away from other work, or goes to the one on call. */
export function queueWork(desk: Desk, ticket: Ticket): void {
  if (ticket.state === 'ended') return
  ticket.state = 'queued'
  if (ticket.rated.rank === 0 && ticket.kind === 'incident') {
    const technician = isOpen(desk) ? mostAvailable(desk) : undefined
    if (technician === undefined) workOnCall(desk, ticket)
    else seize(desk, technician, ticket)
    return
  }
  enqueue(ticket.expert ? desk.expertWork : desk.work, ticket)
  if (ticket.rated.rank === 1 || ticket.kind === 'alert') hasten(desk, ticket)
}

export function beginShift(desk: Desk, technician: Technician, until: number): void {
  technician.until = until
  // Something critical goes on through the break.
  if (technician.since > 0) return
  technician.turn++
  desk.agenda.plan(desk.agenda.now + desk.random.below(900), {
    type: 'technician-ready',
    technician,
    turn: technician.turn,
  })
}

/** Free: back to the ticket left on the bench, else the first of the queue, else other clients. */
export function chooseWork(desk: Desk, technician: Technician, turn: number): void {
  if (turn !== technician.turn || desk.agenda.now >= technician.until || technician.since > 0) return
  const ticket = technician.ticket ?? takeWork(desk, technician)
  if (ticket === undefined) {
    serveOthers(desk, technician)
    return
  }
  begin(desk, technician, ticket)
}

/** The session is over: the work of this assignment is done, or the shift is. */
export function endSession(desk: Desk, technician: Technician, turn: number): void {
  if (turn !== technician.turn || technician.ticket === undefined) return
  const ticket = technician.ticket
  noteWork(desk, technician, ticket)
  technician.since = 0
  technician.turn++
  if (ticket.leg > 0) return
  technician.ticket = undefined
  finishLeg(desk, ticket, technician.name)
  const waiting = desk.work.length + desk.expertWork.length
  const others = shape.OTHER_CLIENTS_FIRST - waiting * shape.OTHER_CLIENTS_LESS_PER_TICKET
  if (desk.random.chance(Math.max(shape.OTHER_CLIENTS_AT_LEAST, others))) serveOthers(desk, technician)
  else desk.agenda.plan(desk.agenda.now, { type: 'technician-ready', technician, turn: technician.turn })
}

/** The person on call works on one ticket without a shift's end. */
export function endOnCall(desk: Desk, technician: Technician, ticket: Ticket): void {
  writeWork(desk, ticket, technician.name, ticket.leg)
  ticket.left -= ticket.leg
  ticket.leg = 0
  finishLeg(desk, ticket, technician.name)
}

/** Away for days: what lies on the bench goes back to the queue. */
export function leaveBench(desk: Desk, technician: Technician): void {
  const { ticket } = technician
  if (ticket === undefined) return
  technician.ticket = undefined
  technician.turn++
  ticket.state = 'queued'
  enqueue(ticket.expert ? desk.expertWork : desk.work, ticket)
}

function begin(desk: Desk, technician: Technician, ticket: Ticket): void {
  const { agenda, facts } = desk
  const now = agenda.now
  if (ticket.assignee !== technician.name) {
    facts.write(ticket, now, 'assigned', { actor: technician.name, party: 'provider' })
    ticket.assignee = technician.name
  }
  if (ticket.startedAt === 0) {
    facts.write(ticket, now, 'started', { actor: technician.name, party: 'provider' })
    ticket.startedAt = now
  }
  if (ticket.leg <= 0) planLeg(desk, ticket)
  ticket.state = 'at-work'
  technician.ticket = ticket
  technician.since = now
  technician.turn++
  const session = ticket.rated.rank === 0 ? ticket.leg : Math.min(ticket.leg, technician.until - now)
  agenda.plan(now + session, { type: 'session-ends', technician, turn: technician.turn })
}

/** How far this assignment goes, and what ends it. */
function planLeg(desk: Desk, ticket: Ticket): void {
  const { random, agenda } = desk
  // A failure is not over before its end; found later than that, it takes the time to see that it is.
  if (ticket.failsUntil > 0) ticket.left = Math.max(Math.min(ticket.left, 600), ticket.failsUntil - agenda.now)
  ticket.outcome = outcomeOf(desk, ticket)
  ticket.legs++
  const share = ticket.outcome === 'finish' ? 1000 : random.between(200, 700)
  ticket.leg = Math.max(60, Math.floor((ticket.left * share) / 1000))
}

function outcomeOf(desk: Desk, ticket: Ticket): Ticket['outcome'] {
  const { random } = desk
  const critical = ticket.rated.rank === 0
  if (ticket.kind === 'incident' && ticket.legs === 0 && ticket.left > 1200) {
    if (random.chance(critical ? shape.WORKAROUND_CRITICAL : shape.WORKAROUND_OTHER)) return 'workaround'
  }
  if (critical) return 'finish'
  const weights = ticket.legs === 0 ? shape.OUTCOME_WEIGHTS : shape.LATER_OUTCOME_WEIGHTS
  const outcome = shape.OUTCOMES[random.pick(weights)] ?? 'finish'
  return outcome === 'escalate' && ticket.expert ? 'finish' : outcome
}

/** What an assignment ends with. */
function finishLeg(desk: Desk, ticket: Ticket, by: string): void {
  const { agenda, random, facts } = desk
  const now = agenda.now
  ticket.left = Math.max(60, ticket.left)
  switch (ticket.outcome) {
    case 'finish':
      agenda.plan(now, { type: 'solved', ticket, by })
      return
    case 'workaround':
      facts.write(ticket, now, 'workaround', { actor: by, party: 'provider' })
      agenda.plan(now, { type: 'queued', ticket })
      return
    case 'escalate':
      ticket.expert = true
      agenda.plan(now, { type: 'queued', ticket })
      return
    case 'client':
    case 'third-party':
    case 'other':
      if (random.chance(shape.PROVIDER_COMMENTS)) {
        const text = sentence(random, language(desk), 'providerComment')
        facts.write(ticket, now, 'commented', { actor: by, party: 'provider', text })
      }
      agenda.plan(now, { type: 'waits', ticket, by })
      return
  }
}

function takeWork(desk: Desk, technician: Technician): Ticket | undefined {
  const [expert, any] = [desk.expertWork[0], desk.work[0]]
  const takesExpert =
    technician.expert && expert !== undefined && (any === undefined || canWaitUntil(expert) <= canWaitUntil(any))
  return takesExpert ? desk.expertWork.shift() : desk.work.shift()
}

function serveOthers(desk: Desk, technician: Technician): void {
  const { agenda, random } = desk
  const crowding = inBadWeek(desk) ? shape.CROWDING_OF_BAD_WEEK : ofMonth(desk, shape.CROWDING_OF_MONTH)
  const away = Math.floor((random.draw(shape.OTHER_CLIENTS) * crowding) / 1000)
  technician.turn++
  agenda.plan(agenda.now + away, { type: 'technician-ready', technician, turn: technician.turn })
}

/** Someone serving other clients comes back sooner for what is urgent. */
function hasten(desk: Desk, ticket: Ticket): void {
  const technician = desk.technicians.find((one) => isFree(desk, one) && (one.expert || !ticket.expert))
  if (technician === undefined || desk.random.chance(250)) return
  technician.turn++
  desk.agenda.plan(desk.agenda.now + desk.random.between(240, 2700), {
    type: 'technician-ready',
    technician,
    turn: technician.turn,
  })
}

function isFree(desk: Desk, technician: Technician): boolean {
  return desk.agenda.now < technician.until && technician.since === 0
}

/** For what is critical: experienced first, with other clients rather than at work on something less urgent. */
function mostAvailable(desk: Desk): Technician | undefined {
  const present = desk.technicians.filter(
    ({ until, ticket, since }) => desk.agenda.now < until && (since === 0 || (ticket?.rated.rank ?? 3) > 0),
  )
  const cost = (one: Technician) => (one.since > 0 ? 2 : 0) + (one.expert ? 0 : 1)
  return present.toSorted((one, other) => cost(one) - cost(other))[0]
}

function seize(desk: Desk, technician: Technician, ticket: Ticket): void {
  const left = technician.ticket
  if (technician.since > 0 && left !== undefined) noteWork(desk, technician, left)
  technician.since = 0
  leaveBench(desk, technician)
  begin(desk, technician, ticket)
}

function workOnCall(desk: Desk, ticket: Ticket): void {
  const { agenda, facts } = desk
  const technician = onCall(desk)
  if (technician === undefined) return
  if (ticket.assignee !== technician.name) {
    facts.write(ticket, agenda.now, 'assigned', { actor: technician.name, party: 'provider' })
    ticket.assignee = technician.name
  }
  if (ticket.startedAt === 0) {
    ticket.startedAt = agenda.now
    facts.write(ticket, agenda.now, 'started', { actor: technician.name, party: 'provider' })
  }
  if (ticket.leg <= 0) planLeg(desk, ticket)
  ticket.state = 'at-work'
  agenda.plan(agenda.now + ticket.leg, { type: 'on-call-ends', ticket, technician })
}

/** Writes the session that ends now and takes it off what is left. */
function noteWork(desk: Desk, technician: Technician, ticket: Ticket): void {
  const worked = desk.agenda.now - technician.since
  writeWork(desk, ticket, technician.name, worked)
  ticket.leg -= worked
  ticket.left -= worked
}

function writeWork(desk: Desk, ticket: Ticket, by: string, worked: number): void {
  if (worked < 30) return
  const billable = ticket.arrival.intervention === 'evolution' ? 'true' : 'false'
  const minutes = String(Math.ceil(worked / 60))
  const id = desk.facts.write(ticket, desk.agenda.now, 'worked', { actor: by, party: 'provider', minutes, billable })
  ticket.lastWork = { id, at: desk.agenda.now }
}
