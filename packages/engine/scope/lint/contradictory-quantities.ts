import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { ScopeChapter } from '../clause-schema.ts'

type AssetClass = NonNullable<ScopeChapter['assetClasses']>[number]

/** Two quantities of one class on one date, in two documents. */
export const contradictoryQuantities: LintRule<ScopeChapter> = {
  id: 'SC07',
  severity: 'error',
  title: localise('Quantités contradictoires', 'Contradictory quantities'),
  why: localise(
    'Deux documents comptent autrement le même parc au même jour : le prix et la dérive n’ont pas de point de départ.',
    'Two documents count the same assets otherwise on the same day: price and drift have no starting point.',
  ),
  mend: localise(
    'Recomptez, puis gardez une quantité par classe et par date.',
    'Count again, then keep one quantity for each class and date.',
  ),
  find({ assetClasses = [] }) {
    return assetClasses.flatMap((assetClass, index) => {
      const stated = statementsOf(assetClass)
      return stated.flatMap((one, place) => {
        const other = stated
          .slice(0, place)
          .find(({ asOf, quantity }) => asOf === one.asOf && quantity !== one.quantity)
        if (other === undefined) return []
        const name = assetClass.label ?? assetClass.id
        return [
          {
            path: ['assetClasses', index, ...one.path],
            message: localise(
              `« ${name} » au ${one.asOf} : ${other.quantity} selon ${other.source}, ${one.quantity} selon ${one.source}.`,
              `"${name}" on ${one.asOf}: ${other.quantity} according to ${other.source}, ${one.quantity} according to ${one.source}.`,
            ),
          },
        ]
      })
    })
  },
}

function statementsOf({ quantity, asOf, source, quantities = [] }: AssetClass) {
  const own =
    quantity === undefined || asOf === undefined ? [] : [{ quantity, asOf, source: source ?? '?', path: ['quantity'] }]
  return [
    ...own,
    ...quantities.map(({ document, ...one }, index) => ({
      ...one,
      source: document ?? one.source,
      path: ['quantities', index],
    })),
  ]
}
