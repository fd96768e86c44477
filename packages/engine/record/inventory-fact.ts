import { formatInstant, type Instant } from '../base/instant.ts'
import { sha256Hex } from '../seal/sha256-hex.ts'

/** What an inventory can say of an asset; `seen` by a tool that found it on the network, whatever else is known. */
export const INVENTORY_EVENTS = ['added', 'changed', 'moved', 'removed', 'seen'] as const
export type InventoryEvent = (typeof INVENTORY_EVENTS)[number]

/** What is known of an asset: the columns that a fact fills replace what was known before. */
export const ASSET_COLUMNS = [
  'assetClass',
  'site',
  'profile',
  'label',
  'serial',
  'owner',
  'quantity',
  'monthlyCost',
  'source',
] as const
export type AssetColumn = (typeof ASSET_COLUMNS)[number]
export type AssetColumns = { readonly [C in AssetColumn]?: string }

/** The columns of an inventory file. */
export const INVENTORY_COLUMNS = ['asset', 'at', 'event', 'id', 'recordedAt', ...ASSET_COLUMNS, 'corrects'] as const
export type InventoryColumn = (typeof INVENTORY_COLUMNS)[number]

/** One thing that happened to one asset. `quantity` is whole, `monthlyCost` a decimal, both as the source writes them. */
export type InventoryFact = {
  readonly asset: string
  readonly at: Instant
  /** Absent on a withdrawal, which `corrects` names. */
  readonly event?: InventoryEvent
  /** As the file gives it; else `inventoryFactId`. */
  readonly id?: string
  readonly recordedAt: Instant
  readonly columns: AssetColumns
  /** The id of the fact in whose place this one stands. */
  readonly corrects?: string
  /** Where the file says it. */
  readonly line: number
}

/** The texts of a fact in the order of `INVENTORY_COLUMNS`, instants UTC with milliseconds, `recordedAt` always written. */
export function inventoryRow(fact: InventoryFact): readonly string[] {
  return [
    fact.asset,
    formatInstant(fact.at),
    fact.event ?? '',
    fact.id ?? '',
    formatInstant(fact.recordedAt),
    ...ASSET_COLUMNS.map((column) => fact.columns[column] ?? ''),
    fact.corrects ?? '',
  ]
}

/** The id of a fact: that of the file, or the first 16 digits of the SHA-256 of its canonical row. */
export function inventoryFactId(fact: InventoryFact): string {
  return fact.id ?? sha256Hex(JSON.stringify(inventoryRow(fact))).slice(0, 16)
}
