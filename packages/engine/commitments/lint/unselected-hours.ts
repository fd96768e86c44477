import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** Support hours to choose from, and none chosen. */
export const unselectedHours: LintRule<CommitmentsChapter> = {
  id: 'SL23',
  severity: 'warning',
  title: localise('Plage non choisie', 'Hours not chosen'),
  why: localise(
    'Le contrat propose plusieurs plages et n’en retient aucune : on ne sait ni quand appeler, ni ce qui est payé.',
    'The contract offers several hours and keeps none: nobody knows when to call, nor what is paid for.',
  ),
  mend: localise('Nommez la plage retenue : selected: …', 'Name the hours that are chosen: selected: …'),
  find({ supportHours }) {
    if (supportHours === undefined || supportHours.selected !== undefined) return []
    const options = supportHours.options.map((id) => `« ${id} »`).join(', ')
    const english = supportHours.options.map((id) => `"${id}"`).join(', ')
    return [
      {
        path: ['supportHours'],
        message: localise(
          `Plages de support proposées (${options}), aucune n’est choisie.`,
          `Support hours are offered (${english}), none is chosen.`,
        ),
      },
    ]
  },
}
