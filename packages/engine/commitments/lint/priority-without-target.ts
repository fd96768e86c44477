import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { holdsPriority, ticketTargets } from './ticket-targets.ts'

/** A priority that tickets can have and that no target holds: its tickets would never be judged. */
export const priorityWithoutTarget: LintRule<CommitmentsChapter> = {
  id: 'SL01',
  severity: 'error',
  find(chapter) {
    const targets = ticketTargets(chapter)
    return (chapter.priorities?.levels ?? []).flatMap((priority, index) => {
      if (targets.some(({ target }) => holdsPriority(target, priority))) return []
      return [
        {
          path: ['priorities', 'levels', index],
          message: localise(`Priorité ${priority} sans engagement.`, `Priority ${priority} has no target.`),
          hint: localise(
            `Ajoutez un engagement dont « when » nomme ${priority}, ou retirez cette priorité.`,
            `Add a target whose "when" names ${priority}, or remove this priority.`,
          ),
        },
      ]
    })
  },
}
