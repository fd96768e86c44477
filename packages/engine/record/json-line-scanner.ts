import type { TextPool } from './text-pool.ts'
import { decodeUtf8, encodeCodePoint, firstInvalid, isHighSurrogate, isLowSurrogate } from './utf8.ts'

/** Why a line is not a flat JSON object. The rest of the file is still read. */
export type JsonLineFault = 'not-json' | 'not-an-object' | 'nested-value' | 'duplicate-key'
/** Why a file cannot be read any further. */
export type JsonFileFault = 'binary' | 'not-utf-8' | 'line-too-long'

export type JsonLineScanner = {
  /** The line scanned last; an absent or empty value, or `null`, has no bytes. */
  readonly row: {
    line: number
    blank: boolean
    fault: JsonLineFault | undefined
    bytes: Uint8Array
    readonly from: Int32Array
    readonly to: Int32Array
    readonly filled: Int32Array
    filledCount: number
  }
  readonly stopped: { readonly fault: JsonFileFault; readonly line: number } | undefined
  /** Keys that no slot takes, with the number of rows that carry them. */
  readonly otherKeys: ReadonlyMap<string, number>
  /** As `CsvScanner.scan`. Texts are unescaped in place; numbers stay the digits of the source. */
  scan(bytes: Uint8Array, start: number, end: number, final: boolean): number
}

/** Longest line, in bytes. */
export const LONGEST_LINE = 1_000_000
const OTHER_KEYS_KEPT = 1000

/**
 * JSON Lines: one object of scalars on a line (RFC 8259, strictly). Slot i takes the value of the i-th text of `keys`.
 * A value that is an array or an object makes the line faulty at its first bracket: nesting costs nothing.
 */
export function createJsonLineScanner(keys: TextPool, slotCount: number): JsonLineScanner {
  const from = new Int32Array(slotCount)
  const to = new Int32Array(slotCount)
  const seenOn = new Int32Array(slotCount)
  const filled = new Int32Array(slotCount)
  const row: JsonLineScanner['row'] = {
    bytes: new Uint8Array(0),
    line: 0,
    blank: false,
    fault: undefined,
    from,
    to,
    filled,
    filledCount: 0,
  }
  const otherKeys = new Map<string, number>()
  /** Those of the line at hand. */
  const others: string[] = []
  let stopped: { fault: JsonFileFault; line: number } | undefined
  let nextLine = 1

  function scan(bytes: Uint8Array, start: number, end: number, final: boolean): number {
    let at = start
    let wide = false
    for (; at < end; at++) {
      const byte = bytes[at] as number
      if (byte === LF) break
      if (byte >= 0x80) wide = true
      else if (byte === 0) return stop('binary')
    }
    if (at - start > LONGEST_LINE) return stop('line-too-long')
    if (at === end && !final) return -1
    if (wide && firstInvalid(bytes, start, at) >= 0) return stop('not-utf-8')
    row.line = nextLine++
    row.bytes = bytes
    from.fill(0)
    to.fill(0)
    row.filledCount = 0
    const first = skipBlanks(bytes, start, at)
    row.blank = first === at
    others.length = 0
    row.fault = row.blank ? undefined : readObject(bytes, first, at)
    if (row.fault === undefined) for (const key of others) countOther(key)
    return at === end ? at : at + 1
  }

  function stop(fault: JsonFileFault): -1 {
    stopped = { fault, line: nextLine }
    return -1
  }

  function readObject(bytes: Uint8Array, start: number, end: number): JsonLineFault | undefined {
    if (bytes[start] !== OPEN) return isWholeScalarOrArray(bytes[start]) ? 'not-an-object' : 'not-json'
    let at = skipBlanks(bytes, start + 1, end)
    if (bytes[at] === CLOSE && at < end) return skipBlanks(bytes, at + 1, end) === end ? undefined : 'not-json'
    for (;;) {
      const keyEnd = endOfText(bytes, at, end)
      if (keyEnd < 0) return 'not-json'
      const keyTo = unescaped(bytes, at + 1, keyEnd)
      if (keyTo < 0) return 'not-json'
      const slot = keys.find(bytes, at + 1, keyTo)
      if (slot < 0) others.push(decodeUtf8(bytes, at + 1, keyTo))
      else if (seenOn[slot] === row.line) return 'duplicate-key'
      else seenOn[slot] = row.line
      at = skipBlanks(bytes, keyEnd + 1, end)
      if (at >= end || bytes[at] !== COLON) return 'not-json'
      at = skipBlanks(bytes, at + 1, end)
      if (at >= end) return 'not-json'
      const byte = bytes[at]
      if (byte === OPEN || byte === OPEN_LIST) return 'nested-value'
      let valueFrom = at
      let valueTo: number
      if (byte === QUOTE) {
        const closing = endOfText(bytes, at, end)
        if (closing < 0) return 'not-json'
        valueFrom = at + 1
        valueTo = unescaped(bytes, valueFrom, closing)
        if (valueTo < 0) return 'not-json'
        at = closing + 1
      } else {
        at = endOfWord(bytes, at, end)
        valueTo = at
        if (!isScalar(bytes, valueFrom, valueTo)) return 'not-json'
        if (byte === LOWER_N) valueTo = valueFrom
      }
      if (slot >= 0 && valueTo > valueFrom) {
        from[slot] = valueFrom
        to[slot] = valueTo
        filled[row.filledCount++] = slot
      }
      at = skipBlanks(bytes, at, end)
      if (at >= end) return 'not-json'
      if (bytes[at] === CLOSE) return skipBlanks(bytes, at + 1, end) === end ? undefined : 'not-json'
      if (bytes[at] !== COMMA) return 'not-json'
      at = skipBlanks(bytes, at + 1, end)
    }
  }

  function countOther(key: string) {
    const count = otherKeys.get(key) ?? 0
    if (count > 0 || otherKeys.size < OTHER_KEYS_KEPT) otherKeys.set(key, count + 1)
  }

  return {
    row,
    get stopped() {
      return stopped
    },
    otherKeys,
    scan,
  }
}

const LF = 10
const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const LOWER_N = 110
const LOWER_U = 117
const OPEN = 123
const CLOSE = 125

function isWholeScalarOrArray(byte: number | undefined): boolean {
  return (
    byte === OPEN_LIST || byte === QUOTE || (byte !== undefined && '-0123456789tfn'.includes(String.fromCharCode(byte)))
  )
}

function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to && (bytes[at] === 32 || bytes[at] === 9 || bytes[at] === 13)) at++
  return at
}

/** Offset of the closing quote of the text that opens at `from`; −1 where there is none, or a control character within. */
function endOfText(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to || bytes[from] !== QUOTE) return -1
  for (let at = from + 1; at < to; at++) {
    const byte = bytes[at] as number
    if (byte === QUOTE) return at
    if (byte < 32) return -1
    if (byte === BACKSLASH) at++
  }
  return -1
}

function endOfWord(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (
    at < to &&
    bytes[at] !== COMMA &&
    bytes[at] !== CLOSE &&
    bytes[at] !== 32 &&
    bytes[at] !== 9 &&
    bytes[at] !== 13
  )
    at++
  return at
}

function isScalar(bytes: Uint8Array, from: number, to: number): boolean {
  const word = decodeAscii(bytes, from, to)
  return word === 'true' || word === 'false' || word === 'null' || /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)
}

/** Empty where a byte is not ASCII: no scalar has one. */
function decodeAscii(bytes: Uint8Array, from: number, to: number): string {
  for (let at = from; at < to; at++) if ((bytes[at] as number) >= 0x80) return ''
  return decodeUtf8(bytes, from, to)
}

/** Replaces the escapes of `[from, to)` in place, where their text always fits; returns its end, −1 at a false escape. */
function unescaped(bytes: Uint8Array, from: number, to: number): number {
  let end = from
  while (end < to && bytes[end] !== BACKSLASH) end++
  for (let at = end; at < to; ) {
    if (bytes[at] !== BACKSLASH) {
      bytes[end++] = bytes[at++] as number
      continue
    }
    const letter = bytes[at + 1] as number
    if (letter !== LOWER_U) {
      const plain = PLAIN.get(letter)
      if (plain === undefined) return -1
      bytes[end++] = plain
      at += 2
      continue
    }
    let code = hexadecimal(bytes, at + 2, to)
    if (code < 0 || isLowSurrogate(code)) return -1
    at += 6
    if (isHighSurrogate(code)) {
      const low = bytes[at] === BACKSLASH && bytes[at + 1] === LOWER_U ? hexadecimal(bytes, at + 2, to) : -1
      if (!isLowSurrogate(low)) return -1
      code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00)
      at += 6
    }
    end = encodeCodePoint(code, bytes, end)
  }
  return end
}

/** The character after a backslash → what it stands for. */
const PLAIN: ReadonlyMap<number, number> = new Map(
  [...'"\\/bfnrt'].map((letter, i) => [letter.charCodeAt(0), '"\\/\b\f\n\r\t'.charCodeAt(i)]),
)

/** Value of the four hexadecimal digits at `from`, −1 where they are not. */
function hexadecimal(bytes: Uint8Array, from: number, to: number): number {
  if (from + 4 > to) return -1
  let code = 0
  for (let at = from; at < from + 4; at++) {
    const digit = '0123456789abcdef'.indexOf(String.fromCharCode(bytes[at] as number).toLowerCase())
    if (digit < 0) return -1
    code = code * 16 + digit
  }
  return code
}
