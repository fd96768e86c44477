import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { holdsPriority, ticketTargets } from './ticket-targets.ts'

/** A priority that tickets can have and that no target holds: its tickets would never be judged. */
export const priorityWithoutTarget: LintRule<CommitmentsChapter> = {
  id: 'SL01',
  severity: 'error',
  title: localise('Priorité sans engagement', 'Priority without a target'),
  why: localise(
    'Les tickets de cette priorité ne seront jamais jugés : le prestataire n’a rien promis pour eux.',
    'Tickets of this priority will never be judged: the provider has promised nothing for them.',
  ),
  mend: localise(
    'Ajoutez un engagement pour cette priorité, ou retirez-la.',
    'Add a target for this priority, or remove it.',
  ),
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
