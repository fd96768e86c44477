import { localise } from '../../base/localise.ts'
import { measureTicket } from '../measure-ticket.ts'
import { caseList, isIn } from './case-list.ts'
import { LATE_SHARE, PROMPT_REOPENING, type SignalFinder, type SignalFrame } from './signal.ts'

/** Tickets resolved in time with a quarter of the target or less left, and reopened within a day. */
export function findPromptReopenings({ terms, period, at }: SignalFrame): SignalFinder {
  const cases = caseList()
  let reopened = 0
  return {
    add: ({ history }) => {
      for (const [index, event] of history.events.entries()) {
        if (event.event !== 'reopened' || !isIn(period, event.at, at)) continue
        reopened += 1
        const resolved = history.events
          .slice(0, index)
          .findLast((one) => one.event === 'resolved' || one.event === 'closed' || one.event === 'reopened')
        if (resolved === undefined || resolved.event === 'reopened') continue
        if (event.at - resolved.at > PROMPT_REOPENING) continue
        const close = measureTicket(history, terms, resolved.at).measures.find(
          ({ state, stoppedAt, measure, remaining = -1, targetMilliseconds: target = 0 }) =>
            state === 'met' &&
            stoppedAt === resolved.at &&
            (measure === 'resolution' || measure === 'restoration' || measure === 'closure') &&
            remaining >= 0 &&
            remaining * LATE_SHARE <= target,
        )
        if (close === undefined) continue
        const hours = Math.floor((event.at - resolved.at) / 3_600_000)
        const left = Math.floor(((close.remaining ?? 0) * 100) / (close.targetMilliseconds ?? 1))
        cases.add({
          tickets: [history.ticket],
          at: event.at,
          commitment: close.commitment,
          events: [resolved.id, event.id],
          detail: localise(
            `Résolu avec ${left} % du délai restant, rouvert moins de ${hours + 1} h après.`,
            `Resolved with ${left}% of the target left, reopened less than ${hours + 1} h later.`,
          ),
        })
      }
    },
    signal: () =>
      cases.signal({
        code: 'closed-and-reopened',
        message: localise(
          'À examiner : tickets résolus peu avant l’échéance, puis rouverts dans les 24 h.',
          'To be looked at: tickets resolved shortly before they were due, then reopened within 24 h.',
        ),
        of: reopened,
      }),
  }
}
