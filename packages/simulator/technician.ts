import type { Ticket } from './ticket.ts'

/** One of the provider's people who do the work. Times are epoch seconds. */
export type Technician = {
  readonly name: string
  /** Takes what is beyond the others. */
  readonly expert: boolean
  /** Drawn each week. */
  onLeave: boolean
  /** End of the shift that runs; before `now` when off shift. */
  until: number
  /** What is on the bench: being worked on, or left there at the end of the shift. */
  ticket: Ticket | undefined
  /** Start of the session that runs; 0 when none does (off shift, or with other clients). */
  since: number
  /** Rises with every change of plan: a step planned for an older turn is void. */
  turn: number
}

/** The people of a desk: one in two is experienced. */
export function hireTechnicians(count: number): Technician[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `tech-${index + 1}`,
    expert: index % 2 === 1 || count === 1,
    onLeave: false,
    until: 0,
    ticket: undefined,
    since: 0,
    turn: 0,
  }))
}
