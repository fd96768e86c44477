import { called } from '../../base/called.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { ticketTargets } from './ticket-targets.ts'

/** A target without a rate to reach, or without a smallest number of tickets: one miss on two tickets is 50 %. */
export const noStatisticThreshold: LintRule<CommitmentsChapter> = {
  id: 'SL21',
  severity: 'warning',
  title: localise('Seuil statistique absent', 'Statistical threshold missing'),
  why: localise(
    'Sans taux à atteindre, rien n’est jugé ; sans nombre minimal, un seul retard sur deux tickets fait 50 %.',
    'Without a rate to reach nothing is judged; without a minimum count, one late ticket of two makes 50 %.',
  ),
  mend: localise(
    'Donnez un taux (atLeast), un nombre minimal (minimumCount) et la règle en dessous (small).',
    'Give a rate (atLeast), a minimum count (minimumCount) and the rule below it (small).',
  ),
  find(chapter) {
    return ticketTargets(chapter).flatMap(({ target, index }) => {
      const { clause, compliance } = target
      if (compliance !== undefined && compliance.minimumCount > 0) return []
      const message =
        compliance === undefined
          ? localise(
              `${called(target)} : délai mesuré, jamais jugé.`,
              `${called(target)}: a time that is measured, never judged.`,
            )
          : localise(
              `${called(target)} : aucun nombre minimal de tickets.`,
              `${called(target)}: no minimum count of tickets.`,
            )
      const path = compliance === undefined ? ['targets', index] : ['targets', index, 'compliance']
      return [
        {
          path,
          clause,
          message,
          hint: localise(
            'Donnez un taux (atLeast), un nombre minimal (minimumCount) et la règle en dessous (small).',
            'Give a rate (atLeast), a minimum count (minimumCount) and the rule below it (small).',
          ),
        },
      ]
    })
  },
}
