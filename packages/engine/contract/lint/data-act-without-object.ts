import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'
import { cloudServices } from './cloud-services.ts'

/** A Data Act clause on services that a third party supplies: the provider can promise nothing of them. */
export const dataActWithoutObject: LintRule<Contract> = {
  id: 'RV11',
  severity: 'warning',
  title: localise('Clause Data Act sans objet', 'Data Act clause without an object'),
  why: localise(
    'Le prestataire ne peut pas tenir le délai de sortie d’un service cloud qu’un tiers fournit : la promesse est vide.',
    'The provider cannot keep the exit times of a cloud service that somebody else supplies: the promise is empty.',
  ),
  mend: localise(
    'Renvoyez au contrat du fournisseur, ou limitez exit.cloud.services aux services que le prestataire fournit.',
    'Refer to the supplier’s contract, or limit exit.cloud.services to those that the provider supplies.',
  ),
  find(contract) {
    const cloud = contract.chapters.exit?.cloud
    if (cloud === undefined) return []
    const others = cloudServices(contract).filter(({ supplier }) => supplier === 'third-party')
    if (others.length === 0) return []
    const names = others.map(({ id, label }) => label ?? id).join(', ')
    return [
      {
        path: cloud.services === undefined ? ['exit', 'cloud'] : ['exit', 'cloud', 'services'],
        ...numbered(cloud.clause),
        message: localise(
          `Clause Data Act sans objet : un tiers fournit ${names}.`,
          `Data Act clause without an object: a third party supplies ${names}.`,
        ),
      },
    ]
  },
}
