import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'

/** Work outside the fee that nobody at the client has to accept: neither an approval clause nor a power to order. */
export const unapprovedWork: LintRule<Contract> = {
  id: 'SC10',
  severity: 'warning',
  title: localise('Travaux hors forfait sans accord préalable', 'Out-of-fee work without prior approval'),
  why: localise(
    'Le client découvre sur la facture des interventions que personne n’a acceptées.',
    'The client finds on the invoice work that nobody accepted.',
  ),
  mend: localise(
    'Écrivez scope.approval: { by: …, estimate: required }, ou donnez à un rôle du client le pouvoir de commander (binds: { orders: … }).',
    'Write scope.approval: { by: …, estimate: required }, or give a role of the client the power to order (binds: { orders: … }).',
  ),
  find({ chapters: { scope, governance } }) {
    const rules = scope?.rules ?? []
    const index = rules.findIndex(({ then, quota }) => then === 'on-demand' || quota?.beyond.then === 'on-demand')
    const rule = rules[index]
    const orders = (governance?.roles ?? []).some(
      ({ party, binds }) => party === 'client' && binds?.orders !== undefined,
    )
    if (scope === undefined || rule === undefined || scope.approval !== undefined || orders) return []
    return [
      {
        path: ['scope', 'rules', index],
        ...numbered(rule.clause),
        message: localise(
          `« ${rule.label ?? rule.id} » est hors forfait, et personne chez le client n’a à l’accepter avant.`,
          `"${rule.label ?? rule.id}" is outside the fee, and nobody at the client has to accept it first.`,
        ),
      },
    ]
  },
}
