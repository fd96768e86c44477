import type { Issue } from '../base/issue.ts'
import { createByteWindow, type Encoding } from './byte-window.ts'
import { createCsvScanner, type RowFault } from './csv-scanner.ts'
import { scanIssue } from './file-fault.ts'
import { createTextMemo } from './text-memo.ts'

export type CsvOptions = {
  /** One ASCII character; default `,`. */
  readonly delimiter?: string
  readonly encoding?: Encoding
}

/** A push reader of any CSV, header and all, as rows of texts. */
export type CsvReader = {
  /** False once a file fault is found: nothing more is read. */
  write(chunk: string | Uint8Array): boolean
  end(): Issue | undefined
}

/**
 * Reads CSV (RFC 4180, UTF-8 with or without BOM, line ends LF, CRLF or CR) and hands over each row that is not blank:
 * its texts, the physical line on which it starts, and why it is faulty, if it is.
 */
export function createCsvReader(
  onRow: (fields: readonly string[], line: number, fault: RowFault | undefined) => void,
  options: CsvOptions = {},
): CsvReader {
  const scanner = createCsvScanner(options.delimiter ?? ',', MOST_FIELDS)
  let fault: Issue | undefined
  let begun = false
  const { row } = scanner
  const window = createByteWindow((bytes, end, final) => {
    let at = begun ? 0 : lengthOfMark(bytes, end)
    begun = true
    while (fault === undefined && at < end) {
      const next = scanner.scan(bytes, at, end, final)
      if (scanner.stopped) fault = scanIssue(scanner.stopped.fault, scanner.stopped.line)
      if (next < 0) break
      at = next
      if (!row.blank) onRow(fieldsOf(bytes), row.line, row.fault)
    }
    return fault ? end : at
  }, options.encoding)

  const memo = createTextMemo()
  let blank: readonly string[] = []
  const fieldsOf = (bytes: Uint8Array): readonly string[] => {
    if (blank.length !== row.count) blank = new Array<string>(row.count).fill('')
    const fields = blank.slice()
    for (let i = 0; i < row.filledCount; i++) {
      const place = row.filled[i] as number
      fields[place] = memo.text(bytes, row.from[place] as number, row.to[place] as number, place)
    }
    return fields
  }
  return {
    write(chunk) {
      if (fault === undefined) window.write(chunk)
      return fault === undefined
    },
    end() {
      if (fault === undefined) window.end()
      return fault
    },
  }
}

/** Fields of a row that are kept; those beyond read as empty. */
const MOST_FIELDS = 4096

/** Bytes of the UTF-8 byte order mark at the start. */
export function lengthOfMark(bytes: Uint8Array, end: number): number {
  return end >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}
