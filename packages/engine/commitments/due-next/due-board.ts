import type { Instant } from '../../base/instant.ts'
import type { TicketHistory } from '../../record/record.ts'
import { measureTicket } from '../measure-ticket.ts'
import type { TargetTie } from '../select-target.ts'
import type { TermsInForce } from '../terms.ts'
import type { TicketFamily } from '../ticket-measures.ts'
import { type DueClock, dueClockOf } from './due-clock.ts'
import { createDueQueue } from './due-queue.ts'

/** Every open clock, by what is due first; paused ones apart, for their due instant moves while they wait. */
export type DueBoard = {
  readonly counts: () => { readonly due: number; readonly paused: number }
  /** Measures one ticket anew at `at`; its clocks take the place of those it had. O(its own facts + log n). */
  readonly take: (history: TicketHistory, at: Instant, family?: TicketFamily) => readonly TargetTie[]
  /** The clocks that run, due first; each as it was when its ticket was last measured. O(k log k). */
  readonly next: (count: number) => readonly DueClock[]
  /** The same of those that wait. */
  readonly paused: (count: number) => readonly DueClock[]
}

/** A board over the terms of one contract. */
export function createDueBoard(terms: TermsInForce): DueBoard {
  const due = createDueQueue<DueClock>()
  const paused = createDueQueue<DueClock>()
  const keys = new Map<string, readonly string[]>()
  return {
    counts: () => ({ due: due.size, paused: paused.size }),
    take: (history, at, family) => {
      for (const key of keys.get(history.ticket) ?? []) if (!due.remove(key)) paused.remove(key)
      const { measures, ties } = measureTicket(history, terms, at, family)
      const open = measures.flatMap((measure) => dueClockOf(measure) ?? [])
      for (const clock of open) (clock.pause === undefined ? due : paused).put(clock)
      if (open.length === 0) keys.delete(history.ticket)
      else
        keys.set(
          history.ticket,
          open.map(({ key }) => key),
        )
      return ties
    },
    next: due.next,
    paused: paused.next,
  }
}
