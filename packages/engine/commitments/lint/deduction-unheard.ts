import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { CommitmentsChapter } from '../clause-types.ts'
import { hasPenalties, rulesPath } from './rules-path.ts'

/** Penalties settled, or worse deducted, without time for the other party to answer (Code de commerce L442-1). */
export const deductionUnheard: LintRule<CommitmentsChapter> = {
  id: 'PE10',
  severity: 'warning',
  title: localise('Compensation sans contradictoire', 'Deduction without a hearing'),
  why: localise(
    'Déduire d’office une pénalité que l’autre conteste est risqué : la créance doit être certaine et le fournisseur entendu.',
    'To deduct a penalty that the other party disputes is risky: the debt must be certain and the supplier heard.',
  ),
  mend: localise(
    'Donnez un délai d’observations avant tout règlement : observations: P15D.',
    'Give time to answer before any settlement: observations: P15D.',
  ),
  find(chapter) {
    const { settlement, observations, clause } = chapter.penaltyRules ?? {}
    if (!hasPenalties(chapter) || observations !== undefined) return []
    return [
      {
        path: settlement === undefined ? rulesPath(chapter) : ['penaltyRules', 'settlement'],
        ...numbered(clause),
        message:
          settlement === 'deduction'
            ? localise(
                'Les pénalités sont déduites de la facture sans que le prestataire ait pu répondre.',
                'Penalties are deducted from the invoice before the provider could answer.',
              )
            : localise(
                'Les pénalités sont réglées sans que l’autre partie ait un délai pour répondre.',
                'Penalties are settled without any time for the other party to answer.',
              ),
      },
    ]
  },
}
