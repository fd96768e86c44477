import { parseCivilDate } from '../../base/civil-date.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { daysAfter } from '../../base/shift-date.ts'
import type { JudgedExit } from './judged-exit.ts'

/** No exit plan, or one that was last updated more than twelve months before the day of the check. */
export const staleExitPlan: LintRule<JudgedExit> = {
  id: 'RV01',
  severity: 'error',
  title: localise('Plan de réversibilité absent ou périmé', 'Exit plan missing or out of date'),
  why: localise(
    'Un plan vieux de plus d’un an décrit un système qui n’existe plus : on ne peut pas partir avec.',
    'A plan older than a year describes a system that is no more: nobody can leave with it.',
  ),
  mend: localise(
    'Mettez le plan à jour au moins une fois par an, et datez-le : exit.planUpdatedOn.',
    'Update the plan at least once a year, and date it: exit.planUpdatedOn.',
  ),
  find({ exit: { planUpdatedOn, clause }, on }) {
    const updated = planUpdatedOn === undefined ? undefined : parseCivilDate(planUpdatedOn)
    if (updated === undefined) {
      return [
        {
          path: [],
          ...numbered(clause),
          message: localise('Plan de réversibilité absent : il n’est pas daté.', 'No exit plan: none is dated.'),
        },
      ]
    }
    if (daysAfter(updated, 'P12M') >= on) return []
    return [
      {
        path: ['planUpdatedOn'],
        ...numbered(clause),
        message: localise(
          `Plan de réversibilité périmé : sa dernière mise à jour (${planUpdatedOn}) a plus de douze mois.`,
          `Exit plan out of date: its last update (${planUpdatedOn}) is more than twelve months old.`,
        ),
      },
    ]
  },
}
