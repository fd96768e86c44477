import type { Language, Target } from '@vigie/engine'
import type { Agenda } from './agenda.ts'
import type { Clerk } from './clerk.ts'
import type { DemandInput } from './demand.ts'
import type { Facts } from './facts.ts'
import type { Random } from './random.ts'
import type { Setting } from './setting.ts'
import { CAN_WAIT } from './shape.ts'
import type { Step } from './step.ts'
import type { Technician } from './technician.ts'
import type { Ticket } from './ticket.ts'
import type { Trouble } from './trouble.ts'

/** A desk at work: its people, what waits for them, and what is planned. */
export type Desk = {
  readonly setting: Setting
  readonly random: Random
  readonly agenda: Agenda<Step>
  readonly facts: Facts
  readonly demand: DemandInput
  readonly trouble: Trouble
  readonly clerks: readonly Clerk[]
  /** Tickets that nobody has read, in order of priority then age. */
  readonly unread: Ticket[]
  readonly technicians: readonly Technician[]
  /** Tickets that wait for a technician: for any of them, and for an experienced one. */
  readonly work: Ticket[]
  readonly expertWork: Ticket[]
  /** The last ticket of each asset class: what a duplicate is merged into. */
  readonly recent: Map<string, Ticket>
  /** Name before the number of a ticket: one for each desk of a scaled simulation. */
  readonly prefix: string
  tickets: number
  /** Index of the civil day. */
  today: number
}

/** By a month's table of thousandths. */
export function ofMonth(desk: Desk, table: readonly number[]): number {
  return table[desk.setting.days[desk.today]?.month ?? 0] ?? 1000
}

/** In a week that a major incident spoils. */
export function inBadWeek(desk: Desk): boolean {
  return desk.trouble.badWeeks.some(({ start, end }) => desk.agenda.now >= start && desk.agenda.now < end)
}

export function isOpen(desk: Desk): boolean {
  return desk.setting.desk.isOpen(desk.agenda.now * 1000)
}

/** The instant itself when the desk is open, else some minutes after it opens. */
export function whenOpen(desk: Desk, at: number): number {
  const opening = desk.setting.desk.nextOpening(at * 1000) / 1000
  return opening === at ? at : opening + desk.random.between(60, 2400)
}

/** When a delay that a clause states is over: epoch seconds. */
export function deadline(desk: Desk, from: number, delay: Target): number {
  switch (delay.kind) {
    case 'open-time':
      return Math.ceil(desk.setting.desk.addMilliseconds(from * 1000, delay.milliseconds) / 1000)
    case 'working-days':
      return desk.setting.desk.workingDaysAfter(from * 1000, delay.days, delay.cutoff, delay.until) / 1000
    case 'civil-days':
      return from + delay.days * 86_400
  }
}

/** Adds to a queue ordered by the instant until which each ticket can wait. */
export function enqueue(queue: Ticket[], ticket: Ticket): void {
  let place = queue.length
  while (place > 0) {
    const before = queue[place - 1]
    if (before === undefined || canWaitUntil(before) <= canWaitUntil(ticket)) break
    place--
  }
  queue.splice(place, 0, ticket)
}

export function canWaitUntil({ arrival, rated }: Ticket): number {
  return arrival.at + (CAN_WAIT[rated.rank] ?? CAN_WAIT.at(-1) ?? 0)
}

/** Who is on call: a different technician each week. */
export function onCall(desk: Desk): Technician | undefined {
  return desk.technicians[Math.floor(desk.today / 7) % desk.technicians.length]
}

export function language(desk: Desk): Language {
  return desk.setting.contract.language
}
