import { localise } from '../../base/localise.ts'
import type { Localised } from '../../base/message.ts'
import { caseList, isIn } from './case-list.ts'
import type { SignalFinder, SignalFrame } from './signal.ts'

/** What the clocks already warn of, as findings: pauses for a reason that the contract does not list, reminders missing. */
export function findPauseWarnings(
  { period, at }: SignalFrame,
  code: 'pause-reason-unlisted' | 'reminder-missing',
): SignalFinder {
  const cases = caseList()
  let pauses = 0
  return {
    add: ({ history, measures }) => {
      const begun = history.events.filter((one) => one.event === 'paused' && isIn(period, one.at, at))
      pauses += begun.length
      for (const { id, at: instant } of begun) {
        const of = measures.find(({ because }) => because.some((one) => one.code === code && one.events.includes(id)))
        const detail = of?.because.find((one) => one.code === code && one.events.includes(id))?.message
        if (of === undefined || detail === undefined) continue
        cases.add({ tickets: [history.ticket], at: instant, commitment: of.commitment, events: [id], detail })
      }
    },
    signal: () => cases.signal({ code, message: MESSAGES[code], of: pauses }),
  }
}

const MESSAGES: { readonly [C in 'pause-reason-unlisted' | 'reminder-missing']: Localised } = {
  'pause-reason-unlisted': localise(
    'À examiner : suspensions pour un motif absent de la liste du contrat ; leur temps compte.',
    'To be looked at: pauses for a reason that the contract does not list; their time counts.',
  ),
  'reminder-missing': localise(
    'À examiner : suspensions sans la relance prévue au contrat.',
    'To be looked at: pauses without the reminder that the contract asks for.',
  ),
}
