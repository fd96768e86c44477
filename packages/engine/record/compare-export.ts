import type { Instant } from '../base/instant.ts'
import type { Asset } from './fold-inventory.ts'
import { ASSET_COLUMNS, type AssetColumns, type InventoryFact } from './inventory-fact.ts'
import type { ExportedAsset } from './translate-inventory.ts'

/**
 * The facts that lead from the inventory as it was known to what an export shows: `added`, `moved` (the site alone),
 * `changed`, `seen` (nothing new), and `removed` for what was there and is not in the export. An asset is missed only
 * among those of the same source and of a class that the export holds: a list of computers says nothing of printers.
 * A column that the export leaves empty changes nothing, and neither does being found by another tool.
 */
export function compareExport(
  known: readonly Asset[],
  exported: readonly ExportedAsset[],
  at: Instant,
): readonly InventoryFact[] {
  const before = new Map(known.map((one) => [one.asset, one]))
  const facts = exported.map((one): InventoryFact => {
    const instant = one.at ?? at
    return {
      asset: one.asset,
      at: instant,
      recordedAt: instant,
      line: one.line,
      ...eventOf(before.get(one.asset), one),
    }
  })
  const names = new Set(exported.map(({ asset }) => asset))
  const sources = new Set(exported.map(({ columns }) => columns.source))
  const classes = new Set(exported.map(({ columns }) => columns.assetClass))
  const missed = known.filter(
    ({ asset, present, columns }) =>
      present && !names.has(asset) && sources.has(columns.source) && classes.has(columns.assetClass),
  )
  const removals = missed.map(({ asset }): InventoryFact => {
    return { asset, at, recordedAt: at, event: 'removed', columns: {}, line: 0 }
  })
  return [...facts, ...removals].sort((a, b) => a.at - b.at || (a.asset < b.asset ? -1 : 1))
}

function eventOf(before: Asset | undefined, { columns }: ExportedAsset): Pick<InventoryFact, 'event' | 'columns'> {
  if (before === undefined || !before.present) return { event: 'added', columns }
  const changed = ASSET_COLUMNS.filter(
    (column) => column !== 'source' && columns[column] !== undefined && columns[column] !== before.columns[column],
  )
  const changes: AssetColumns = Object.fromEntries(changed.map((column) => [column, columns[column]]))
  if (changed.length === 0) return { event: 'seen', columns: {} }
  return { event: changed.length === 1 && changed[0] === 'site' ? 'moved' : 'changed', columns: changes }
}
