import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/** Whether the client contracts as a professional is not said. */
export const unstatedClientStatus: LintRule<Contract> = {
  id: 'LE06',
  severity: 'warning',
  title: localise('Statut du client non précisé', 'Client status unstated'),
  why: localise(
    'Reconduction, délais de paiement et clauses abusives ne suivent pas les mêmes règles pour un professionnel, un non-professionnel ou un acheteur public.',
    'Renewal, payment and unfair terms follow other rules for a professional, a non-professional or a public buyer.',
  ),
  mend: localise(
    'Écrivez contract.parties.client.status: professional, non-professional, consumer ou public.',
    'Write contract.parties.client.status: professional, non-professional, consumer or public.',
  ),
  find(contract) {
    if (contract.parties.client.status !== undefined || !isWholeContract(contract)) return []
    return [
      {
        path: ['contract', 'parties', 'client'],
        message: localise(
          'Statut du client non précisé : professionnel, non-professionnel, acheteur public ?',
          'Client status unstated: professional, non-professional, public buyer?',
        ),
      },
    ]
  },
}
