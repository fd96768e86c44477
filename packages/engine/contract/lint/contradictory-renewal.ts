import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'

/** A document that states another mode of renewal than the contract, or than a document before it. */
export const contradictoryRenewal: LintRule<Contract> = {
  id: 'EV01',
  severity: 'error',
  title: localise('Reconduction contradictoire', 'Contradictory renewal'),
  why: localise(
    'L’un croit le contrat fini, l’autre reconduit : un an de redevances en dépend.',
    'One party takes the contract for ended, the other for renewed: a year of fees hangs on it.',
  ),
  mend: localise(
    'Alignez les documents sur un seul mode de reconduction (contract.term.renewal.mode).',
    'Bring the documents to one mode of renewal (contract.term.renewal.mode).',
  ),
  find({ term, documents = [] }) {
    const stated = documents.flatMap(({ id, states }, index) =>
      states?.renewal === undefined ? [] : [{ id, mode: states.renewal, index }],
    )
    const first = term?.renewal?.mode ?? stated[0]?.mode
    return stated.flatMap(({ id, mode, index }) =>
      first === undefined || mode === first
        ? []
        : [
            {
              path: ['contract', 'documents', index, 'states', 'renewal'],
              message: localise(
                `Reconduction contradictoire : ${MODES[first].fr} d’un côté, ${MODES[mode].fr} selon « ${id} ».`,
                `Contradictory renewal: ${MODES[first].en} on one side, ${MODES[mode].en} in "${id}".`,
              ),
            },
          ],
    )
  },
}

const MODES = {
  tacit: localise('tacite', 'tacit'),
  express: localise('expresse', 'express'),
  none: localise('aucune', 'none'),
} as const
