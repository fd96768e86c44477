import { localise } from '../../base/localise.ts'
import { caseList, isIn } from './case-list.ts'
import { AUTOMATIC_WITHIN, REPEATED_ANSWERS, type SignalFinder, type SignalFrame } from './signal.ts'

/** First answers by a machine, or within seconds of the report, where they are a habit. */
export function findAutomaticAnswers({ period, at }: SignalFrame): SignalFinder {
  const cases = caseList()
  let answers = 0
  return {
    add: ({ history }) => {
      const { events } = history
      const report = events.find(({ event }) => event === 'reported')
      const answer = events.find(({ event }) => event === 'acknowledged')
      if (report === undefined || answer === undefined || !isIn(period, answer.at, at)) return
      answers += 1
      const after = answer.at - report.at
      const machine = answer.party === 'system'
      if (!machine && (after < 0 || after > AUTOMATIC_WITHIN)) return
      const seconds = Math.floor(after / 1000)
      cases.add({
        tickets: [history.ticket],
        at: answer.at,
        events: [report.id, answer.id],
        detail: machine
          ? localise('Première prise en compte par un automate.', 'First acknowledged by a machine.')
          : localise(
              `Première prise en compte ${seconds} s après le signalement.`,
              `First acknowledged ${seconds} s after the report.`,
            ),
      })
    },
    signal: () =>
      cases.signal(
        {
          code: 'automatic-first-answer',
          message: localise(
            'À examiner : premières prises en compte par un automate, ou dans les 10 s du signalement.',
            'To be looked at: first acknowledgements by a machine, or within 10 s of the report.',
          ),
          of: answers,
        },
        REPEATED_ANSWERS,
      ),
  }
}
