import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** A reason that stops the clock for as long as one likes, or that nobody is reminded of. */
export const unboundedPause: LintRule<CommitmentsChapter> = {
  id: 'SL18',
  severity: 'warning',
  title: localise('Suspension du délai non bornée', 'Unbounded pause of the clock'),
  why: localise(
    'Un ticket laissé « en attente » sans relance ni limite n’est jamais en retard.',
    'A ticket left “waiting” without a reminder or a limit is never late.',
  ),
  mend: localise(
    'Dites quand le prestataire relance (remindAfter) et combien de temps le délai s’arrête au plus (atMost).',
    'State when the provider sends a reminder (remindAfter) and how long the clock stops at most (atMost).',
  ),
  find({ clock }) {
    return clock.pauses.flatMap(({ reason, clause, remindAfter, atMost }, index) => {
      if (remindAfter !== undefined && atMost !== undefined) return []
      const missing =
        atMost === undefined
          ? localise('sans limite (atMost)', 'without a limit (atMost)')
          : localise('sans relance (remindAfter)', 'without a reminder (remindAfter)')
      return [
        {
          path: ['clock', 'pauses', index],
          ...(clause !== undefined && { clause }),
          message: localise(
            `Suspension du délai « ${reason} » ${missing.fr}.`,
            `The pause "${reason}" is ${missing.en}.`,
          ),
          hint: localise(
            'Une suspension dit quand le prestataire relance et combien de temps elle dure au plus.',
            'A pause states when the provider sends a reminder and how long it lasts at most.',
          ),
        },
      ]
    })
  },
}
