import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { CommitmentsChapter } from '../clause-types.ts'

/** A claim that a ticket does not count is accepted by whoever does not answer it. */
export const silenceAcceptsExclusion: LintRule<CommitmentsChapter> = {
  id: 'PE15',
  severity: 'warning',
  title: localise('Silence valant accord sur une exclusion', 'Silence that accepts an exclusion'),
  why: localise(
    'Un courriel resté sans réponse suffit à retirer un ticket des calculs, donc une pénalité.',
    'An unanswered e-mail is enough to take a ticket out of the figures, and so a penalty.',
  ),
  mend: localise(
    'Écrivez silence: claim-lapsed : une demande sans réponse tombe, elle n’est pas acceptée.',
    'Write silence: claim-lapsed: a claim without an answer lapses, it is not accepted.',
  ),
  find({ disputes }) {
    if (disputes?.silence !== 'claim-accepted') return []
    return [
      {
        path: ['disputes', 'silence'],
        ...numbered(disputes.clause),
        message: localise(
          'Une demande d’exclusion laissée sans réponse est acceptée.',
          'A claim to exclude a ticket is accepted when nobody answers it.',
        ),
      },
    ]
  },
}
