import type { Issue } from '../base/issue.ts'
import type { Localised } from '../base/message.ts'
import { type ByteWindow, createByteWindow, type Encoding } from './byte-window.ts'
import { lengthOfMark } from './csv.ts'
import { createCsvScanner } from './csv-scanner.ts'
import {
  duplicateColumn,
  emptyFile,
  fieldCount,
  jsonArray,
  missingColumns,
  noHeader,
  rowSentence,
  scanIssue,
  tooManyColumns,
  wrongDelimiter,
} from './file-fault.ts'
import { createJsonLineScanner } from './json-line-scanner.ts'
import { createTextPool } from './text-pool.ts'

export type TableFormat = 'csv' | 'json-lines'

export type TableOptions = {
  /** The columns that are taken, in the order in which a row presents them. */
  readonly columns: readonly string[]
  /** Those that a CSV header must have. */
  readonly required: readonly string[]
  /** Lists of columns of which a CSV header must have at least one each. */
  readonly requiredOneOf?: readonly (readonly string[])[]
  /** `auto` (default): JSON Lines where the first character that is no blank is `{`, else CSV. */
  readonly format?: TableFormat | 'auto'
  /** One ASCII character, or `auto`: the one that the header line has most of; default `,`. */
  readonly delimiter?: string
  readonly encoding?: Encoding
}

/** A row, valid during the call that hands it over: column i is `bytes[from[i], to[i])`, without bytes where it is empty. */
export type TableRow = {
  readonly line: number
  readonly bytes: Uint8Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** The columns with bytes, `filled[0 … filledCount)`, in the order of the source; numbers past the columns are to be ignored. */
  readonly filled: Int32Array
  readonly filledCount: number
}

export type TableSink = {
  row(row: TableRow): void
  /** A row of which nothing is taken. */
  rejected(line: number, code: string, message: Localised): void
}

/** What a push reader of a table knows when its source has ended. */
export type TableReader = {
  /** Takes the next piece of the source, however cut. False once a file fault is found: nothing more is read. */
  write(chunk: string | Uint8Array): boolean
  /** Ends the source. Returns the fault for which nothing of the file counts, if any. */
  end(): Issue | undefined
  /** Rows so far, blank lines and header apart. */
  rowCount(): number
  /** Columns (or keys) of the source that are not taken, with the number of rows under them. */
  otherColumns(): ReadonlyMap<string, number>
}

type Scan = (bytes: Uint8Array, start: number, end: number, final: boolean) => number

/** Reads CSV (RFC 4180, with a header) or JSON Lines, strictly UTF-8, with or without BOM, row by row. */
export function createTableReader(options: TableOptions, sink: TableSink): TableReader {
  let fault: Issue | undefined
  let rowCount = 0
  let otherColumns: ReadonlyMap<string, number> = new Map()
  let scan: Scan | undefined
  let begun = false

  const startCsv = (delimiter: string): Scan => {
    const scanner = createCsvScanner(delimiter, Math.max(MOST_COLUMNS, options.columns.length) + 1)
    let width = 0
    return (bytes, start, end, final) => {
      const next = scanner.scan(bytes, start, end, final)
      if (next < 0) {
        if (scanner.stopped) fault = scanIssue(scanner.stopped.fault, scanner.stopped.line)
        return next
      }
      const { row } = scanner
      if (row.blank && width !== 1) return next
      if (width === 0) {
        const header = readHeader(row, (slot) => scanner.text(bytes, slot), { ...options, delimiter })
        if ('issue' in header) {
          fault = header.issue
          return -1
        }
        width = row.count
        scanner.route(header.slots)
        const others = header.others
        otherColumns = new Map(others.map((name) => [name, 0]))
        return next
      }
      rowCount++
      if (row.count !== width) sink.rejected(row.line, 'field-count', fieldCount(row.count, width))
      else if (row.fault) sink.rejected(row.line, row.fault, rowSentence(row.fault))
      else sink.row(row)
      return next
    }
  }

  const startJsonLines = (): Scan => {
    const scanner = createJsonLineScanner(createTextPool(options.columns), options.columns.length)
    otherColumns = scanner.otherKeys
    return (bytes, start, end, final) => {
      const next = scanner.scan(bytes, start, end, final)
      if (next < 0) {
        if (scanner.stopped) fault = scanIssue(scanner.stopped.fault, scanner.stopped.line)
        return next
      }
      const { row } = scanner
      if (row.blank) return next
      rowCount++
      if (row.fault) sink.rejected(row.line, row.fault, rowSentence(row.fault))
      else sink.row(row)
      return next
    }
  }

  const consume = (bytes: Uint8Array, end: number, final: boolean): number => {
    let at = 0
    if (!begun) {
      at = lengthOfMark(bytes, end)
      begun = true
      if (isUtf16(bytes, end)) fault = scanIssue('not-utf-8', 1)
    }
    if (scan === undefined && fault === undefined) {
      const first = firstText(bytes, at, end)
      if (first === -1 && !final) return at
      if (options.delimiter === 'auto' && !final && first !== -1 && !hasLineEnd(bytes, first, end)) return at
      if (first === -1) fault = emptyFile()
      else if (bytes[first] === OPEN_LIST && options.format !== 'csv') fault = jsonArray(1)
      else
        scan = isJsonLines(options.format, bytes[first])
          ? startJsonLines()
          : startCsv(delimiterOf(options, bytes, first, end))
    }
    while (scan !== undefined && fault === undefined && at < end) {
      const next = scan(bytes, at, end, final)
      if (next < 0) break
      at = next
    }
    return fault ? end : at
  }

  const window: ByteWindow = createByteWindow(consume, options.encoding)
  return {
    write(chunk) {
      if (fault === undefined) window.write(chunk)
      return fault === undefined
    },
    end() {
      if (fault === undefined) window.end()
      return fault
    },
    rowCount: () => rowCount,
    otherColumns: () =>
      rowCount === 0 || scan === undefined
        ? otherColumns
        : new Map([...otherColumns].map(([name, count]) => [name, count === 0 ? rowCount : count])),
  }
}

const MOST_COLUMNS = 4096
const OPEN_LIST = 91
const OPEN_OBJECT = 123
const BLANKS: ReadonlySet<number> = new Set([9, 10, 13, 32])

function isJsonLines(format: TableOptions['format'], first: number | undefined): boolean {
  return format === 'json-lines' || (format !== 'csv' && first === OPEN_OBJECT)
}

/** A byte order mark of UTF-16: what spreadsheets call "Unicode text". */
function isUtf16(bytes: Uint8Array, end: number): boolean {
  return end >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
}

function delimiterOf({ delimiter = ',' }: TableOptions, bytes: Uint8Array, from: number, to: number): string {
  if (delimiter !== 'auto') return delimiter
  const counts = OTHER_DELIMITERS.map((mark) => ({
    mark,
    count: countOutsideQuotes(bytes, from, to, mark.charCodeAt(0)),
  }))
  const most = Math.max(...counts.map(({ count }) => count))
  return most === 0 ? ',' : (counts.find(({ count }) => count === most)?.mark ?? ',')
}

/** How often a mark stands in the first line, outside quotes. */
function countOutsideQuotes(bytes: Uint8Array, from: number, to: number, mark: number): number {
  let count = 0
  let quoted = false
  for (let at = from; at < to; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) quoted = !quoted
    else if (!quoted && (byte === LF || byte === CR)) break
    else if (!quoted && byte === mark) count++
  }
  return count
}

function hasLineEnd(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === LF || bytes[at] === CR) return true
  return false
}

const QUOTE = 34
const LF = 10
const CR = 13

function firstText(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && BLANKS.has(bytes[at] as number)) at++
  return at < to ? at : -1
}

type Header = { readonly slots: Int32Array; readonly others: readonly string[] } | { readonly issue: Issue }

/** Columns that are not taken share the slot after the last. */
function readHeader(
  row: { readonly line: number; readonly count: number },
  text: (slot: number) => string,
  { columns, required, requiredOneOf = [], delimiter = ',' }: TableOptions,
): Header {
  const { line, count } = row
  if (count > MOST_COLUMNS) return { issue: tooManyColumns(line, MOST_COLUMNS) }
  const names = Array.from({ length: count }, (_, i) => text(i).trim())
  const other = OTHER_DELIMITERS.find((mark) => mark !== delimiter && (names[0] ?? '').includes(mark))
  const missing = [
    ...required.filter((name) => !names.includes(name)),
    ...requiredOneOf.flatMap((some) => (some.some((name) => names.includes(name)) ? [] : [some.join(' / ')])),
  ]
  if (count === 1 && other !== undefined && missing.length > 0) return { issue: wrongDelimiter(line, delimiter, other) }
  if (missing.length > 0 && !names.some((name) => columns.includes(name)))
    return { issue: noHeader(line, [...required, ...requiredOneOf.flat()]) }
  if (missing.length > 0) return { issue: missingColumns(line, missing, names) }
  const twice = names.findIndex((name, i) => columns.includes(name) && names.indexOf(name) !== i)
  if (twice >= 0) return { issue: duplicateColumn(line, twice + 1, names[twice] as string) }
  const slots = Int32Array.from(names, (name) => (columns.includes(name) ? columns.indexOf(name) : columns.length))
  return { slots, others: names.filter((name) => !columns.includes(name)) }
}

const OTHER_DELIMITERS = [';', '\t', '|', ',']
