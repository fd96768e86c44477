import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { hasPenalties } from './rules-path.ts'

/** Penalties deducted from the invoice without the other party having been heard (Code de commerce L442-1). */
export const deductionUnheard: LintRule<CommitmentsChapter> = {
  id: 'PE10',
  severity: 'warning',
  title: localise('Compensation sans contradictoire', 'Deduction without a hearing'),
  why: localise(
    'Déduire d’office une pénalité que l’autre conteste est risqué : la créance doit être certaine et le fournisseur entendu.',
    'To deduct a penalty that the other party disputes is risky: the debt must be certain and the supplier heard.',
  ),
  mend: localise(
    'Donnez un délai d’observations avant toute déduction (observations: P15D), ou réglez par avoir (settlement: credit-note).',
    'Give time to answer before any deduction (observations: P15D), or settle by credit note (settlement: credit-note).',
  ),
  find(chapter) {
    const { settlement, observations, clause } = chapter.penaltyRules ?? {}
    if (!hasPenalties(chapter) || settlement !== 'deduction' || observations !== undefined) return []
    return [
      {
        path: ['penaltyRules', 'settlement'],
        ...numbered(clause),
        message: localise(
          'Les pénalités sont déduites de la facture sans que le prestataire ait pu répondre.',
          'Penalties are deducted from the invoice before the provider could answer.',
        ),
      },
    ]
  },
}
