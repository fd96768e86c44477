import { groupBy } from '../../base/group-by.ts'
import type { AssetVerdict } from './asset-verdict.ts'

/**
 * Where the contract states a quantity and no list: the assets beyond it, class by class. Those that are not billed come
 * first, then the latest arrived, then the last by name; an asset of several units goes beyond whole or not at all.
 */
export function chooseBeyond(
  assets: readonly AssetVerdict[],
  contractUnits: (assetClass: string) => number | undefined,
): ReadonlySet<AssetVerdict> {
  const chosen = new Set<AssetVerdict>()
  for (const [assetClass, own] of groupBy(assets, (asset) => asset.assetClass)) {
    const stated = assetClass === undefined ? undefined : contractUnits(assetClass)
    if (stated === undefined) continue
    let excess = own.reduce((sum, { units }) => sum + units, 0) - stated
    for (const asset of own.toSorted(byChoice)) {
      if (excess <= 0) break
      if (asset.units === 0 || asset.units > excess) continue
      chosen.add(asset)
      excess -= asset.units
    }
  }
  return chosen
}

function byChoice(a: AssetVerdict, b: AssetVerdict): number {
  if ((a.billed ?? false) !== (b.billed ?? false)) return a.billed ? 1 : -1
  if ((a.since ?? 0) !== (b.since ?? 0)) return (b.since ?? 0) - (a.since ?? 0)
  return a.asset === b.asset ? 0 : a.asset > b.asset ? -1 : 1
}
