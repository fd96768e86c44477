import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/** Penalties on figures that only the provider makes: no right to the raw data, and reports that cannot be computed on. */
export const unverifiableMeasure: LintRule<Contract> = {
  id: 'FU04',
  severity: 'warning',
  title: localise('Mesure non contrôlable', 'Measure that cannot be checked'),
  why: localise(
    'Le prestataire calcule seul les chiffres qui le sanctionnent : le client ne peut ni les vérifier ni les contester.',
    'The provider alone makes the figures that sanction it: the client can neither check nor dispute them.',
  ),
  mend: localise(
    'Écrivez followUp.rawData: { right: true, format: CSV, within: P5D }, ou demandez le rapport en xlsx ou json.',
    'Write followUp.rawData: { right: true, format: CSV, within: P5D }, or ask for the report in xlsx or json.',
  ),
  find(contract) {
    const { commitments, followUp } = contract
    const hasFollowUp = followUp.reports.length > 0 || followUp.kpis.length > 0 || isWholeContract(contract)
    if ((commitments.penalties ?? []).length === 0 || !hasFollowUp) return []
    const { right } = followUp.rawData ?? {}
    // A report without a format is another rule's finding.
    const computable = followUp.reports.some(
      ({ formats }) => formats.length === 0 || formats.some((one) => one === 'xlsx' || one === 'json'),
    )
    if (right === true || (right === undefined && computable)) return []
    return [
      {
        path: right === undefined ? ['followUp'] : ['followUp', 'rawData', 'right'],
        message: localise(
          'Des pénalités reposent sur des chiffres que le client ne peut pas refaire : aucun droit aux données brutes.',
          'Penalties stand on figures that the client cannot make again: no right to the raw data.',
        ),
      },
    ]
  },
}
