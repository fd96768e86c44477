import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/** A whole contract that lists no documents, or several of which two have one rank or one has none: nobody knows which prevails. */
export const tiedPrecedence: LintRule<Contract> = {
  id: 'XR02',
  severity: 'error',
  title: localise('Préséance absente', 'No precedence'),
  why: localise(
    'Quand deux documents se contredisent, rien ne dit lequel l’emporte : c’est le premier sujet d’un litige.',
    'When two documents contradict each other, nothing says which prevails: that is where disputes begin.',
  ),
  mend: localise(
    'Donnez à chaque document un rang différent ; 1 prévaut.',
    'Give each document its own rank; 1 prevails.',
  ),
  find(contract) {
    const { documents = [] } = contract
    if (documents.length === 0 && isWholeContract(contract)) return [NO_DOCUMENTS]
    if (documents.length < 2) return []
    return documents.flatMap(({ id, rank }, index) => {
      const equal = documents.slice(0, index).find((other) => other.rank === rank)
      if (rank !== undefined && equal === undefined) return []
      const message =
        rank === undefined
          ? localise(`Préséance absente : « ${id} » n’a pas de rang.`, `No precedence: "${id}" has no rank.`)
          : localise(
              `Préséance à égalité : « ${equal?.id} » et « ${id} » ont le rang ${rank}.`,
              `Tied precedence: "${equal?.id}" and "${id}" have rank ${rank}.`,
            )
      return [
        {
          path: ['contract', 'documents', index],
          message,
          hint: localise(
            'Donnez à chaque document un rang différent ; 1 prévaut.',
            'Give each document its own rank; 1 prevails.',
          ),
        },
      ]
    })
  },
}

const NO_DOCUMENTS = {
  path: ['contract'],
  message: localise(
    'Préséance absente : le contrat ne dit pas quels documents le composent, ni lequel prévaut.',
    'No precedence: the contract does not say which documents it is made of, nor which prevails.',
  ),
  hint: localise(
    'Écrivez contract.documents : [{ id: contract, rank: 1 }, { id: annexes, rank: 2 }].',
    'Write contract.documents: [{ id: contract, rank: 1 }, { id: annexes, rank: 2 }].',
  ),
}
