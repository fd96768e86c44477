import { called } from '../../base/called.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { MeasureKind } from '../clause-types.ts'
import { compareTargets } from './compare-targets.ts'
import { holdsPriority, meetOtherwise, ticketTargets } from './ticket-targets.ts'
import type { TimedCommitments } from './timed-commitments.ts'

/** A response or intervention (GTI) as long as the restoration (GTR) or resolution of the same tickets on the same clock. */
export const responseAfterRestoration: LintRule<TimedCommitments> = {
  id: 'SL08',
  severity: 'error',
  title: localise('Prise en compte aussi longue que le rétablissement', 'Response as long as the restoration'),
  why: localise(
    'Prendre en compte un incident au moment où il doit être rétabli ne promet rien.',
    'To acknowledge an incident when it should be restored promises nothing.',
  ),
  mend: localise('Donnez à la prise en compte un délai plus court.', 'Give the response a shorter time.'),
  find({ commitments: chapter, calendars }) {
    const targets = ticketTargets(chapter)
    const ends = targets.filter(({ target }) => ENDS.has(target.measure))
    return targets
      .filter(({ target }) => ANSWERS.has(target.measure))
      .flatMap(({ target: response, index }) => {
        const late = ends.find(({ target: end }) => {
          const common = end.when.priority?.some((priority) => holdsPriority(response, priority)) ?? true
          const order = compareTargets(response.target, end.target, calendars)
          return common && meetOtherwise(response, end) && order !== undefined && order >= 0
        })
        if (late === undefined) return []
        return [
          {
            path: ['commitments', 'targets', index, 'target'],
            clause: response.clause,
            message: localise(
              `${called(response)} n’est pas plus court que ${called(late.target)}.`,
              `${called(response)} is no shorter than ${called(late.target)}.`,
            ),
            hint: localise(
              'Le délai de prise en compte précède celui de rétablissement ou de résolution.',
              'The response time comes before the restoration or resolution time.',
            ),
          },
        ]
      })
  },
}

const ANSWERS: ReadonlySet<MeasureKind> = new Set(['response', 'intervention'])
const ENDS: ReadonlySet<MeasureKind> = new Set(['restoration', 'resolution'])
