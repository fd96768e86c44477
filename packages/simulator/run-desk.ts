import { close, correct, rate, reopen, solve } from './afterwards.ts'
import { createAgenda } from './agenda.ts'
import { breakDown, followUp } from './break-down.ts'
import { comment } from './comment.ts'
import { type DemandInput, demandOf } from './demand.ts'
import type { Desk } from './desk.ts'
import { answer, contest, exclude } from './dispute.ts'
import { beginShift, chooseWork, endOnCall, endSession, leaveBench, queueWork } from './do-work.ts'
import { createFacts } from './facts.ts'
import { randomOf } from './random.ts'
import { receiveTicket } from './receive-ticket.ts'
import type { Setting } from './setting.ts'
import { LEAVE_OF_MONTH, SEATS_PER_CLERK, SEATS_PER_TECHNICIAN, SICK_SHARE } from './shape.ts'
import type { Step } from './step.ts'
import { cancel, giveUpdate, readNext, reprioritise, takeUp } from './take-up.ts'
import { hireTechnicians, type Technician } from './technician.ts'
import type { Trouble } from './trouble.ts'
import { beginWait, closeUnanswered, endWait, remind } from './wait.ts'

/** What one desk will meet: its tickets, and its machines' failures. */
export type DeskPlan = { readonly trouble: Trouble; readonly demand: DemandInput }

/** The period of one desk, step by step: rows of the event file in the order in which they happen (recorded late ones aside). */
export function* runDesk(setting: Setting, plan: DeskPlan): Generator<string, void> {
  const { trouble, demand } = plan
  const desk = openDesk(setting, plan)
  for (const outage of trouble.outages) desk.agenda.plan(outage.start, { type: 'outage-begins', outage })
  desk.agenda.plan(setting.start, { type: 'day-begins', index: 0 })
  for (;;) {
    const step = desk.agenda.next(setting.end)
    if (step === undefined) return
    if (step.type === 'day-begins') beginDay(desk, demand, step.index)
    else take(desk, step)
    const rows = desk.facts.take()
    if (rows !== '') yield rows
  }
}

const DESK = 31
const FACTS = 32

function openDesk(setting: Setting, { trouble, demand }: DeskPlan): Desk {
  const seats = setting.users.length
  return {
    setting,
    demand,
    trouble,
    random: randomOf(demand.seed, DESK, demand.desk),
    agenda: createAgenda<Step>(setting.start),
    facts: createFacts(randomOf(demand.seed, FACTS, demand.desk), setting.end),
    clerks: Array.from({ length: Math.max(1, Math.round(seats / SEATS_PER_CLERK)) }, (_, index) => ({
      name: `desk-${index + 1}`,
      called: false,
    })),
    unread: [],
    technicians: hireTechnicians(Math.max(2, Math.round(seats / SEATS_PER_TECHNICIAN))),
    work: [],
    expertWork: [],
    recent: new Map(),
    prefix: demand.desk === 0 ? 'T-' : `T${demand.desk + 1}-`,
    tickets: 0,
    today: 0,
  }
}

/** The day's tickets, and who is there to work on them. */
function beginDay(desk: Desk, input: DemandInput, index: number): void {
  const { agenda, setting } = desk
  desk.today = index
  agenda.plan(setting.days[index]?.end ?? setting.end, { type: 'day-begins', index: index + 1 })
  for (const arrival of demandOf(setting, input, index)) agenda.plan(arrival.at, { type: 'ticket-arrives', arrival })
  const day = setting.days[index]
  if (day === undefined) return
  if (day.weekday === 0 || index === 0) planLeave(desk, day.month)
  const present = desk.technicians.filter(({ onLeave }) => !onLeave && !desk.random.chance(SICK_SHARE))
  const last = desk.technicians[Math.floor(index / 7) % desk.technicians.length]
  if (present.length === 0 && last !== undefined) present.push(last)
  for (const technician of desk.technicians) {
    if (present.includes(technician)) planShift(desk, technician, index)
    else leaveBench(desk, technician)
  }
}

function planLeave(desk: Desk, month: number): void {
  for (const technician of desk.technicians) technician.onLeave = desk.random.chance(LEAVE_OF_MONTH[month] ?? 0)
}

/** Early and late shifts share the opening hours between them. */
function planShift(desk: Desk, technician: Technician, index: number): void {
  const spans = desk.setting.days[index]?.open ?? []
  const late = technician.name.charCodeAt(technician.name.length - 1) % 2 === 0
  for (const [position, { start, end }] of spans.entries()) {
    const short = end - start <= STAGGER * 2
    const from = late && position === 0 && !short ? start + STAGGER : start
    const until = !late && position === spans.length - 1 && !short ? end - STAGGER : end
    desk.agenda.plan(from, { type: 'shift-begins', technician, until })
  }
}

const STAGGER = 2700

function arrive(desk: Desk, step: Extract<Step, { readonly type: 'ticket-arrives' }>): void {
  const ticket = receiveTicket(desk, step.arrival, step.outage?.end ?? 0, step.parent)
  if (step.outage !== undefined) followUp(desk, step.outage, ticket)
}

function take(desk: Desk, step: Exclude<Step, { readonly type: 'day-begins' }>): void {
  switch (step.type) {
    case 'ticket-arrives':
      arrive(desk, step)
      return
    case 'outage-begins':
      breakDown(desk, step.outage)
      return
    case 'clerk-looks':
      readNext(desk, step.clerk)
      return
    case 'taken-up':
      takeUp(desk, step.ticket, step.by)
      return
    case 'queued':
      queueWork(desk, step.ticket)
      return
    case 'shift-begins':
      beginShift(desk, step.technician, step.until)
      return
    case 'technician-ready':
      chooseWork(desk, step.technician, step.turn)
      return
    case 'session-ends':
      endSession(desk, step.technician, step.turn)
      return
    case 'on-call-ends':
      endOnCall(desk, step.technician, step.ticket)
      return
    case 'waits':
      beginWait(desk, step.ticket, step.by)
      return
    case 'wait-ends':
      endWait(desk, step.ticket, step.pauses)
      return
    case 'reminded':
      remind(desk, step.ticket, step.pauses)
      return
    case 'unanswered':
      closeUnanswered(desk, step.ticket, step.pauses)
      return
    case 'update-due':
      giveUpdate(desk, step.ticket)
      return
    case 'solved':
      solve(desk, step.ticket, step.by)
      return
    case 'comment':
      comment(desk, step.ticket)
      return
    case 'cancelled':
      cancel(desk, step.ticket)
      return
    case 'reprioritised':
      reprioritise(desk, step.ticket)
      return
    case 'rated':
      rate(desk, step.ticket, step.slow)
      return
    case 'reopened':
      reopen(desk, step.ticket, step.reopenings)
      return
    case 'closed':
      close(desk, step.ticket, step.reopenings, step.party)
      return
    case 'corrected':
      correct(desk, step.ticket)
      return
    case 'contested':
      contest(desk, step.ticket, step.commitment)
      return
    case 'answered':
      answer(desk, step.ticket, step.commitment, step.party)
      return
    case 'excluded':
      exclude(desk, step.ticket, step.commitment, step.party)
      return
  }
  step satisfies never
}
