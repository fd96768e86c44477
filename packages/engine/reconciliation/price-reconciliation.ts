import { groupBy } from '../base/group-by.ts'
import { type Money, roundMoney } from '../base/money.ts'
import type { Ratio } from '../base/ratio.ts'
import { ASSET_VERDICTS, type AssetVerdict, type AssetVerdictKind } from '../scope/reconciliation/asset-verdict.ts'
import type { Billing } from './billing-of.ts'
import { type Chains, createChains } from './price-chains.ts'
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
  const byAsset = [...groupBy(classified.assets, ({ verdict, assetClass }) => `${verdict} ${assetClass ?? ''}`)]
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

function byVerdict(a: PricedFinding, b: PricedFinding): number {
  const rank = ASSET_VERDICTS.indexOf(a.verdict) - ASSET_VERDICTS.indexOf(b.verdict)
  if (rank !== 0) return rank
  const [left, right] = [`${a.assetClass ?? ''} ${a.level}`, `${b.assetClass ?? ''} ${b.level}`]
  return left === right ? 0 : left < right ? -1 : 1
}
