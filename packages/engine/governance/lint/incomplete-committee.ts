import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { GovernanceChapter } from '../clause-schema.ts'

/** A committee without a chair or without a delay for its minutes; one without a frequency cannot be read. */
export const incompleteCommittee: LintRule<GovernanceChapter> = {
  id: 'GO01',
  severity: 'error',
  title: localise('Comité incomplet', 'Incomplete committee'),
  why: localise(
    'Un comité sans présidence ni compte rendu daté ne décide rien que l’on puisse opposer.',
    'A committee without a chair or dated minutes decides nothing that binds.',
  ),
  mend: localise(
    'Donnez à chaque comité sa fréquence (every), sa présidence (chair) et le délai du compte rendu (minutesDue).',
    'Give each committee its frequency (every), chair (chair) and the delay of its minutes (minutesDue).',
  ),
  find({ committees = [] }) {
    return committees.flatMap(({ id, label, clause, chair, minutesDue }, index) => {
      const missing = [
        ...(chair === undefined ? [localise('sa présidence (chair)', 'its chair (chair)')] : []),
        ...(minutesDue === undefined
          ? [localise('le délai de son compte rendu (minutesDue)', 'the delay of its minutes (minutesDue)')]
          : []),
      ]
      if (missing.length === 0) return []
      return [
        {
          path: ['committees', index],
          ...numbered(clause),
          message: localise(
            `Comité incomplet : « ${label ?? id} » ne dit pas ${missing.map(({ fr }) => fr).join(' ni ')}.`,
            `Incomplete committee: "${label ?? id}" does not say ${missing.map(({ en }) => en).join(' or ')}.`,
          ),
        },
      ]
    })
  },
}
