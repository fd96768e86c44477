import { called } from '../../base/called.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** An amount per point of a bonus without a word on started points; of a penalty the reader itself asks for one. */
export const unsettledUnit: LintRule<CommitmentsChapter> = {
  id: 'PE04',
  severity: 'error',
  title: localise('Unité entamée non réglée', 'Started unit unsettled'),
  why: localise(
    'Pour 3 h 30 de retard à tant l’heure, on peut compter 3, 3,5 ou 4 heures : c’est de l’argent.',
    'For 3 h 30 late at so much an hour, one may count 3, 3.5 or 4 hours: that is money.',
  ),
  mend: localise(
    'Dites ce qui compte : rounding: started (entamée), full (complète) ou linear (au prorata).',
    'Say what counts: rounding: started, full or linear.',
  ),
  find({ penalties = [] }) {
    return penalties.flatMap((penalty, index) => {
      if (penalty.bonus?.per === undefined || penalty.bonus.rounding !== undefined) return []
      return [
        {
          path: ['penalties', index, 'bonus'],
          ...numbered(penalty.clause),
          message: localise(
            `${called(penalty)} : rien ne dit si un point entamé donne droit au bonus.`,
            `${called(penalty)}: nothing says whether a started point gives the bonus.`,
          ),
        },
      ]
    })
  },
}
