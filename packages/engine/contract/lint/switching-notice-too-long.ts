import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { longestDays } from '../../base/shift-date.ts'
import { DATA_ACT } from '../../exit/data-act.ts'
import type { Contract } from '../contract.ts'
import { cloudTerms } from './cloud-services.ts'

/** A cloud service whose notice of switching is unstated, or longer than two months. */
export const switchingNoticeTooLong: LintRule<Contract> = {
  id: 'RV04',
  severity: 'error',
  title: localise('Préavis de changement trop long', 'Notice of switching too long'),
  why: localise(
    'Le Data Act (art. 25) borne à deux mois le préavis pour changer de fournisseur cloud : une clause plus longue ne tient pas.',
    'The Data Act (art. 25) bounds the notice of switching cloud provider to two months: a longer clause does not hold.',
  ),
  mend: localise(
    'Écrivez exit.cloud.switchingNotice: P2M, ou moins.',
    'Write exit.cloud.switchingNotice: P2M, or less.',
  ),
  find(contract) {
    const cloud = cloudTerms(contract)
    if (cloud === undefined) return []
    const { switchingNotice, clause } = cloud
    if (switchingNotice === undefined)
      return [
        {
          path: ['exit', 'cloud'],
          ...numbered(clause),
          message: localise(
            'Service cloud sans préavis de changement de fournisseur (deux mois au plus).',
            'A cloud service without a notice of switching (two months at most).',
          ),
        },
      ]
    if (longestDays(switchingNotice) <= longestDays(DATA_ACT.longestNotice)) return []
    return [
      {
        path: ['exit', 'cloud', 'switchingNotice'],
        ...numbered(clause),
        message: localise(
          `Préavis > Data Act : ${switchingNotice} pour changer de fournisseur cloud, au lieu de deux mois au plus.`,
          `${switchingNotice} of notice to switch cloud provider, instead of two months at most.`,
        ),
      },
    ]
  },
}
