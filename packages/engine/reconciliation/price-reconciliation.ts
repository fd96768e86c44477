import { type Money, roundMoney } from '../base/money.ts'
import { addRatio, parseDecimal, type Ratio, ratioOf, subtractRatio } from '../base/ratio.ts'
import { monthlyPriceOfQuantity, type PriceItem } from '../evolution/price-of-quantity.ts'
import { ASSET_VERDICTS, type AssetVerdict, type AssetVerdictKind } from '../scope/reconciliation/asset-verdict.ts'
import type { Billing } from './billing-of.ts'
import type { QuantityLine } from './quantity-line.ts'
import { type LineTally, quantityLines } from './quantity-lines.ts'
import type { ReconciliationToPrice } from './reconciliation-to-price.ts'

/** An asset with what its verdict is worth a month; `null` where the price book has no monthly price for it. */
export type PricedAsset = AssetVerdict & { readonly cost: Money | null }

/** What is wrong, item by item or class by class: assets by name, or a quantity of which no name is known. */
export type PricedFinding = {
  readonly verdict: Exclude<AssetVerdictKind, 'agreed'>
  readonly level: 'asset' | 'quantity'
  readonly assetClass?: string
  /** The items of the price book that its cost comes from. */
  readonly items: readonly string[]
  readonly units: number
  /** Exact, rounded to the cent half-up; `null` where there is no monthly price. */
  readonly cost: Money | null
  /** Whether the drift rule tolerates it: the quantity, or the billed one, stays what the contract says is due. */
  readonly withinBand?: boolean
  readonly assets: readonly string[]
}

/** Amounts a month, excluding VAT as the price book is. */
export type ReconciledTotals = {
  /** Paid for what is not there, or twice. */
  readonly overbilled: Money
  /** Not billed though in the field and covered. */
  readonly unbilled: Money
  /** What covering the assets beyond the contract would cost. */
  readonly uncovered: Money
  /** What the contract still counts, and is gone. */
  readonly gone: Money
  /** What of these amounts the drift rule tolerates: no quantity changes for it. */
  readonly tolerated: Money
  /** What the drift rule changes, once applied: signed. */
  readonly regularisation: Money
}

export type PricedReconciliation = {
  readonly counts: Readonly<Record<AssetVerdictKind, number>>
  readonly assets: readonly PricedAsset[]
  readonly quantities: readonly QuantityLine[]
  readonly findings: readonly PricedFinding[]
  readonly totals: ReconciledTotals
}

/**
 * Prices what the comparison found. The cost of an asset is what the price book makes of one more, or of one less: from
 * the billed quantity for what is billed or not, from the contract's for what is covered or not; assets of one verdict
 * go one after another, by name, so that tiers are met exactly and the sum is that of the whole change.
 */
export function priceReconciliation(input: ReconciliationToPrice): PricedReconciliation {
  const { classified, billing, currency } = input
  const tallies = quantityLines(input)
  const chains = createChains(tallies, billing)
  const costs = new Map<AssetVerdict, Ratio | null>()
  for (const verdict of ASSET_VERDICTS) {
    for (const asset of classified.assets) if (asset.verdict === verdict) costs.set(asset, chains.costOf(asset))
  }
  const byAsset = [...Map.groupBy(classified.assets, ({ verdict, assetClass }) => `${verdict} ${assetClass ?? ''}`)]
  const findings = [
    ...byAsset.flatMap(([, own]) => findingOf(own, costs, tallies, billing, currency)),
    ...tallies.flatMap((tally) => quantityFindings(tally, chains, currency)),
  ].sort(byVerdict)
  const sum = (...kinds: readonly AssetVerdictKind[]) =>
    findings
      .filter(({ verdict }) => kinds.includes(verdict))
      .reduce((minor, { cost }) => minor + (cost?.minor ?? 0n), 0n)
  const tolerated = findings.reduce(
    (minor, { cost, withinBand }) => minor + (withinBand ? (cost?.minor ?? 0n) : 0n),
    0n,
  )
  const drifts = tallies.reduce((minor, { line }) => minor + (line.drift?.monthlyCost?.minor ?? 0n), 0n)
  const money = (minor: bigint): Money => ({ minor, currency })
  return {
    counts: countsOf(classified.assets),
    assets: classified.assets.map((asset) => ({ ...asset, cost: rounded(costs.get(asset) ?? null, currency) })),
    quantities: tallies.map(({ line }) => line),
    findings,
    totals: {
      overbilled: money(sum('billed-missing', 'duplicated')),
      unbilled: money(sum('unbilled-covered')),
      uncovered: money(sum('seen-not-covered')),
      gone: money(sum('covered-gone')),
      tolerated: money(tolerated),
      regularisation: money(drifts),
    },
  }
}

type ChainKind = 'over' | 'under' | 'beyond' | 'gone'

/** Quantities that move unit by unit as assets are priced. */
type Chains = {
  costOf(asset: AssetVerdict): Ratio | null
  /** What a quantity of a line is worth on a chain, after the assets by name. */
  costOfUnits(tally: LineTally, kind: ChainKind, units: number): Ratio | null
}

function createChains(tallies: readonly LineTally[], billing: Billing): Chains {
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
  if (kind === 'beyond') return Math.max(contract ?? 0, tally?.chargedBeyond ? (billed ?? 0) : 0)
  return contract ?? tally?.covered ?? 0
}

function findingOf(
  assets: readonly AssetVerdict[],
  costs: ReadonlyMap<AssetVerdict, Ratio | null>,
  tallies: readonly LineTally[],
  billing: Billing,
  currency: string,
): readonly PricedFinding[] {
  const [first] = assets
  if (first === undefined || first.verdict === 'agreed') return []
  const { verdict, assetClass } = first
  const line = tallies.find((one) => one.line.main && assetClass !== undefined && one.line.classes.includes(assetClass))
  const within = isTolerated(verdict, line?.line)
  const items = assetClass === undefined ? [] : billing.itemsOf(assetClass).map(({ id }) => id)
  const own = assets.map((asset) => rounded(costs.get(asset) ?? null, currency))
  return [
    {
      verdict,
      level: 'asset',
      ...(assetClass === undefined ? {} : { assetClass }),
      items: verdict === 'out-of-scope-seen' ? [] : items,
      units: assets.reduce(
        (sum, { units, billedUnits }) => sum + (OVER.has(verdict) ? (billedUnits ?? units) : units),
        0,
      ),
      cost: own.every((cost) => cost === null)
        ? null
        : { minor: own.reduce((sum, cost) => sum + (cost?.minor ?? 0n), 0n), currency },
      ...(within === undefined ? {} : { withinBand: within }),
      assets: assets.map(({ asset }) => asset),
    },
  ]
}

const OVER: ReadonlySet<AssetVerdictKind> = new Set(['billed-missing'])
/** Whether a difference changes nothing of what is due; absent where no drift rule speaks of it. */
function isTolerated(verdict: AssetVerdictKind, line: QuantityLine | undefined): boolean | undefined {
  if (line?.drift === undefined) return undefined
  const { drift, billed } = line
  switch (verdict) {
    case 'seen-not-covered':
    case 'covered-gone':
      return drift.within
    case 'billed-missing':
      return drift.within && billed !== undefined && billed <= drift.due
    case 'unbilled-covered':
      return drift.within && billed !== undefined && billed >= drift.due
    case 'duplicated':
    case 'out-of-scope-seen':
    case 'agreed':
      return undefined
  }
}

/** What quantities alone show: units of which no file says the names. */
function quantityFindings(tally: LineTally, chains: Chains, currency: string): readonly PricedFinding[] {
  const { line, item } = tally
  const found = [
    ['billed-missing', 'over', tally.over],
    ['unbilled-covered', 'under', tally.under],
    ['covered-gone', 'gone', line.main ? tally.gone : 0],
  ] as const
  return found.flatMap(([verdict, kind, units]) => {
    if (units <= 0) return []
    const [assetClass] = line.classes
    const within = isTolerated(verdict, line)
    return [
      {
        verdict,
        level: 'quantity' as const,
        ...(line.classes.length === 1 && assetClass !== undefined ? { assetClass } : {}),
        items: item ? [item.id] : [],
        units,
        cost: rounded(chains.costOfUnits(tally, kind, units), currency),
        ...(within === undefined ? {} : { withinBand: within }),
        assets: [],
      },
    ]
  })
}

function countsOf(assets: readonly AssetVerdict[]): Readonly<Record<AssetVerdictKind, number>> {
  const counts = Object.fromEntries(ASSET_VERDICTS.map((kind) => [kind, 0])) as Record<AssetVerdictKind, number>
  for (const { verdict } of assets) counts[verdict] += 1
  return counts
}

function rounded(cost: Ratio | null, currency: string): Money | null {
  return cost && roundMoney(cost, currency)
}

function sumOrNull(a: Ratio | null, b: Ratio | null): Ratio | null {
  return a && b ? addRatio(a, b) : (a ?? b)
}

function byVerdict(a: PricedFinding, b: PricedFinding): number {
  const rank = ASSET_VERDICTS.indexOf(a.verdict) - ASSET_VERDICTS.indexOf(b.verdict)
  if (rank !== 0) return rank
  const [left, right] = [`${a.assetClass ?? ''} ${a.level}`, `${b.assetClass ?? ''} ${b.level}`]
  return left === right ? 0 : left < right ? -1 : 1
}

const NOTHING = ratioOf(0n, 1n)
