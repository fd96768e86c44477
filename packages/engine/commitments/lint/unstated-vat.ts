import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { hasPenalties, rulesPath } from './rules-path.ts'

/** Whether a penalty is an indemnity outside VAT or a reduction of the price. */
export const unstatedVat: LintRule<CommitmentsChapter> = {
  id: 'PE11',
  severity: 'warning',
  title: localise('Traitement de la TVA non précisé', 'VAT treatment unstated'),
  why: localise(
    'Une indemnité est hors TVA, une réduction de prix la diminue : sans choix, la facture sera fausse d’un côté ou de l’autre.',
    'An indemnity is outside VAT, a reduction of price lowers it: without a choice the invoice is wrong on one side or the other.',
  ),
  mend: localise(
    'Écrivez vat: outside (indemnité) ou vat: price-reduction (réduction de prix).',
    'Write vat: outside (indemnity) or vat: price-reduction.',
  ),
  find(chapter) {
    const { vat, clause } = chapter.penaltyRules ?? {}
    if (!hasPenalties(chapter) || vat !== undefined) return []
    return [
      {
        path: rulesPath(chapter),
        ...numbered(clause),
        message: localise(
          'Rien ne dit si une pénalité est hors TVA ou réduit le prix.',
          'Nothing says whether a penalty is outside VAT or reduces the price.',
        ),
      },
    ]
  },
}
