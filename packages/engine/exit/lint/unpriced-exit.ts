import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { JudgedExit } from './judged-exit.ts'

/** An exit that is neither included in the fee nor priced. */
export const unpricedExit: LintRule<JudgedExit> = {
  id: 'RV07',
  severity: 'error',
  title: localise('Coût de sortie indéfini', 'Cost of the exit undefined'),
  why: localise(
    'Le prix de la sortie se négocie quand le client n’a plus aucun levier.',
    'The price of the exit is negotiated when the client has no lever left.',
  ),
  mend: localise(
    'Écrivez exit.price: included, ou l’article du bordereau qui la facture.',
    'Write exit.price: included, or the item of the price book that bills it.',
  ),
  find({ exit: { price, clause } }) {
    if (price !== undefined) return []
    return [
      {
        path: [],
        ...numbered(clause),
        message: localise(
          'Coût de sortie indéfini : ni compris, ni rattaché à un article du bordereau.',
          'Cost of the exit undefined: neither included nor an item of the price book.',
        ),
      },
    ]
  },
}
