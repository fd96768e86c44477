import type { Path } from '../../base/document/source-node.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { compareRatio, formatRatio, multiplyRatio, parseDecimal, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { EvolutionChapter } from '../clause-schema.ts'
import type { Pricing } from '../pricing-schema.ts'

/** Volume tiers (one price for all units) whose total falls where a tier begins: one unit more costs less than one fewer. */
export const fallingTotal: LintRule<EvolutionChapter> = {
  id: 'PR09',
  severity: 'error',
  title: localise('Effet de seuil', 'Threshold effect'),
  why: localise(
    'Au passage du seuil, une unité de plus fait baisser la facture : chacun a intérêt à déclarer une quantité fausse.',
    'At the threshold, one unit more lowers the invoice: somebody gains by a wrong quantity.',
  ),
  mend: localise(
    'Passez en tranches (tiering: graduated), ou relevez le prix de cette tranche.',
    'Price by slices (tiering: graduated), or raise the price of this tier.',
  ),
  find({ pricing }) {
    return itemsOf(pricing).flatMap(({ item, path }) => fallOf(item, path))
  },
}

type Item = NonNullable<Pricing['items']>[number]

function itemsOf(pricing: Pricing | undefined): readonly { readonly item: Item; readonly path: Path }[] {
  const { items = [], packages = [] } = pricing ?? {}
  return [
    ...items.map((item, index) => ({ item, path: ['pricing', 'items', index] })),
    ...packages.flatMap((pack, at) =>
      pack.items.flatMap((item, index) =>
        typeof item === 'string' ? [] : [{ item, path: ['pricing', 'packages', at, 'items', index] }],
      ),
    ),
  ]
}

function fallOf({ id, tiers = [], tiering }: Item, path: Path): readonly Violation[] {
  if (tiering !== 'volume') return []
  return tiers.slice(0, -1).flatMap(({ upTo, price }, index): readonly Violation[] => {
    const next = tiers[index + 1]
    if (upTo === undefined || next === undefined) return []
    const before = totalOf(upTo, price)
    const after = totalOf(upTo + 1, next.price)
    if (compareRatio(after, before) >= 0) return []
    const last = lastBelow(before, next.price)
    const [low, high] = [formatRatio(after, 2), formatRatio(before, 2)]
    return [
      {
        path: [...path, 'tiers', index + 1],
        message: localise(
          `Effet de seuil sur ${id} : ${upTo + 1} unités coûtent ${low.replace('.', ',')}, moins que ${upTo} (${high.replace('.', ',')}), et ainsi jusqu’à ${last} unités.`,
          `${id} costs less for more: ${upTo + 1} units cost ${low}, less than ${upTo} (${high}), and so up to ${last} units.`,
        ),
      },
    ]
  })
}

function totalOf(units: number, price: string): Ratio {
  return multiplyRatio(ratioOf(BigInt(units), 1n), parseDecimal(price) ?? ratioOf(0n, 1n))
}

/** The largest quantity whose total is below `before`; a price of 0 never comes back to it. */
function lastBelow(before: Ratio, price: string): bigint | string {
  const { numerator, denominator } = parseDecimal(price) ?? ratioOf(0n, 1n)
  if (numerator === 0n) return '∞'
  const [top, bottom] = [before.numerator * denominator, before.denominator * numerator]
  return top % bottom === 0n ? top / bottom - 1n : top / bottom
}
