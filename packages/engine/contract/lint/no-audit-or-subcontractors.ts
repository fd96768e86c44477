import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/** No right to audit, or no list of subcontractors; an empty list says that there are none. */
export const noAuditOrSubcontractors: LintRule<Contract> = {
  id: 'LE04',
  severity: 'warning',
  title: localise('Audit ou sous-traitants', 'Audit or subcontractors'),
  why: localise(
    'Sans droit d’audit ni liste des sous-traitants, le client ne sait pas qui a accès à son système, ni ne peut le vérifier.',
    'Without a right to audit nor a list of subcontractors, the client knows not who has access, nor can check.',
  ),
  mend: localise(
    'Ajoutez governance.audit : { right: true, notice: P30D } et governance.subcontractors (une liste vide s’il n’y en a pas).',
    'Add governance.audit: { right: true, notice: P30D } and governance.subcontractors (an empty list if there are none).',
  ),
  find(contract) {
    const { governance } = contract.chapters
    const { audit, subcontractors } = governance ?? {}
    const silent = audit === undefined && subcontractors === undefined
    if (silent && (governance === undefined || !isWholeContract(contract))) return []
    const violations: Violation[] = []
    if (audit?.right !== true)
      violations.push({
        path: audit === undefined ? ['governance'] : ['governance', 'audit', 'right'],
        ...numbered(audit?.clause),
        message: localise('Le client n’a pas de droit d’audit.', 'The client has no right to audit.'),
      })
    if (subcontractors === undefined)
      violations.push({
        path: ['governance'],
        message: localise('La liste des sous-traitants est absente.', 'The list of subcontractors is missing.'),
      })
    return violations
  },
}
