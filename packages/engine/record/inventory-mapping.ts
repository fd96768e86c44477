import type { Zone } from '../calendar/local-time.ts'
import { findZone } from '../calendar/local-time.ts'
import type { Encoding } from './byte-window.ts'
import { compileDateFormat, type DateFormat } from './date-format.ts'
import { ASSET_COLUMNS, type AssetColumn } from './inventory-fact.ts'
import type { InventoryMappingDocument } from './inventory-mapping-schema.ts'
import type { TableFormat } from './table-reader.ts'

/** A mapping of shape `inventory`, read and validated. Where several columns are named, the first that is filled counts. */
export type InventoryMapping = {
  readonly shape: 'inventory'
  readonly format: TableFormat | 'auto'
  readonly delimiter: string
  readonly encoding: Encoding
  readonly zone: Zone | undefined
  readonly dateFormats: readonly DateFormat[]
  readonly missing: ReadonlySet<string>
  readonly asset: readonly string[]
  readonly at: readonly string[]
  readonly columns: ReadonlyMap<AssetColumn, readonly string[]>
  readonly constants: ReadonlyMap<AssetColumn, string>
  /** Their class → ours or `ignored`; absent: classes are kept as they are. */
  readonly classes: ReadonlyMap<string, string> | undefined
  readonly values: ReadonlyMap<AssetColumn, ReadonlyMap<string, string>>
  readonly state: readonly string[]
  readonly gone: ReadonlySet<string>
}

export function inventoryMappingOf(
  document: Omit<InventoryMappingDocument, 'vigie-mapping' | 'shape'>,
): InventoryMapping {
  const { timeZone, classes } = document
  return {
    shape: 'inventory',
    format: document.format ?? 'auto',
    delimiter: document.delimiter ?? 'auto',
    encoding: document.encoding ?? 'utf-8',
    zone: timeZone === undefined ? undefined : findZone(timeZone),
    dateFormats: (document.dateFormat ?? ['ISO']).flatMap((pattern) => compileDateFormat(pattern) ?? []),
    missing: new Set(document.missing),
    asset: document.asset,
    at: document.at ?? [],
    columns: byColumn(document.columns ?? {}),
    constants: byColumn(document.constants ?? {}),
    classes: classes && new Map(Object.entries(classes)),
    values: new Map(
      [...byColumn(document.values ?? {})].map(([column, values]) => [column, new Map(Object.entries(values))]),
    ),
    state: document.state ?? [],
    gone: new Set(document.gone),
  }
}

function byColumn<Given>(given: Readonly<Record<string, Given | undefined>>): ReadonlyMap<AssetColumn, Given> {
  return new Map(
    ASSET_COLUMNS.flatMap((column) => {
      const value = given[column]
      return value === undefined ? [] : [[column, value] as const]
    }),
  )
}
