import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'
import { clauseNumbers } from './clause-numbers.ts'

/** The place of a clause whose number nothing in the contract carries. */
export const unusedClausePlace: LintRule<Contract> = {
  id: 'XR05',
  severity: 'warning',
  title: localise('Clause transcrite nulle part', 'Clause transcribed nowhere'),
  why: localise(
    'Le document signé a une clause que ce fichier n’applique pas, ou dont le numéro est faux.',
    'The signed document has a clause that this file does not apply, or whose number is wrong.',
  ),
  mend: localise(
    'Donnez ce numéro à l’élément qui la transcrit (clause: "2.1"), ou retirez la ligne.',
    'Give that number to the element that transcribes it (clause: "2.1"), or remove the line.',
  ),
  find(contract) {
    const numbers = [...clauseNumbers(contract)]
    return Object.keys(contract.clauses ?? {}).flatMap((clause) =>
      // An article (« 2 ») may hold the numbered clauses (« 2.1 »).
      numbers.some((number) => number === clause || number.startsWith(`${clause}.`))
        ? []
        : [
            {
              path: ['clauses', clause],
              clause,
              message: localise(
                `Aucun élément du contrat ne porte la clause ${clause}.`,
                `Nothing in the contract has clause ${clause}.`,
              ),
            },
          ],
    )
  },
}
