import { addRatio, multiplyRatio, parseDecimal, type Ratio, ratioOf } from '../base/ratio.ts'
import type { Pricing } from './pricing-schema.ts'

/** An item of the price book, of its list or written inside a package. */
export type PriceItem = NonNullable<Pricing['items']>[number]

/**
 * The items that a contract charges: those of no package, and those of the packages that are active or mandatory; each
 * once, in the order of the price book, then of the packages.
 */
export function itemsInForce(pricing: Pricing | undefined): readonly PriceItem[] {
  const { items = [], packages = [], active = [] } = pricing ?? {}
  const named = new Map(items.map((item) => [item.id, item]))
  const inPackages = new Set<string>()
  const charged = new Set<PriceItem>()
  for (const { id, mandatory, items: own } of packages) {
    for (const one of own) {
      const item = typeof one === 'string' ? named.get(one) : one
      if (item === undefined) continue
      inPackages.add(item.id)
      if (mandatory === true || active.includes(id)) charged.add(item)
    }
  }
  const inList = items.filter((item) => !inPackages.has(item.id) || charged.has(item))
  return [...inList, ...[...charged].filter((item) => !inList.includes(item))]
}

/**
 * What a quantity costs each time the item is charged, exactly. `graduated` tiers price slice by slice, `volume` tiers
 * price every unit at the tier that holds the quantity (UO, bordereau de prix); past the last tier its price goes on.
 */
export function priceOfQuantity({ price, tiers, tiering }: PriceItem, quantity: number): Ratio {
  if (tiers === undefined) return times(price, quantity)
  if (tiering === 'volume') {
    const tier = tiers.find(({ upTo }) => upTo === undefined || quantity <= upTo) ?? tiers.at(-1)
    return times(tier?.price, quantity)
  }
  let total = NOTHING
  let from = 0
  for (const [index, { upTo, price: unit }] of tiers.entries()) {
    const isLast = index === tiers.length - 1
    const to = upTo === undefined || isLast ? quantity : Math.min(upTo, quantity)
    if (to > from) total = addRatio(total, times(unit, to - from))
    from = Math.max(from, to)
  }
  return total
}

/** The same for one month: a quarter is three, a year twelve. `undefined` where the item is charged each time it is used. */
export function monthlyPriceOfQuantity(item: PriceItem, quantity: number): Ratio | undefined {
  if (item.per === undefined) return undefined
  return multiplyRatio(priceOfQuantity(item, quantity), ratioOf(1n, MONTHS[item.per]))
}

const MONTHS = { month: 1n, quarter: 3n, year: 12n } as const
const NOTHING = ratioOf(0n, 1n)

function times(price: string | undefined, quantity: number): Ratio {
  return multiplyRatio(parseDecimal(price ?? '0') ?? NOTHING, ratioOf(BigInt(quantity), 1n))
}
