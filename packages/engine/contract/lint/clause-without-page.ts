import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'

/** In a transcription, a clause that produces figures and whose page in the signed document is not stated. */
export const clauseWithoutPage: LintRule<Contract> = {
  id: 'XR06',
  severity: 'info',
  title: localise('Clause sans page', 'Clause without a page'),
  why: localise(
    'Un chiffre tiré d’une transcription se vérifie dans le document signé : sans page, chacun cherche.',
    'A figure from a transcription is checked in the signed document: without a page, everybody searches.',
  ),
  mend: localise(
    'Ajoutez à « clauses » la page et les mots du document signé : "2.1": { page: 12, quote: … }.',
    'Add the page and the words of the signed document to `clauses`: "2.1": { page: 12, quote: … }.',
  ),
  find({ authority, clauses = {}, commitments, followUp }) {
    if (authority === 'contract') return []
    const { targets, controls = [], penalties = [], penaltyRules } = commitments
    const figures = [
      ...targets.map(({ id, clause }, index) => ({ id, clause, path: ['commitments', 'targets', index] })),
      ...controls.map(({ id, clause }, index) => ({ id, clause, path: ['commitments', 'controls', index] })),
      ...penalties.map(({ id, clause }, index) => ({ id, clause, path: ['commitments', 'penalties', index] })),
      ...(penaltyRules?.clause === undefined
        ? []
        : [{ id: 'penaltyRules', clause: penaltyRules.clause, path: ['commitments', 'penaltyRules'] }]),
      ...followUp.kpis.flatMap(({ id, clause }, index) =>
        clause === undefined || clause === id ? [] : [{ id, clause, path: ['followUp', 'kpis', index] }],
      ),
    ]
    const seen = new Set<string>()
    return figures.flatMap(({ id, clause, path }) => {
      if (
        clause === undefined ||
        seen.has(clause) ||
        (Object.hasOwn(clauses, clause) && clauses[clause]?.page !== undefined)
      )
        return []
      seen.add(clause)
      return [
        {
          path,
          clause,
          message: localise(
            `La clause ${clause} (${id}) ne dit pas sa page dans le document signé.`,
            `Clause ${clause} (${id}) does not state its page in the signed document.`,
          ),
        },
      ]
    })
  },
}
