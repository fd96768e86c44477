import { formatInstant } from '../../base/instant.ts'
import { localise } from '../../base/localise.ts'
import { caseList, isIn } from './case-list.ts'
import {
  BATCH_RATIO,
  BATCH_SIZE,
  BATCH_SPAN,
  NAMED_CASES,
  PERIOD_END,
  type SignalFinder,
  type SignalFrame,
} from './signal.ts'

/** Many resolutions within five minutes in the last three days of the period, far above what such a span usually holds. */
export function findBatchResolutions({ period, at }: SignalFrame): SignalFinder {
  const spans = new Map<number, { count: number; readonly tickets: string[]; readonly events: string[] }>()
  let resolutions = 0
  return {
    add: ({ history }) => {
      for (const { event, at: instant, id } of history.events) {
        if (event !== 'resolved' || !isIn(period, instant, at)) continue
        resolutions += 1
        const number = Math.floor(instant / BATCH_SPAN)
        const span = spans.get(number) ?? { count: 0, tickets: [], events: [] }
        spans.set(number, span)
        span.count += 1
        if (instant < period.to - PERIOD_END || span.tickets.length >= NAMED_CASES) continue
        span.tickets.push(history.ticket)
        span.events.push(id)
      }
    },
    signal: () => {
      const cases = caseList()
      for (const [number, { count, tickets, events }] of [...spans].sort(([a], [b]) => a - b)) {
        const from = number * BATCH_SPAN
        if (from < period.to - PERIOD_END || count < BATCH_SIZE || count * spans.size < BATCH_RATIO * resolutions)
          continue
        cases.add({
          tickets,
          at: from,
          events,
          detail: localise(
            `${count} résolutions en 5 min à partir de ${formatInstant(from)} ; ${resolutions} sur ${spans.size} tranches de 5 min dans la période.`,
            `${count} resolutions in 5 min from ${formatInstant(from)}; ${resolutions} over ${spans.size} spans of 5 min in the period.`,
          ),
        })
      }
      return cases.signal({
        code: 'resolved-in-batch',
        message: localise(
          'À examiner : résolutions groupées dans les trois derniers jours de la période.',
          'To be looked at: resolutions in a batch in the last three days of the period.',
        ),
        of: spans.size,
      })
    },
  }
}
