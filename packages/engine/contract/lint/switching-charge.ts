import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { DATA_ACT } from '../../exit/data-act.ts'
import type { Contract } from '../contract.ts'
import { cloudTerms } from './cloud-services.ts'

/** A charge for switching cloud provider on or after 12 January 2027; the cost of parallel use excepted. */
export const switchingCharge: LintRule<Contract> = {
  id: 'RV06',
  severity: 'error',
  title: localise('Frais de sortie interdits', 'Forbidden exit charge'),
  why: localise(
    'À partir du 12 janvier 2027, le Data Act (art. 29) interdit tous frais pour changer de fournisseur cloud.',
    'From 12 January 2027 the Data Act (art. 29) forbids any charge for switching cloud provider.',
  ),
  mend: localise(
    'Fermez cette période avant le 2027-01-12, puis écrivez charge: none.',
    'Close this period before 2027-01-12, then write charge: none.',
  ),
  find(contract) {
    const cloud = cloudTerms(contract)
    return (cloud?.charges ?? []).flatMap(({ charge, to, parallelUse }, index) => {
      if (charge === 'none' || (to !== undefined && to <= DATA_ACT.freeFrom)) return []
      if (typeof charge === 'object' && /^0(\.0+)?$/.test(charge.amount)) return []
      if (charge === 'cost-only' && parallelUse === true) return []
      const said =
        charge === 'cost-only'
          ? localise('au coût', 'at cost')
          : localise(charge.amount.replace('.', ','), charge.amount)
      return [
        {
          path: ['exit', 'cloud', 'charges', index],
          ...numbered(cloud?.clause),
          message: localise(
            `Frais de sortie interdits : des frais de changement (${said.fr}) restent dus à partir du 12 janvier 2027.`,
            `Forbidden exit charge: switching (${said.en}) still costs from 12 January 2027 on.`,
          ),
        },
      ]
    })
  },
}
