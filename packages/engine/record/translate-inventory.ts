import { groupBy } from '../base/group-by.ts'
import type { Instant } from '../base/instant.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { compareCodePoints } from './canonical-order.ts'
import { type FactRefusal, isRefusal, missingField, refuseFact } from './fact-table.ts'
import { ASSET_COLUMNS, type AssetColumn, type AssetColumns } from './inventory-fact.ts'
import type { InventoryMapping } from './inventory-mapping.ts'
import { readDate } from './read-log-row.ts'
import { createReadingNotes, type ReadingNotes, type ReadingWarning, type RejectedRow } from './reading-notes.ts'
import { createTableReader, type TableRow } from './table-reader.ts'
import { createTextMemo } from './text-memo.ts'
import { createWholeJson } from './whole-json.ts'

/** An asset as an export shows it. */
export type ExportedAsset = {
  readonly asset: string
  readonly columns: AssetColumns
  /** The instant that its row gives, where the mapping takes one. */
  readonly at?: Instant
  readonly line: number
}

/** Rows of the export: `in` = `assets` + `ignored` + `gone` + `duplicates` + `rejected`. */
export type InventoryImportCounts = {
  readonly in: number
  readonly assets: number
  /** Rows whose class the mapping leaves aside. */
  readonly ignored: number
  /** Rows of assets that are no longer in use. */
  readonly gone: number
  readonly duplicates: number
  readonly rejected: number
}

export type InventoryTranslated =
  | {
      readonly ok: true
      /** By name, in an order that the rows' has no part in. */
      readonly assets: readonly ExportedAsset[]
      readonly counts: InventoryImportCounts
      readonly rejected: readonly RejectedRow[]
      readonly rejectedByReason: Readonly<Record<string, number>>
      readonly warnings: readonly ReadingWarning[]
    }
  | { readonly ok: false; readonly fault: Issue }

/** A push reader of an export; as `EventReader`. */
export type InventoryTranslator = {
  write(chunk: string | Uint8Array): boolean
  end(): InventoryTranslated
  rowCount(): number
}

/** Reads an export of another tool (CSV, JSON Lines, or a JSON document) as assets. Every row is an asset, left aside, gone, a duplicate or rejected. */
export function translateInventory(mapping: InventoryMapping): InventoryTranslator {
  const columns = columnsOf(mapping)
  const memo = createTextMemo()
  const notes = createReadingNotes()
  const found: ExportedAsset[] = []
  const unknownClasses = new Map<string, number>()
  let ignored = 0
  let gone = 0
  const { format, delimiter, encoding } = mapping
  const table = createTableReader(
    { columns, required: [], requiredOneOf: [mapping.asset], format, delimiter, encoding },
    {
      row(row) {
        const read = readRow(textsOf(row), row.line, mapping)
        if (read === 'ignored') ignored++
        else if (read === 'gone') gone++
        else if (isRefusal(read)) notes.reject(row.line, read.code, read.message)
        else {
          found.push(read.asset)
          if (read.unknownClass !== undefined)
            unknownClasses.set(read.unknownClass, (unknownClasses.get(read.unknownClass) ?? 0) + 1)
        }
      },
      rejected: notes.reject,
    },
  )

  function textsOf({ bytes, from, to }: TableRow): (names: readonly string[]) => string {
    return (names) => {
      for (const name of names) {
        const slot = columns.indexOf(name)
        const text = memo.text(bytes, from[slot] as number, to[slot] as number, slot).trim()
        if (text !== '' && !mapping.missing.has(text)) return text
      }
      return ''
    }
  }
  const source = format === 'csv' ? table : createWholeJson(table)
  return {
    write: source.write,
    rowCount: table.rowCount,
    end() {
      const fault = source.end()
      if (fault) return { ok: false, fault }
      const { assets, duplicates } = namedApart(found, notes)
      for (const [name, count] of [...unknownClasses].sort(([a], [b]) => (a < b ? -1 : 1)))
        notes.warnOf('unmapped-value', unmappedClass(name), count)
      return {
        ok: true,
        assets,
        counts: {
          in: table.rowCount(),
          assets: assets.length,
          ignored,
          gone,
          duplicates,
          rejected: notes.rejectedCount(),
        },
        rejected: notes.rejected(),
        rejectedByReason: notes.rejectedByReason(),
        warnings: notes.warnings(),
      }
    },
  }
}

function columnsOf({ asset, at, state, columns }: InventoryMapping): readonly string[] {
  return [...new Set([...asset, ...at, ...state, ...[...columns.values()].flat()])]
}

type RowRead = { readonly asset: ExportedAsset; readonly unknownClass?: string }

function readRow(
  text: (names: readonly string[]) => string,
  line: number,
  mapping: InventoryMapping,
): RowRead | 'ignored' | 'gone' | FactRefusal {
  const asset = text(mapping.asset)
  if (asset === '') return missingField(mapping.asset.join(' / '))
  const columns: { -readonly [C in AssetColumn]?: string } = {}
  let unknownClass: string | undefined
  for (const column of ASSET_COLUMNS) {
    const theirs = text(mapping.columns.get(column) ?? [])
    const value = ours(column, theirs, mapping) ?? mapping.constants.get(column)
    if (value === undefined) continue
    if (column === 'assetClass' && value === 'ignored') return 'ignored'
    if (column === 'assetClass' && theirs !== '' && mapping.classes && !isKnownClass(theirs, mapping))
      unknownClass = theirs
    const read = column === 'quantity' || column === 'monthlyCost' ? readNumber(column, value) : value
    if (isRefusal(read)) return read
    columns[column] = read
  }
  if (mapping.gone.has(text(mapping.state))) return 'gone'
  const at = readAt(text(mapping.at), mapping)
  if (isRefusal(at)) return at
  return {
    asset: { asset, columns, ...(at === undefined ? {} : { at }), line },
    ...(unknownClass === undefined ? {} : { unknownClass }),
  }
}

function ours(column: AssetColumn, theirs: string, { classes, values }: InventoryMapping): string | undefined {
  if (theirs === '') return undefined
  const known = values.get(column)?.get(theirs) ?? (column === 'assetClass' ? classes?.get(theirs) : undefined)
  return known ?? theirs
}

function isKnownClass(theirs: string, { classes, values }: InventoryMapping): boolean {
  return classes?.has(theirs) === true || values.get('assetClass')?.has(theirs) === true
}

/** A number as a spreadsheet writes it: `1 250,50 €` is `1250.50`. */
function readNumber(column: 'quantity' | 'monthlyCost', text: string): string | FactRefusal {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  const whole = plain.replace(/\.0+$/, '')
  if (column === 'quantity' && /^(0|[1-9]\d{0,8})$/.test(whole)) return whole
  if (column === 'monthlyCost' && /^(0|[1-9]\d{0,11})(\.\d{1,6})?$/.test(plain)) return plain
  return refuseFact(
    'not-a-number',
    `« ${column} » vaut « ${text} » : ce n’est pas un nombre`,
    `"${column}" is "${text}": not a number`,
  )
}

function readAt(text: string, mapping: InventoryMapping): Instant | FactRefusal | undefined {
  if (text === '') return undefined
  const instant = readDate(text, mapping)
  if (typeof instant === 'number') return instant
  return refuseFact(
    'not-an-instant',
    `« ${text} » n’est pas une date du format annoncé (dateFormat, timeZone)`,
    `"${text}" is not a date of the format given (dateFormat, timeZone)`,
  )
}

/**
 * Rows that say the same count once. Different rows under one name are different assets: the first (by what they say)
 * keeps the name, the others bear their serial number behind it, or their rank.
 */
function namedApart(
  found: readonly ExportedAsset[],
  notes: ReadingNotes,
): { readonly assets: readonly ExportedAsset[]; readonly duplicates: number } {
  const said = (one: ExportedAsset) => JSON.stringify([one.columns.serial ?? '', one.asset, one.at ?? 0, one.columns])
  const repeated: number[] = []
  const shared: number[] = []
  const assets: ExportedAsset[] = []
  const groups = [...groupBy(found, ({ asset }) => asset)].sort(([a], [b]) => compareCodePoints(a, b))
  for (const [name, group] of groups) {
    const sorted = group.toSorted((a, b) => compareCodePoints(said(a), said(b)) || a.line - b.line)
    const distinct = sorted.filter((one, i) => i === 0 || said(one) !== said(sorted[i - 1] as ExportedAsset))
    repeated.push(...sorted.filter((one) => !distinct.includes(one)).map(({ line }) => line))
    distinct.forEach((one, rank) => {
      if (rank > 0) shared.push(one.line)
      assets.push(rank === 0 ? one : { ...one, asset: `${name}~${one.columns.serial ?? rank + 1}` })
    })
  }
  notes.warn('duplicate-row', TWICE, repeated)
  notes.warn('shared-name', SHARED, shared)
  return { assets, duplicates: repeated.length }
}

const TWICE = localise(
  'lignes identiques à une autre, comptées une seule fois',
  'rows identical to another one, counted once',
)
const SHARED = localise(
  'lignes dont le nom est déjà celui d’un autre équipement ; leur numéro de série est ajouté au nom',
  'rows whose name is that of another asset already; their serial number is added to the name',
)

function unmappedClass(name: string) {
  return localise(
    `classe « ${name} » absente de la table de correspondance, gardée telle quelle`,
    `class "${name}" not in the mapping, kept as it is`,
  )
}
