import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'
import { clauseCarriers } from './clause-carriers.ts'

/**
 * A clause that refers to another one, or to a document, that does not exist: « précisé au CCAP ». A reference to an
 * element that the contract does not declare is found by the reader.
 */
export const danglingReference: LintRule<Contract> = {
  id: 'XR01',
  severity: 'error',
  title: localise('Renvoi sans cible', 'Reference to nothing'),
  why: localise(
    'Ce qui est nommé n’existe nulle part : la clause dit que la règle est ailleurs, et il n’y a pas de règle.',
    'What is named exists nowhere: the clause says that the rule is elsewhere, and there is no rule.',
  ),
  mend: localise(
    'Définissez ce qui est nommé, ou corrigez le nom : une clause numérotée, un document, un élément du contrat.',
    'Define what is named, or correct the name: a numbered clause, a document, an element of the contract.',
  ),
  find(contract) {
    const { clauses = {}, documents = [] } = contract
    const targets = new Set([
      ...Object.keys(clauses),
      ...clauseCarriers(contract).map(({ clause }) => clause),
      ...documents.flatMap(({ id, label }) => (label === undefined ? [id] : [id, label])),
    ])
    return Object.entries(clauses).flatMap(([clause, { refersTo = [] }]) =>
      refersTo.flatMap((target, index) =>
        targets.has(target)
          ? []
          : [
              {
                path: ['clauses', clause, 'refersTo', index],
                clause,
                message: localise(
                  `Renvoi sans cible : la clause ${clause} renvoie à « ${target} ».`,
                  `Reference to nothing: clause ${clause} refers to "${target}".`,
                ),
              },
            ],
      ),
    )
  },
}
