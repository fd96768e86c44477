import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** A reason that stops the clock for as long as one likes, or that nobody is reminded of. */
export const unboundedPause: LintRule<CommitmentsChapter> = {
  id: 'SL18',
  severity: 'warning',
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
