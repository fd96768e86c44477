import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** The matrix is a total function: every impact has every urgency. */
export const incompleteMatrix: LintRule<CommitmentsChapter> = {
  id: 'SL03',
  severity: 'error',
  title: localise('Matrice incomplète', 'Incomplete matrix'),
  why: localise(
    'Un ticket dont l’impact et l’urgence n’ont pas de case n’a pas de priorité, donc pas de délai.',
    'A ticket whose impact and urgency have no cell has no priority, and so no time.',
  ),
  mend: localise(
    'Donnez une priorité à chaque couple d’impact et d’urgence.',
    'Give a priority to each pair of impact and urgency.',
  ),
  find({ priorities }) {
    const matrix = priorities?.matrix
    if (matrix === undefined) return []
    const rows = Object.entries(matrix)
    const urgencies = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))]
    if (urgencies.length === 0) {
      return [
        {
          path: ['priorities', 'matrix'],
          message: localise('Matrice des priorités vide.', 'The priority matrix is empty.'),
          hint: FILL,
        },
      ]
    }
    return rows.flatMap(([impact, row]) => {
      const missing = urgencies.filter((urgency) => !Object.hasOwn(row, urgency))
      if (missing.length === 0) return []
      const list = missing.join(', ')
      return [
        {
          path: ['priorities', 'matrix', impact],
          message: localise(
            `Matrice incomplète : pas de priorité pour l’impact ${impact} et l’urgence ${list}.`,
            `The matrix is incomplete: no priority for impact ${impact} and urgency ${list}.`,
          ),
          hint: FILL,
        },
      ]
    })
  },
}

const FILL = localise(
  'Donnez une priorité à chaque couple d’impact et d’urgence.',
  'Give a priority to each pair of impact and urgency.',
)
