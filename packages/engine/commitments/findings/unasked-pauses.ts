import { localise } from '../../base/localise.ts'
import type { TicketEvent } from '../../record/event.ts'
import { caseList, isIn } from './case-list.ts'
import { QUESTION_AFTER, QUESTION_BEFORE, type SignalFinder, type SignalFrame } from './signal.ts'

/**
 * Pauses imputed to the client near which nobody of the provider wrote anything: no text on the pause, no message from
 * four hours before to one hour after it begins. Says nothing of a log that records no message at all.
 */
export function findUnaskedPauses({ period, at }: SignalFrame): SignalFinder {
  const cases = caseList()
  let pauses = 0
  let heard = false
  return {
    add: ({ history, measures }) => {
      const { events } = history
      heard ||= events.some(isMessage)
      const seen = new Set<string>()
      for (const { commitment, ticket, paused } of measures) {
        for (const { from, event: id, imputable, reason } of paused) {
          if (imputable !== 'client' || seen.has(id) || !isIn(period, from, at)) continue
          seen.add(id)
          const event = events.find((one) => one.id === id)
          // A pause that began before the clock did is seen from its own beginning.
          const begins = event?.at ?? from
          pauses += 1
          if (event?.text !== undefined) continue
          const isNear = (one: TicketEvent) => begins - QUESTION_BEFORE <= one.at && one.at <= begins + QUESTION_AFTER
          if (events.some((one) => isMessage(one) && isNear(one))) continue
          cases.add({
            tickets: [ticket],
            at: begins,
            commitment,
            events: [id],
            detail: localise(
              `Suspension « ${reason} » sans message au client de 4 h avant à 1 h après son début.`,
              `Paused for "${reason}" without a message to the client from 4 h before to 1 h after it began.`,
            ),
          })
        }
      }
    },
    signal: () =>
      !heard
        ? undefined
        : cases.signal({
            code: 'pause-without-question',
            message: localise(
              'À examiner : suspensions imputées au client sans question consignée.',
              'To be looked at: pauses imputed to the client without a recorded question.',
            ),
            of: pauses,
          }),
  }
}

/** Written by the provider, or by someone unnamed: the doubt benefits. */
function isMessage({ event, party }: TicketEvent): boolean {
  return (event === 'commented' || event === 'updated') && (party === 'provider' || party === undefined)
}
