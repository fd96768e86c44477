import {
  civilDateOf,
  daysInMonth,
  type EpochDay,
  epochDayOf,
  formatCivilDate,
  parseCivilDate,
} from '../base/civil-date.ts'
import { groupBy } from '../base/group-by.ts'
import { type Instant, MILLISECONDS_PER_DAY } from '../base/instant.ts'
import { findZone, type Zone } from '../calendar/local-time.ts'
import type { Contract, ContractHistory } from '../contract/contract.ts'
import { versionInForce } from '../contract/version-in-force.ts'
import { type Asset, foldInventory, presentAssets } from '../record/fold-inventory.ts'
import type { InventoryFact } from '../record/inventory-fact.ts'
import type { BilledLine } from '../record/read-billed.ts'
import { createAssetScope } from '../scope/inventory/asset-scope.ts'
import { findDuplicates } from '../scope/inventory/find-duplicates.ts'
import { MERGE_FROM } from '../scope/inventory/match-assets.ts'
import type { AssetVerdictKind, ProposedMatch } from '../scope/reconciliation/asset-verdict.ts'
import { classifyAssets } from '../scope/reconciliation/classify-assets.ts'
import { contractQuantity, type StatedQuantity } from '../scope/reconciliation/contract-quantity.ts'
import type { Sighting } from '../scope/reconciliation/sighting.ts'
import { sightingsOfAssets, sightingsOfLines } from '../scope/reconciliation/sightings-of.ts'
import { billingOf } from './billing-of.ts'
import { countUnits } from './count-units.ts'
import {
  type PricedAsset,
  type PricedFinding,
  priceReconciliation,
  type ReconciledTotals,
} from './price-reconciliation.ts'
import type { QuantityLine } from './quantity-line.ts'
import { coverageOfInventory, type InventoryCoverage } from './undecided-assets.ts'

export type ReconciliationInput = {
  readonly contract: ContractHistory
  readonly inventory: readonly InventoryFact[]
  /** The instant as of which things are compared, inclusive. */
  readonly at: Instant
  /** Another tool's view of the field (supervision, RMM). */
  readonly seen?: readonly InventoryFact[]
  /** The annexed list of what the contract counts; without it, the inventory as of the date of each quantity. */
  readonly covered?: readonly InventoryFact[]
  /** What invoices charge. */
  readonly billed?: readonly BilledLine[]
}

/** The contract, the field and the invoice side by side (rapprochement). */
export type Reconciliation = {
  readonly at: Instant
  readonly contract: { readonly id: string; readonly version: string }
  readonly currency: string
  /** The month of the invoice that was compared; absent where there is none up to `at`. */
  readonly month?: string
  readonly counts: Readonly<Record<AssetVerdictKind, number>>
  /** Every asset of every file, once. */
  readonly assets: readonly PricedAsset[]
  /** Entries that may be one thing: for a person to decide. */
  readonly proposed: readonly ProposedMatch[]
  readonly quantities: readonly QuantityLine[]
  readonly findings: readonly PricedFinding[]
  readonly totals: ReconciledTotals
  /** What the scope decides of the assets in the field. */
  readonly coverage: InventoryCoverage
}

/** Compares under the version in force at `at` (before and after every one, the nearest). */
export function reconcileInventory(input: ReconciliationInput): Reconciliation {
  const { at } = input
  const contract = contractAt(input.contract, at)
  const zone = zoneOf(contract)
  const { scope, evolution } = contract.chapters
  const present = presentAssets(foldInventory(input.inventory, { at }))
  const month = monthOf(input.billed, at, zone)
  const lines = (input.billed ?? []).filter((line) => line.month === month)
  const billing = billingOf(scope, evolution)
  const assetScope = createAssetScope(scope)
  const quantities = new Map(
    (scope?.assetClasses ?? []).flatMap((one) => {
      const stated = contractQuantity(one)
      return stated ? [[one.id, stated] as const] : []
    }),
  )
  const covered = input.covered
    ? sightingsOfAssets(presentAssets(foldInventory(input.covered, { at })), 'covered')
    : countedThen(input.inventory, quantities, zone).map(asKnownNow(present))
  const named = lines.filter((line) => line.asset !== undefined && billing.isMain(line.item))
  const classified = classifyAssets({
    inventory: sightingsOfAssets(present, 'inventory'),
    ...(input.seen ? { seen: sightingsOfAssets(presentAssets(foldInventory(input.seen, { at })), 'seen') } : {}),
    ...(covered.length > 0 ? { covered } : {}),
    ...(named.length > 0 ? { billed: sightingsOfLines(named) } : {}),
    isCovered: assetScope.covers,
    contractUnits: (assetClass) => quantities.get(assetClass)?.quantity,
    classOfItem: billing.classOf,
  })
  const measureDay = measuringDay(scope?.drift?.measuredOn, at, zone)
  const measured =
    measureDay === undefined
      ? undefined
      : {
          on: formatCivilDate(measureDay),
          units: countUnits(input.inventory, zone.startOfDay(measureDay + 1) - 1, assetScope),
        }
  const priced = priceReconciliation({
    classified,
    scope,
    billing,
    ...(input.billed && month !== undefined ? { lines } : {}),
    ...(measured === undefined ? {} : { measured }),
    currency: contract.currency,
  })
  return {
    at,
    contract: { id: contract.id, version: contract.version },
    currency: contract.currency,
    ...(month === undefined ? {} : { month }),
    proposed: classified.proposed,
    coverage: coverageOfInventory(classified.assets, assetScope),
    ...priced,
  }
}

function contractAt(history: ContractHistory, at: Instant): Contract {
  const inForce = versionInForce(history, at)
  if (inForce) return inForce
  const [first] = history.versions
  const start = parseCivilDate(first.effectiveFrom)
  return start !== undefined && at < zoneOf(first).startOfDay(start) ? first : (history.versions.at(-1) ?? first)
}

/** The reader has checked the zone; a broken one is a broken invariant. */
function zoneOf({ timeZone }: Contract): Zone {
  const zone = findZone(timeZone)
  if (zone === undefined) throw new RangeError(`unread contract: ${timeZone}`)
  return zone
}

/**
 * The assets that were in the field on the date of each class's quantity, where they are as many as it says: an
 * inventory that does not go back to that date, or tells another number, names nobody.
 */
function countedThen(
  facts: readonly InventoryFact[],
  quantities: ReadonlyMap<string, StatedQuantity>,
  zone: Zone,
): readonly Sighting[] {
  return [...groupBy(quantities.values(), ({ asOf }) => asOf)].flatMap(([asOf, stated]) => {
    const day = asOf === undefined ? undefined : parseCivilDate(asOf)
    if (day === undefined) return []
    const then = onceEach(
      sightingsOfAssets(presentAssets(foldInventory(facts, { at: zone.startOfDay(day + 1) - 1 })), 'covered'),
    )
    return stated.flatMap(({ assetClass, quantity }) => {
      const own = then.filter(({ card }) => card.assetClass === assetClass)
      return own.reduce((sum, { units }) => sum + units, 0) === quantity ? own : []
    })
  })
}

/** One inventory calls an asset by one name: what has changed of it since then does not make it another. */
function asKnownNow(present: readonly Asset[]): (counted: Sighting) => Sighting {
  const now = new Map(sightingsOfAssets(present, 'inventory').map((one) => [one.card.name, one.card]))
  return (counted) => {
    const card = now.get(counted.card.name)
    return card === undefined ? counted : { ...counted, card: { ...card, key: counted.card.key } }
  }
}

/** What the inventory says twice is told of the inventory. */
function onceEach(sightings: readonly Sighting[]): readonly Sighting[] {
  const again = new Set(
    findDuplicates(
      sightings.map(({ card }) => card),
      MERGE_FROM,
    ).map(({ key }) => key),
  )
  return sightings.filter(({ card }) => !again.has(card.key))
}

/** The month that holds `at`, else the last one before it that is invoiced. */
function monthOf(billed: readonly BilledLine[] | undefined, at: Instant, zone: Zone): string | undefined {
  const current = formatCivilDate(dayOf(at, zone)).slice(0, 7)
  return (billed ?? [])
    .map(({ month }) => month)
    .filter((month) => month <= current)
    .sort()
    .at(-1)
}

/** The last day of measure that is over by `at`, or is `at`'s own. */
function measuringDay(
  measuredOn: 'first-day-of-month' | 'last-day-of-month' | undefined,
  at: Instant,
  zone: Zone,
): EpochDay | undefined {
  if (measuredOn === undefined) return undefined
  const today = dayOf(at, zone)
  const { year, month, day } = civilDateOf(today)
  const first = epochDayOf(year, month, 1)
  if (measuredOn === 'first-day-of-month') return first
  return day === daysInMonth(year, month) ? today : first - 1
}

function dayOf(at: Instant, zone: Zone): EpochDay {
  return Math.floor(zone.toLocal(at) / MILLISECONDS_PER_DAY)
}
