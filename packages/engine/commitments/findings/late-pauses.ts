import { localise } from '../../base/localise.ts'
import { measureTicket } from '../measure-ticket.ts'
import { caseList, isIn } from './case-list.ts'
import { LATE_SHARE, type SignalFinder, type SignalFrame, SOON_SHARE, type WatchedTicket } from './signal.ts'

/**
 * Pauses that begin when a quarter of the target or less is left, the milestone following in time soon after. Beside
 * them: how many pauses begin that late, and the share of the same clocks' counted time that lies in the last quarter, which
 * is what pauses that begin at any moment would give.
 */
export function findLatePauses({ terms, period, at }: SignalFrame): SignalFinder {
  const cases = caseList()
  let begun = 0
  let late = 0
  let lastQuarter = 0
  let running = 0
  const add = ({ history, measures }: WatchedTicket): void => {
    for (const measure of measures) {
      const { targetMilliseconds: target, paused, stoppedAt } = measure
      const own = paused.filter(({ from }) => isIn(period, from, at))
      if (target === undefined || own.length === 0) continue
      const within = Math.min(measure.counted, target)
      running += within
      lastQuarter += Math.max(0, within - (target - Math.floor(target / LATE_SHARE)))
      for (const pause of own) {
        const before = measureTicket(history, terms, pause.from).measures.find(
          (one) => one.commitment === measure.commitment && one.cycle === measure.cycle,
        )
        const left = before?.remaining
        if (before === undefined || left === undefined) continue
        begun += 1
        if (left < 0 || left * LATE_SHARE > target) continue
        late += 1
        const after = measure.counted - before.counted
        if (measure.state !== 'met' || stoppedAt === undefined || stoppedAt < pause.to) continue
        if (after * SOON_SHARE > target) continue
        const percent = Math.floor((left * 100) / target)
        cases.add({
          tickets: [measure.ticket],
          at: pause.from,
          commitment: measure.commitment,
          events: [pause.event, ...measure.grounds.evidence.slice(-1)],
          detail: localise(
            `Suspension commencée avec ${percent} % du délai restant ; jalon atteint ${seconds(after)} s comptées après la reprise.`,
            `Paused with ${percent}% of the target left; the milestone came ${seconds(after)} counted s after it went on.`,
          ),
        })
      }
    }
  }
  return {
    add,
    signal: () =>
      cases.signal({
        code: 'pause-before-deadline',
        message: localise(
          'À examiner : suspensions commencées dans le dernier quart du délai, le jalon suivant de peu la reprise.',
          'To be looked at: pauses begun in the last quarter of the target, the milestone following soon after.',
        ),
        of: begun,
        observed: { numerator: late, denominator: begun },
        expected: { numerator: lastQuarter, denominator: running },
      }),
  }
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}
