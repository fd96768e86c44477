import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** The provider alone may change a priority, and so the time that it is held to. */
export const unilateralPriority: LintRule<CommitmentsChapter> = {
  id: 'SL19',
  severity: 'warning',
  title: localise('Requalification unilatérale', 'Priority changed by the provider alone'),
  why: localise(
    'Celui qui doit tenir le délai peut le changer seul : il suffit de baisser la priorité d’un ticket en retard.',
    'The party that must meet the time may change it alone: it only has to lower the priority of a late ticket.',
  ),
  mend: localise(
    'Choisissez decidedBy: matrix (la matrice décide) ou both (accord des deux parties).',
    'Choose decidedBy: matrix (the matrix decides) or both (both parties agree).',
  ),
  find({ priorities }) {
    if (priorities?.decidedBy !== 'provider') return []
    return [
      {
        path: ['priorities', 'decidedBy'],
        message: localise(
          'Le prestataire change seul la priorité d’un ticket.',
          'The provider alone changes the priority of a ticket.',
        ),
      },
    ]
  },
}
