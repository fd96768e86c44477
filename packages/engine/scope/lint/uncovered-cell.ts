import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { provenScope } from './proven-scope.ts'
import { sayBoxes } from './say-boxes.ts'

/** Cells that no rule decides, as the fewest readable boxes (semantics, *Scope*). */
export const uncoveredCell: LintRule<ScopeChapter> = {
  id: 'SC01',
  severity: 'error',
  title: localise('Cas sans règle de périmètre', 'Case without a scope rule'),
  why: localise(
    'Le jour où la question se posera, rien ne dira si c’est compris dans le forfait, facturé ou exclu.',
    'On the day the question comes up, nothing will say whether it is in the fee, billed or excluded.',
  ),
  mend: localise(
    'Ajoutez une règle pour ces cas : incluse, à la demande, exclue, au client ou à un tiers.',
    'Add a rule for these cases: included, on demand, excluded, for the client or for a third party.',
  ),
  find(scope) {
    if (scope.rules === undefined && (scope.assetClasses === undefined || scope.interventions === undefined)) return []
    const proof = provenScope(scope)
    if (proof === undefined) return []
    if ('tooComplex' in proof) return [{ path: ['rules'], message: proof.tooComplex }]
    if (proof.gaps.length === 0) return []
    const said = sayBoxes(proof.gaps, proof.dimensions)
    return [
      {
        path: ['rules'],
        message: localise(`Aucune règle de périmètre pour : ${said.fr}.`, `No scope rule for: ${said.en}.`),
      },
    ]
  },
}
