import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { hasPenalties, rulesPath } from './rules-path.ts'

/** Whether a notice to perform must come before a penalty is owed (mise en demeure, Code civil 1231-5). */
export const unstatedNotice: LintRule<CommitmentsChapter> = {
  id: 'PE13',
  severity: 'warning',
  title: localise('Mise en demeure préalable non réglée', 'Notice to perform unsettled'),
  why: localise(
    'À défaut de clause, une pénalité n’est due qu’après mise en demeure : celle des mois passés serait perdue.',
    'Without a clause a penalty is owed only after a notice to perform: that of past months would be lost.',
  ),
  mend: localise(
    'Écrivez putOnNotice: waived (dispense) ou putOnNotice: required (exigée).',
    'Write putOnNotice: waived or putOnNotice: required.',
  ),
  find(chapter) {
    const { putOnNotice, clause } = chapter.penaltyRules ?? {}
    if (!hasPenalties(chapter) || putOnNotice !== undefined) return []
    return [
      {
        path: rulesPath(chapter),
        ...numbered(clause),
        message: localise(
          'Rien ne dit si une mise en demeure doit précéder la pénalité.',
          'Nothing says whether a notice to perform must come before the penalty.',
        ),
      },
    ]
  },
}
