import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { ticketTargets } from './ticket-targets.ts'

/** A target on priorities that no cell of the matrix yields: no ticket of the matrix ever meets it. */
export const unreachableTarget: LintRule<CommitmentsChapter> = {
  id: 'SL02',
  severity: 'error',
  title: localise('Engagement inatteignable par la matrice', 'Target out of reach of the matrix'),
  why: localise(
    'Aucun ticket ne recevra jamais cette priorité : l’engagement, souvent le plus flatteur, ne s’applique à rien.',
    'No ticket will ever get this priority: the target, often the finest one, applies to nothing.',
  ),
  mend: localise(
    'Donnez cette priorité dans la matrice, ou retirez l’engagement.',
    'Yield this priority in the matrix, or remove the target.',
  ),
  find(chapter) {
    const matrix = chapter.priorities?.matrix
    if (matrix === undefined) return []
    const yielded = new Set(Object.values(matrix).flatMap((row) => Object.values(row)))
    if (yielded.size === 0) return []
    return ticketTargets(chapter).flatMap(({ target, index }) => {
      const priorities = target.when.priority
      if (priorities === undefined || priorities.some((priority) => yielded.has(priority))) return []
      const list = priorities.join(', ')
      return [
        {
          path: ['targets', index, 'when', 'priority'],
          clause: target.clause,
          message: localise(
            `Engagement ${target.id} inatteignable : aucune case de la matrice ne donne ${list}.`,
            `Target ${target.id} is out of reach: no cell of the matrix yields ${list}.`,
          ),
          hint: localise(
            'Donnez cette priorité dans la matrice, ou retirez l’engagement.',
            'Yield this priority in the matrix, or remove the target.',
          ),
        },
      ]
    })
  },
}
