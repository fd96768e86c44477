import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/** How long personal data are kept is not said; `personalData: none` says that there are none. */
export const noRetention: LintRule<Contract> = {
  id: 'LE05',
  severity: 'warning',
  title: localise('Durée de conservation absente', 'Retention unset'),
  why: localise(
    'Tickets, journaux et sauvegardes contiennent des noms : sans durée, ils restent, et le client en répond.',
    'Tickets, logs and backups hold names: without a time they stay, and the client answers for it.',
  ),
  mend: localise(
    'Écrivez governance.personalData.retention: P3Y, ou personalData: none s’il n’y en a aucune.',
    'Write governance.personalData.retention: P3Y, or personalData: none where there are none.',
  ),
  find(contract) {
    const { governance } = contract.chapters
    const stated = governance?.personalData
    if (stated === 'none') return []
    if (stated === undefined && (governance === undefined || !isWholeContract(contract))) return []
    if (stated?.retention !== undefined) return []
    return [
      {
        path: stated === undefined ? ['governance'] : ['governance', 'personalData'],
        ...numbered(stated?.clause),
        message: localise(
          'La durée de conservation des données personnelles n’est pas fixée.',
          'How long personal data are kept is not set.',
        ),
      },
    ]
  },
}
