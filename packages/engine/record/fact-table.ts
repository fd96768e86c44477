import { groupBy } from '../base/group-by.ts'
import type { Instant } from '../base/instant.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import { findZone, type Zone } from '../calendar/local-time.ts'
import { compareCodePoints } from './canonical-order.ts'
import { instantRefusal } from './event-row-refusal.ts'
import { readInstant } from './instant-bytes.ts'
import { createReadingNotes, type ReadingNotes, type ReadingWarning, type RejectedRow } from './reading-notes.ts'
import { createTableReader, type TableFormat, type TableRow } from './table-reader.ts'
import { unknownTimeZone } from './unknown-time-zone.ts'
import { decodeUtf8 } from './utf8.ts'

export type FactReadingOptions = {
  /** IANA zone of instants without an offset; without it such rows are rejected. */
  readonly timeZone?: string
  readonly format?: TableFormat | 'auto'
}

/** Rows of the source: `in` = `accepted` + `duplicates` + `rejected`. */
export type FactCounts = {
  readonly in: number
  readonly accepted: number
  readonly duplicates: number
  readonly rejected: number
}

/** The facts of a file in an order of their own (that of their texts), whatever the order of the rows. */
export type FactsRead<Fact> =
  | {
      readonly ok: true
      readonly facts: readonly Fact[]
      readonly counts: FactCounts
      readonly rejected: readonly RejectedRow[]
      readonly rejectedByReason: Readonly<Record<string, number>>
      readonly warnings: readonly ReadingWarning[]
    }
  | { readonly ok: false; readonly fault: Issue }

/** A push reader of one kind of fact file (CSV or JSON Lines); as `EventReader`. */
export type FactReader<Fact> = {
  write(chunk: string | Uint8Array): boolean
  end(): FactsRead<Fact>
  rowCount(): number
}

/** Why a row is not a fact. */
export type FactRefusal = { readonly code: string; readonly message: Localised }

/** The texts of a row by column (`''` where there is none), and its instants. */
export type FactFields<Column extends string> = {
  /** The physical line on which the row starts, from 1. */
  readonly line: number
  text(column: Column): string
  /** `undefined` where the column is empty. */
  instant(column: Column): Instant | FactRefusal | undefined
}

/** What makes a file of one kind of facts. */
export type FactTable<Column extends string, Fact> = {
  readonly columns: readonly Column[]
  readonly required: readonly Column[]
  read(fields: FactFields<Column>): Fact | FactRefusal
  /** Facts of which only one may exist, where that is so: two that differ are both rejected. */
  key?(fact: Fact): string
  /** Rows that say the same are as many facts; else they count once. */
  readonly keepsCopies?: true
}

type Kept<Fact> = { readonly fact: Fact; readonly text: string; readonly line: number }

export function createFactReader<Column extends string, Fact extends object>(
  table: FactTable<Column, Fact>,
  options: FactReadingOptions,
): FactReader<Fact> {
  const zone = options.timeZone === undefined ? undefined : findZone(options.timeZone)
  if (options.timeZone !== undefined && zone === undefined) {
    const fault = unknownTimeZone(options.timeZone)
    return { write: () => false, end: () => ({ ok: false, fault }), rowCount: () => 0 }
  }
  const notes = createReadingNotes()
  const kept: Kept<Fact>[] = []
  const reader = createTableReader(
    { columns: table.columns, required: table.required, format: options.format ?? 'auto' },
    {
      row(row) {
        const read = table.read(fieldsOf(row, table.columns, zone))
        if (isRefusal(read)) notes.reject(row.line, read.code, read.message)
        else kept.push({ fact: read, text: table.columns.map((_, i) => textAt(row, i)).join('\0'), line: row.line })
      },
      rejected: notes.reject,
    },
  )
  return {
    write: reader.write,
    rowCount: reader.rowCount,
    end() {
      const fault = reader.end()
      if (fault) return { ok: false, fault }
      notes.otherColumns(reader.otherColumns(), table.columns)
      return concluded(table, kept, notes, reader.rowCount())
    },
  }
}

export function refuseFact(code: string, fr: string, en: string): FactRefusal {
  return { code, message: localise(fr, en) }
}

export function missingField(column: string): FactRefusal {
  return refuseFact('missing-value', `« ${column} » manque`, `"${column}" is missing`)
}

export function isRefusal(value: unknown): value is FactRefusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value
}

/** Reads a whole source with a push reader. */
export function readWith<Read>(
  reader: { write(chunk: string | Uint8Array): boolean; end(): Read },
  source: string | Uint8Array | Iterable<string | Uint8Array>,
): Read {
  const pieces = typeof source === 'string' || source instanceof Uint8Array ? [source] : source
  for (const piece of pieces) if (!reader.write(piece)) break
  return reader.end()
}

function concluded<Fact extends object>(
  table: Pick<FactTable<string, Fact>, 'key' | 'keepsCopies'>,
  kept: readonly Kept<Fact>[],
  notes: ReadingNotes,
  rowCount: number,
): FactsRead<Fact> {
  const sorted = kept.toSorted((a, b) => compareCodePoints(a.text, b.text) || a.line - b.line)
  const isCopy = (row: Kept<Fact>, i: number) => table.keepsCopies !== true && row.text === sorted[i - 1]?.text
  const distinct = sorted.filter((row, i) => !isCopy(row, i))
  const repeated = sorted.filter(isCopy)
  const twice = localise(
    'lignes identiques à une autre, comptées une seule fois',
    'rows identical to another one, counted once',
  )
  notes.warn(
    'duplicate-row',
    twice,
    repeated.map((row) => row.line),
  )
  const rivals = table.key ? rivalRows(distinct, table.key) : new Map<Kept<Fact>, string>()
  notes.rejectLater(
    [...rivals].map(([{ line }, key]) => ({ line, code: 'contradiction', key })),
    ({ key }) => localise(`plusieurs lignes différentes pour « ${key} »`, `several different rows for "${key}"`),
  )
  const facts = distinct.filter((row) => !rivals.has(row)).map((row) => row.fact)
  return {
    ok: true,
    facts,
    counts: {
      in: rowCount,
      accepted: facts.length,
      duplicates: repeated.length,
      rejected: notes.rejectedCount(),
    },
    rejected: notes.rejected(),
    rejectedByReason: notes.rejectedByReason(),
    warnings: notes.warnings(),
  }
}

/** Rows that share their key with another one. */
function rivalRows<Fact>(rows: readonly Kept<Fact>[], key: (fact: Fact) => string): ReadonlyMap<Kept<Fact>, string> {
  const byKey = groupBy(rows, (row) => key(row.fact))
  return new Map([...byKey].flatMap(([name, same]) => (same.length < 2 ? [] : same.map((row) => [row, name] as const))))
}

function fieldsOf<Column extends string>(
  row: TableRow,
  columns: readonly Column[],
  zone: Zone | undefined,
): FactFields<Column> {
  return {
    line: row.line,
    text: (column) => textAt(row, columns.indexOf(column)),
    instant(column) {
      const slot = columns.indexOf(column)
      const from = row.from[slot] as number
      const to = row.to[slot] as number
      if (from === to) return undefined
      const instant = readInstant(row.bytes, from, to, zone)
      return typeof instant === 'string' ? instantRefusal(instant, column, textAt(row, slot)) : instant
    },
  }
}

function textAt(row: TableRow, slot: number): string {
  return decodeUtf8(row.bytes, row.from[slot] as number, row.to[slot] as number)
}
