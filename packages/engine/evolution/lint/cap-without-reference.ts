import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { EvolutionChapter } from '../clause-schema.ts'

/** A cap that does not say of which price: 3 % of the initial price and of the previous one part after a year. */
export const capWithoutReference: LintRule<EvolutionChapter> = {
  id: 'PR06',
  severity: 'error',
  title: localise('Butoir ambigu', 'Ambiguous cap'),
  why: localise(
    '3 % du prix initial et 3 % du prix précédent divergent dès la deuxième année.',
    '3% of the initial price and 3% of the previous one part in the second year.',
  ),
  mend: localise('Ajoutez of: initial-price ou of: previous-price.', 'Add of: initial-price or of: previous-price.'),
  find({ pricing }) {
    const { cap, clause } = pricing?.revision ?? {}
    if (cap === undefined || cap.of !== undefined) return []
    return [
      {
        path: ['pricing', 'revision', 'cap'],
        ...numbered(clause),
        message: localise(
          'Butoir ambigu : il ne dit pas s’il porte sur le prix initial ou sur le prix précédent.',
          'Ambiguous cap: it does not say whether it is of the initial or of the previous price.',
        ),
      },
    ]
  },
}
