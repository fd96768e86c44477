import { addRatio, parseDecimal, type Ratio, ratioOf, subtractRatio } from '../base/ratio.ts'
import { monthlyPriceOfQuantity, type PriceItem } from '../evolution/price-of-quantity.ts'
import type { AssetVerdict } from '../scope/reconciliation/asset-verdict.ts'
import type { Billing } from './billing-of.ts'
import type { LineTally } from './quantity-lines.ts'

/** What is bought or dropped one asset after another, and from which quantity. */
export type ChainKind = 'over' | 'under' | 'beyond' | 'gone'

/** Quantities that move unit by unit as assets are priced. */
export type Chains = {
  costOf(asset: AssetVerdict): Ratio | null
  /** What a quantity of a line is worth on a chain, after the assets by name. */
  costOfUnits(tally: LineTally, kind: ChainKind, units: number): Ratio | null
}

/** Prices quantities that move as assets are priced in turn: the sum of a chain is the price of its whole change. */
export function createChains(tallies: readonly LineTally[], billing: Billing): Chains {
  const byItem = new Map(tallies.flatMap((tally) => (tally.item ? [[tally.item.id, tally] as const] : [])))
  const at = new Map<string, number>()
  const free = new Map(tallies.flatMap(({ item, chargedBeyond }) => (item ? [[item.id, chargedBeyond] as const] : [])))

  function move(item: PriceItem, kind: ChainKind, units: number): Ratio | null {
    const key = `${kind} ${item.id}`
    const from = at.get(key) ?? startOf(byItem.get(item.id), kind)
    const to = Math.max(0, kind === 'over' || kind === 'gone' ? from - units : from + units)
    at.set(key, to)
    const [before, after] = [monthlyPriceOfQuantity(item, from), monthlyPriceOfQuantity(item, to)]
    if (before === undefined || after === undefined) return null
    return kind === 'over' || kind === 'gone' ? subtractRatio(before, after) : subtractRatio(after, before)
  }

  function moveAll(items: readonly PriceItem[], kind: ChainKind, units: number): Ratio | null {
    if (items.length === 0) return null
    return items.map((item) => moveUnlessCharged(item, kind, units)).reduce(sumOrNull)
  }

  /** What an invoice of quantities already charges beyond the contract costs nothing more; what it charges is not saved. */
  function moveUnlessCharged(item: PriceItem, kind: ChainKind, units: number): Ratio | null {
    if (kind === 'gone' && byItem.get(item.id)?.line.billed !== undefined) return NOTHING
    const left = kind === 'beyond' ? (free.get(item.id) ?? 0) : 0
    const charged = Math.min(left, units)
    if (charged > 0) free.set(item.id, left - charged)
    return units === charged ? NOTHING : move(item, kind, units - charged)
  }

  return {
    costOf(asset) {
      const items = asset.assetClass === undefined ? [] : billing.itemsOf(asset.assetClass)
      const main = items.slice(0, 1)
      switch (asset.verdict) {
        case 'agreed':
          return NOTHING
        case 'billed-missing':
          return moveAll(main, 'over', asset.billedUnits ?? asset.units)
        case 'duplicated':
          return asset.billed === true ? moveAll(main, 'over', asset.billedUnits ?? asset.units) : NOTHING
        case 'unbilled-covered':
          return moveAll(main, 'under', asset.units)
        case 'seen-not-covered':
          return asset.billed === true ? NOTHING : moveAll(items, 'beyond', asset.units)
        case 'covered-gone':
          return asset.billed === false ? NOTHING : moveAll(items, 'gone', asset.units)
        case 'out-of-scope-seen':
          return asset.monthlyCost === undefined ? null : (parseDecimal(asset.monthlyCost) ?? null)
      }
    },
    costOfUnits: ({ item }, kind, units) => (item ? moveUnlessCharged(item, kind, units) : null),
  }
}

function startOf(tally: LineTally | undefined, kind: ChainKind): number {
  const { contract, billed, field = 0 } = tally?.line ?? {}
  if (kind === 'over' || kind === 'under') return billed ?? contract ?? field
  if (kind === 'beyond') return (contract ?? 0) + (tally?.billedBeyond ?? 0) + (tally?.chargedBeyond ?? 0)
  return contract ?? tally?.covered ?? 0
}

function sumOrNull(a: Ratio | null, b: Ratio | null): Ratio | null {
  return a && b ? addRatio(a, b) : (a ?? b)
}

const NOTHING = ratioOf(0n, 1n)
