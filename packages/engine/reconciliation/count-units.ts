import type { Instant } from '../base/instant.ts'
import { foldInventory, presentAssets } from '../record/fold-inventory.ts'
import type { InventoryFact } from '../record/inventory-fact.ts'
import type { AssetScope } from '../scope/inventory/asset-scope.ts'
import { findDuplicates } from '../scope/inventory/find-duplicates.ts'
import { MERGE_FROM } from '../scope/inventory/match-assets.ts'
import { sightingsOfAssets } from '../scope/reconciliation/sightings-of.ts'

/**
 * Units in the field by class as of an instant, duplicates and what is out of scope left out; `undefined` where the
 * inventory knows nothing up to then.
 */
export function countUnits(
  facts: readonly InventoryFact[],
  at: Instant,
  scope: AssetScope,
): ReadonlyMap<string, number> | undefined {
  const assets = foldInventory(facts, { at })
  if (assets.length === 0) return undefined
  const sightings = sightingsOfAssets(presentAssets(assets), 'inventory')
  const again = new Set(
    findDuplicates(
      sightings.map(({ card }) => card),
      MERGE_FROM,
    ).map(({ key }) => key),
  )
  const units = new Map<string, number>()
  for (const { card, units: own } of sightings) {
    const { assetClass } = card
    if (assetClass === undefined || again.has(card.key) || !scope.covers(card)) continue
    units.set(assetClass, (units.get(assetClass) ?? 0) + own)
  }
  return units
}
