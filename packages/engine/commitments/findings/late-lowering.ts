import { localise } from '../../base/localise.ts'
import { measureTicket } from '../measure-ticket.ts'
import { caseList, isIn } from './case-list.ts'
import { LATE_SHARE, type SignalFinder, type SignalFrame } from './signal.ts'

/** Priorities that the provider lowers when three quarters of a running target or more are used. */
export function findLateLowering({ terms, period, at }: SignalFrame): SignalFinder {
  const cases = caseList()
  let lowered = 0
  return {
    add: ({ history }) => {
      for (const [index, event] of history.events.entries()) {
        if (event.event !== 'prioritised' || event.party !== 'provider' || !isIn(period, event.at, at)) continue
        const levels = terms.nearest(event.at).commitments.priorities?.levels ?? []
        const before = measureTicket({ ...history, events: history.events.slice(0, index) }, terms, event.at).measures
        const after = measureTicket(history, terms, event.at).measures
        const rank = (priority: string | undefined) => (priority === undefined ? -1 : levels.indexOf(priority))
        const to = event.priority ?? after.findLast(({ priority }) => priority !== undefined)?.priority
        const running = before.filter(({ stoppedAt }) => stoppedAt === undefined)
        const changed = running.filter(({ priority }) => rank(priority) >= 0 && rank(to) > rank(priority))
        if (changed.length === 0) continue
        lowered += 1
        const late = changed.find(
          ({ counted, targetMilliseconds: target = 0 }) =>
            target > 0 && counted * LATE_SHARE >= target * (LATE_SHARE - 1),
        )
        if (late === undefined) continue
        const used = Math.floor((late.counted * 100) / (late.targetMilliseconds ?? late.counted))
        cases.add({
          tickets: [history.ticket],
          at: event.at,
          commitment: late.commitment,
          events: [event.id],
          detail: localise(
            `Priorité ${late.priority ?? ''} ramenée à ${to ?? ''} par le prestataire, ${used} % du délai étant écoulés.`,
            `Priority ${late.priority ?? ''} lowered to ${to ?? ''} by the provider with ${used}% of the target used.`,
          ),
        })
      }
    },
    signal: () =>
      cases.signal({
        code: 'priority-lowered-late',
        message: localise(
          'À examiner : priorités abaissées par le prestataire tard dans le délai.',
          'To be looked at: priorities lowered by the provider late in the target.',
        ),
        of: lowered,
      }),
  }
}
