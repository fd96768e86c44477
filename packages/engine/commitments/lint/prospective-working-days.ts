import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { meetOtherwise, ticketTargets } from './ticket-targets.ts'

/** A prospective change of priority leaves a fraction of the new target: working days have none. */
export const prospectiveWorkingDays: LintRule<CommitmentsChapter> = {
  id: 'SL24',
  severity: 'error',
  title: localise('Changement de priorité incalculable', 'Change of priority that cannot be computed'),
  why: localise(
    'La part restante d’un délai en jours ouvrés ne se calcule pas : le ticket n’aurait pas d’échéance.',
    'What remains of a time in working days cannot be computed: the ticket would have no due date.',
  ),
  mend: localise(
    'Mettez ce délai en heures, ou choisissez onChange: retroactive ou frozen.',
    'State this time in hours, or choose onChange: retroactive or frozen.',
  ),
  find(chapter) {
    if (chapter.priorities?.onChange !== 'prospective') return []
    const targets = ticketTargets(chapter)
    return targets.flatMap(({ target, index }) => {
      if (target.target.kind !== 'working-days') return []
      const other = targets.find(
        (one) => one.target.measure === target.measure && one.index !== index && meetOtherwise(one.target, target),
      )
      if (other === undefined) return []
      return [
        {
          path: ['targets', index, 'target'],
          clause: target.clause,
          message: localise(
            `Changement de priorité prospectif entre ${target.id}, en jours ouvrés, et ${other.target.id} : la part restante ne se calcule pas.`,
            `Prospective change of priority between ${target.id}, in working days, and ${other.target.id}: what remains cannot be computed.`,
          ),
          hint: localise(
            'Mettez ce délai en heures, ou choisissez onChange: retroactive ou frozen.',
            'State this time in hours, or choose onChange: retroactive or frozen.',
          ),
        },
      ]
    })
  },
}
