import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { hasPenalties, rulesPath } from './rules-path.ts'

/** Whether the penalty is the sole remedy is unsaid, or it is and nothing lets the client leave after repeated breaches. */
export const unstatedRemedy: LintRule<CommitmentsChapter> = {
  id: 'PE07',
  severity: 'warning',
  title: localise('Caractère libératoire ou sortie non réglés', 'Sole remedy or way out unsettled'),
  why: localise(
    'Une pénalité libératoire est la seule réparation : sans sortie en cas de manquements répétés, le client paie un service qui ne marche pas.',
    'A sole remedy is all that the client gets: without a way out after repeated breaches, it pays for a service that does not work.',
  ),
  mend: localise(
    'Écrivez liberating: false, ou liberating: true avec chronicBreach: { months: 3, gives: right-to-terminate }.',
    'Write liberating: false, or liberating: true with chronicBreach: { months: 3, gives: right-to-terminate }.',
  ),
  find(chapter) {
    const { liberating, chronicBreach, clause } = chapter.penaltyRules ?? {}
    if (!hasPenalties(chapter) || liberating === false) return []
    if (liberating === true && chronicBreach?.gives === 'right-to-terminate') return []
    return [
      {
        path: liberating === undefined ? rulesPath(chapter) : ['penaltyRules', 'liberating'],
        ...numbered(clause),
        message:
          liberating === undefined
            ? localise(
                'Rien ne dit si la pénalité est libératoire, c’est-à-dire la seule réparation due.',
                'Nothing says whether the penalty is the sole remedy.',
              )
            : localise(
                'La pénalité est la seule réparation, et rien ne permet de résilier après des manquements répétés.',
                'The penalty is the sole remedy, and nothing lets the client terminate after repeated breaches.',
              ),
      },
    ]
  },
}
