import { called } from '../../base/called.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { TicketCommitment } from '../clause-types.ts'
import { compareTargets } from './compare-targets.ts'
import { meetOtherwise, ticketTargets } from './ticket-targets.ts'
import type { TimedCommitments } from './timed-commitments.ts'

/** A higher priority with a longer target than a lower one, for the same measure on the same clock. */
export const slowerHigherPriority: LintRule<TimedCommitments> = {
  id: 'SL09',
  severity: 'error',
  title: localise('Priorité haute plus lente qu’une basse', 'Higher priority slower than a lower one'),
  why: localise(
    'Un incident plus grave serait traité plus lentement : on aurait intérêt à le déclarer moins grave.',
    'A graver incident would be handled more slowly: it would pay to call it less grave.',
  ),
  mend: localise(
    'Donnez à la priorité la plus haute un délai égal ou plus court.',
    'Give the higher priority an equal or a shorter time.',
  ),
  find({ commitments: chapter, calendars }) {
    const levels = chapter.priorities?.levels ?? []
    const targets = ticketTargets(chapter)
    return targets.flatMap(({ target: high, index }) => {
      const low = targets.find(
        ({ target }) =>
          target.measure === high.measure &&
          isHigher(levels, high, target) &&
          meetOtherwise(high, target) &&
          compareTargets(high.target, target.target, calendars) === 1,
      )
      if (low === undefined) return []
      return [
        {
          path: ['commitments', 'targets', index, 'target'],
          clause: high.clause,
          message: localise(
            `${called(high)} est plus long que ${called(low.target)}, de priorité plus basse.`,
            `${called(high)} is longer than ${called(low.target)}, of a lower priority.`,
          ),
          hint: localise(
            'Une priorité plus haute a un délai égal ou plus court.',
            'A higher priority has an equal or a shorter time.',
          ),
        },
      ]
    })
  },
}

/** Whether every priority of a is above every priority of b. */
function isHigher(levels: readonly string[], a: TicketCommitment, b: TicketCommitment): boolean {
  const ranks = (target: TicketCommitment) => (target.when.priority ?? []).map((priority) => levels.indexOf(priority))
  const [above, below] = [ranks(a), ranks(b)]
  if (above.length === 0 || below.length === 0 || [...above, ...below].includes(-1)) return false
  return Math.max(...above) < Math.min(...below)
}
