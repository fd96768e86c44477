import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

/** The provider may change prices alone. */
export const discretionaryPrice: LintRule<EvolutionChapter> = {
  id: 'PR13',
  severity: 'warning',
  title: localise('Révision discrétionnaire', 'Price at discretion'),
  why: localise(
    'Le budget dépend d’une seule partie : le client n’a que le choix de payer ou de partir.',
    'The budget hangs on one party: the client can only pay or leave.',
  ),
  mend: localise(
    'Prévoyez l’accord des deux parties (by: both), ou une formule de révision avec son butoir.',
    'Ask for both parties (by: both), or state a formula of revision with its cap.',
  ),
  find({ pricing }) {
    const reprice = pricing?.reprice
    if (reprice?.by !== 'provider') return []
    return [
      {
        path: ['pricing', 'reprice', 'by'],
        ...numbered(reprice.clause),
        message: localise(
          'Révision discrétionnaire : le prestataire peut changer ses prix seul.',
          'Prices at the provider’s discretion: it may change them alone.',
        ),
      },
    ]
  },
}
