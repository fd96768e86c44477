import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { longestDays } from '../../base/shift-date.ts'
import { DATA_ACT } from '../../exit/data-act.ts'
import type { Contract } from '../contract.ts'
import { cloudTerms } from './cloud-services.ts'

/** A cloud service whose data can be retrieved for less than thirty days after the transition, or are erased before. */
export const retrievalTooShort: LintRule<Contract> = {
  id: 'RV05',
  severity: 'error',
  title: localise('Récupération ou effacement des données', 'Retrieval or erasure of data'),
  why: localise(
    'Le Data Act (art. 25) laisse au moins trente jours pour récupérer ses données ; effacées plus tôt, elles sont perdues.',
    'The Data Act (art. 25) leaves at least thirty days to retrieve data; erased sooner, they are lost.',
  ),
  mend: localise(
    'Écrivez exit.cloud.retrieval: P30D ou plus, et erasure: after-acceptance.',
    'Write exit.cloud.retrieval: P30D or more, and erasure: after-acceptance.',
  ),
  find(contract) {
    const cloud = cloudTerms(contract)
    if (cloud === undefined) return []
    const { retrieval, erasure, clause } = cloud
    const violations: Violation[] = []
    if (retrieval === undefined || longestDays(retrieval) < longestDays(DATA_ACT.shortestRetrieval))
      violations.push({
        path: retrieval === undefined ? ['exit', 'cloud'] : ['exit', 'cloud', 'retrieval'],
        ...numbered(clause),
        message:
          retrieval === undefined
            ? localise(
                'Service cloud sans délai pour récupérer les données (trente jours au moins).',
                'A cloud service without a time to retrieve data (thirty days at least).',
              )
            : localise(
                `Récupération trop courte : ${retrieval} après la transition, au lieu de trente jours au moins.`,
                `Retrieval too short: ${retrieval} after the transition, instead of thirty days at least.`,
              ),
      })
    if (erasure === 'at-end' || erasure === 'after-transition')
      violations.push({
        path: ['exit', 'cloud', 'erasure'],
        ...numbered(clause),
        message: localise(
          'Les données cloud sont effacées avant que le client les ait récupérées et acceptées.',
          'Cloud data are erased before the client has retrieved and accepted them.',
        ),
      })
    return violations
  },
}
