import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'
import { DORA_ITEMS, missingItems, sayItems } from './legal-items.ts'

/** A financial client, a critical function, and an item of DORA article 30 that is not said. */
export const missingDoraItems: LintRule<Contract> = {
  id: 'LE03',
  severity: 'error',
  title: localise('Clause DORA absente', 'DORA clause missing'),
  why: localise(
    'Pour une entité financière, un contrat sur une fonction critique sans ces clauses est un manquement que son autorité sanctionne.',
    'For a financial entity, a contract on a critical function without these items is a breach that its authority sanctions.',
  ),
  mend: localise(
    'Complétez governance.dora, par true ou par le numéro de la clause qui le dit.',
    'Complete governance.dora, by true or by the number of the clause that says it.',
  ),
  find({ parties, chapters }) {
    const { criticalFunction, dora } = chapters.governance ?? {}
    if (parties.client.sector !== 'financial' || criticalFunction !== true) return []
    const missing = missingItems(DORA_ITEMS, dora)
    if (missing.length === 0) return []
    return [
      {
        path: dora === undefined ? ['governance', 'criticalFunction'] : ['governance', 'dora'],
        message: localise(
          `Clause DORA absente : il manque ${sayItems(missing, 'fr')}.`,
          `DORA items missing: ${sayItems(missing, 'en')}.`,
        ),
      },
    ]
  },
}
