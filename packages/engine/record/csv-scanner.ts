import { decodeUtf8, firstInvalid } from './utf8.ts'

/** Why a row is not a row of RFC 4180. The rest of the file is still read. */
export type RowFault = 'text-after-quote' | 'quote-in-field'
/** Why a file cannot be read any further. */
export type CsvFault = 'binary' | 'not-utf-8' | 'field-too-long' | 'unterminated-quote'

/** The row scanned last. `from[i]`, `to[i]` are the offsets of the field of slot i; an absent or empty field has none. */
export type ScannedRow = {
  /** Physical line on which the row starts, from 1. */
  line: number
  /** Fields in the row; those past the slots are counted, not kept. */
  count: number
  /** Nothing on the line, or blanks only. */
  blank: boolean
  fault: RowFault | undefined
  /** What the offsets are of. */
  bytes: Uint8Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** The slots whose fields are not empty: `filled[0 … filledCount)`, in the order of the file. */
  readonly filled: Int32Array
  filledCount: number
}

export type CsvScanner = {
  readonly row: ScannedRow
  /** Set where the file cannot be read any further; `line` is the place of the fault. */
  readonly stopped: { readonly fault: CsvFault; readonly line: number } | undefined
  /** Which slot takes field i; a slot is below the number given at creation. Initially slot i. */
  route(slots: Int32Array): void
  /**
   * Scans the row that starts at `start`; returns the offset after its line end, or −1 where it is not complete
   * (`final`: `end` is the end of the file) or where the scanner stopped. Quoted fields are unfolded in place.
   */
  scan(bytes: Uint8Array, start: number, end: number, final: boolean): number
  /** Text of a slot of the row scanned last. */
  text(bytes: Uint8Array, slot: number): string
}

/** Longest field, in bytes of the file: a field beyond it is a quote that was never closed, or no table at all. */
export const LONGEST_FIELD = 1_000_000

/**
 * RFC 4180 over bytes: quotes, doubled quotes, line ends LF, CRLF and lone CR, in any mixture. A quote inside an
 * unquoted field, and text after a closing quote, make the row faulty. Strict UTF-8; NUL means a binary file.
 */
export function createCsvScanner(delimiter: string, slotCount: number): CsvScanner {
  const classes = classesOf(delimiter)
  const delimiterByte = delimiter.charCodeAt(0)
  const from = new Int32Array(slotCount)
  const to = new Int32Array(slotCount)
  const filled = new Int32Array(slotCount)
  const row: ScannedRow = {
    line: 0,
    count: 0,
    blank: false,
    fault: undefined,
    bytes: EMPTY,
    from,
    to,
    filled,
    filledCount: 0,
  }
  let slots: Int32Array = Int32Array.from({ length: slotCount }, (_, slot) => slot)
  let stopped: { fault: CsvFault; line: number } | undefined
  let nextLine = 1
  const doubled: number[] = []

  function scan(bytes: Uint8Array, start: number, end: number, final: boolean): number {
    let at = start
    let count = 0
    let lines = 0
    let wide = false
    let onlyBlanks = true
    let fault: RowFault | undefined
    doubled.length = 0
    for (let i = 0; i < row.filledCount; i++) {
      const slot = filled[i] as number
      from[slot] = 0
      to[slot] = 0
    }
    row.filledCount = 0
    for (;;) {
      let fieldFrom = at
      let fieldTo = -1
      let kind = at < end ? (classes[bytes[at] as number] as number) : ORDINARY
      if (kind === DELIMITER) {
        // Most fields of a fact file are empty, and side by side.
        do {
          count++
          at++
        } while (at < end && bytes[at] === delimiterByte)
        onlyBlanks = false
        continue
      }
      if (kind === QUOTE) {
        fieldFrom = ++at
        onlyBlanks = false
        const openedOn = nextLine + lines
        let folded = false
        for (;;) {
          for (; at < end; at++) {
            kind = classes[bytes[at] as number] as number
            if (kind > DELIMITER) break
          }
          if (at - fieldFrom > LONGEST_FIELD) return stop('field-too-long', openedOn)
          if (at === end) return final ? stop('unterminated-quote', openedOn) : -1
          if (kind === QUOTE) {
            if (at + 1 === end && !final) return -1
            if (at + 1 === end || bytes[at + 1] !== QUOTE_BYTE) break
            folded = true
            at += 2
          } else if (kind === NUL) {
            return stop('binary', nextLine + lines)
          } else {
            if (kind === WIDE) wide = true
            else if (kind === LF || bytes[at + 1] !== LF_BYTE) lines++
            at++
          }
        }
        fieldTo = at++
        if (folded && count < slots.length) doubled.push(slots[count] as number)
      }
      for (;;) {
        const plainFrom = at
        for (; at < end; at++) {
          kind = classes[bytes[at] as number] as number
          if (kind !== ORDINARY) break
        }
        if (fieldTo >= 0 && at > plainFrom) fault = 'text-after-quote'
        if (at === end || (kind !== WIDE && kind !== QUOTE)) break
        if (kind === WIDE) wide = true
        fault ??= fieldTo >= 0 ? 'text-after-quote' : kind === QUOTE ? 'quote-in-field' : undefined
        at++
      }
      if (fieldTo < 0) fieldTo = at
      if (fieldTo - fieldFrom > LONGEST_FIELD) return stop('field-too-long', nextLine + lines)
      if (at === end && !final) return -1
      if (at < end && kind === NUL) return stop('binary', nextLine + lines)
      if (at < end && kind === CR && at + 1 === end && !final) return -1
      if (fieldTo > fieldFrom && count < slots.length) {
        const slot = slots[count] as number
        from[slot] = fieldFrom
        to[slot] = fieldTo
        filled[row.filledCount++] = slot
      }
      count++
      if (at < end && kind === DELIMITER) {
        onlyBlanks = false
        at++
        continue
      }
      break
    }
    let after = at
    if (at < end) after = bytes[at] === CR_BYTE && at + 1 < end && bytes[at + 1] === LF_BYTE ? at + 2 : at + 1
    if (wide) {
      const invalid = firstInvalid(bytes, start, at)
      if (invalid >= 0) return stop('not-utf-8', nextLine + lineEndsIn(bytes, start, invalid))
    }
    for (const slot of doubled) to[slot] = unfold(bytes, from[slot] as number, to[slot] as number)
    row.line = nextLine
    row.bytes = bytes
    row.count = count
    row.blank = onlyBlanks && isBlank(bytes, start, at)
    row.fault = fault
    nextLine += lines + 1
    return after
  }

  function stop(fault: CsvFault, line: number): -1 {
    stopped = { fault, line }
    return -1
  }

  return {
    row,
    get stopped() {
      return stopped
    },
    route(routed) {
      slots = routed
      from.fill(0)
      to.fill(0)
    },
    scan,
    text: (bytes, slot) => decodeUtf8(bytes, from[slot] as number, to[slot] as number),
  }
}

const EMPTY = new Uint8Array(0)
const ORDINARY = 0
const DELIMITER = 1
const LF = 2
const CR = 3
const QUOTE = 4
const NUL = 5
const WIDE = 6
const LF_BYTE = 10
const CR_BYTE = 13
const QUOTE_BYTE = 34

function classesOf(delimiter: string): Uint8Array {
  const classes = new Uint8Array(256)
  classes.fill(WIDE, 0x80)
  classes[0] = NUL
  classes[LF_BYTE] = LF
  classes[CR_BYTE] = CR
  classes[QUOTE_BYTE] = QUOTE
  classes[delimiter.charCodeAt(0)] = DELIMITER
  return classes
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] !== 32 && bytes[at] !== 9) return false
  return true
}

/** Line ends in `[from, to)`: LF, CRLF and lone CR count one each. */
function lineEndsIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    if (bytes[at] === LF_BYTE || (bytes[at] === CR_BYTE && bytes[at + 1] !== LF_BYTE)) count++
  }
  return count
}

/** Writes `""` as `"` over the field itself; returns its new end. */
function unfold(bytes: Uint8Array, from: number, to: number): number {
  let end = from
  for (let at = from; at < to; at++) {
    if (bytes[at] === QUOTE_BYTE) at++
    bytes[end++] = bytes[at] as number
  }
  return end
}
