import { groupBy } from '../base/group-by.ts'
import type { Instant } from '../base/instant.ts'
import { standingFacts } from './inventory-corrections.ts'
import { type AssetColumns, INVENTORY_EVENTS, type InventoryFact, inventoryRow } from './inventory-fact.ts'

/** An asset as known at an instant. */
export type Asset = {
  readonly asset: string
  /** Whether it is in the field; one that was removed is kept, so that its end can be shown. */
  readonly present: boolean
  /** When it last came; of a removed asset, when it had come. */
  readonly since: Instant
  /** When it went, where it is gone. */
  readonly removedAt?: Instant
  /** The last time that anything but a removal was said of it. */
  readonly lastSeenAt: Instant
  readonly columns: AssetColumns
  /** The facts that say so, in order: the last of each kind of event. */
  readonly because: readonly InventoryFact[]
}

export type InventoryMoment = {
  /** What had happened by then, inclusive. */
  readonly at: Instant
  /** What was known then; without it all that is known. */
  readonly knownAt?: Instant
}

/**
 * The inventory as of an instant: every asset that was ever in it, by name in code-unit order. The order of the facts
 * never matters; later facts change nothing. Any event but a removal makes an asset present.
 */
export function foldInventory(facts: readonly InventoryFact[], { at, knownAt }: InventoryMoment): readonly Asset[] {
  const standing = standingFacts(facts, knownAt ?? Number.POSITIVE_INFINITY).filter((fact) => fact.at <= at)
  return [...groupBy(standing, ({ asset }) => asset)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([asset, own]) => foldAsset(asset, own.length === 1 ? own : own.toSorted(compareFacts)))
}

/** Those of an inventory that are in the field. */
export function presentAssets(assets: readonly Asset[]): readonly Asset[] {
  return assets.filter(({ present }) => present)
}

/** How many things an asset stands for: its quantity, else one. */
export function unitsOf({ columns }: Pick<Asset, 'columns'>): number {
  return columns.quantity === undefined ? 1 : Number(columns.quantity)
}

function foldAsset(asset: string, facts: readonly InventoryFact[]): Asset {
  let present = false
  let since = facts[0]?.at ?? 0
  let removedAt: Instant | undefined
  let lastSeenAt = since
  let columns: AssetColumns = {}
  const because = new Map<string, InventoryFact>()
  for (const fact of facts) {
    const event = fact.event ?? 'seen'
    columns = { ...columns, ...fact.columns }
    because.delete(event)
    because.set(event, fact)
    if (event === 'removed') {
      present = false
      removedAt = fact.at
      continue
    }
    if (!present) since = fact.at
    present = true
    removedAt = undefined
    lastSeenAt = fact.at
  }
  return {
    asset,
    present,
    since,
    ...(removedAt === undefined ? {} : { removedAt }),
    lastSeenAt,
    columns,
    because: [...because.values()],
  }
}

/** By instant, then in the order of the list of events, then by what the rows say. */
function compareFacts(a: InventoryFact, b: InventoryFact): number {
  if (a.at !== b.at) return a.at - b.at
  const rank = (fact: InventoryFact) => INVENTORY_EVENTS.indexOf(fact.event ?? 'seen')
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  const [left, right] = [JSON.stringify(inventoryRow(a)), JSON.stringify(inventoryRow(b))]
  return left === right ? 0 : left < right ? -1 : 1
}
