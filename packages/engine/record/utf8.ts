/** Text of the UTF-8 bytes `[from, to)`, which must be valid (see `firstInvalid`). A flat string: it keeps no buffer alive. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  const length = to - from
  if (length > PIECE) return decodeLong(bytes, from, to)
  const units = UNITS[length] as number[]
  for (let i = 0; i < length; i++) {
    const byte = bytes[from + i] as number
    if (byte >= 0x80) return decodeWide(bytes, from, to)
    units[i] = byte
  }
  return String.fromCharCode.apply(null, units)
}

/** UTF-8 bytes of a text. A surrogate without its pair is written as three bytes, which `firstInvalid` refuses. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  return bytes.slice(0, encodeUtf8Into(text, bytes, 0))
}

/** Writes `text` at `at`, where three bytes a UTF-16 unit must be free; returns the offset after it. */
export function encodeUtf8Into(text: string, bytes: Uint8Array, at: number): number {
  let end = at
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code < 0x80) {
      bytes[end++] = code
      continue
    }
    if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(i + 1))) code = text.codePointAt(i++) as number
    end = encodeCodePoint(code, bytes, end)
  }
  return end
}

/** Writes one code point at `at` and returns the offset after it. */
export function encodeCodePoint(code: number, bytes: Uint8Array, at: number): number {
  let end = at
  if (code < 0x80) {
    bytes[end++] = code
  } else if (code < 0x800) {
    bytes[end++] = 0xc0 | (code >> 6)
    bytes[end++] = 0x80 | (code & 0x3f)
  } else if (code < 0x1_0000) {
    bytes[end++] = 0xe0 | (code >> 12)
    bytes[end++] = 0x80 | ((code >> 6) & 0x3f)
    bytes[end++] = 0x80 | (code & 0x3f)
  } else {
    bytes[end++] = 0xf0 | (code >> 18)
    bytes[end++] = 0x80 | ((code >> 12) & 0x3f)
    bytes[end++] = 0x80 | ((code >> 6) & 0x3f)
    bytes[end++] = 0x80 | (code & 0x3f)
  }
  return end
}

export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

export function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

/** Offset of the first byte of `[from, to)` that is not well-formed UTF-8 (Unicode 15, table 3-7), or −1. */
export function firstInvalid(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to) {
    const first = bytes[at] as number
    if (first < 0x80) {
      at++
      continue
    }
    const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
    if (length === 0 || at + length > to) return at
    const second = bytes[at + 1] as number
    if (second < lowest(first) || second > highest(first)) return at
    for (let i = 2; i < length; i++) if (((bytes[at + i] as number) & 0xc0) !== 0x80) return at
    at += length
  }
  return -1
}

const PIECE = 64

/** One array a length, filled again and again: the fastest way to a short string without a decoder. */
const UNITS: readonly number[][] = Array.from({ length: PIECE + 1 }, (_, length) => new Array<number>(length).fill(0))

function decodeWide(bytes: Uint8Array, from: number, to: number): string {
  const codes: number[] = []
  for (let at = from; at < to; ) {
    const byte = bytes[at] as number
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    codes.push(length === 1 ? byte : codePointAt(bytes, at, length))
    at += length
  }
  return String.fromCodePoint(...codes)
}

function decodeLong(bytes: Uint8Array, from: number, to: number): string {
  const pieces: string[] = []
  for (let at = from; at < to; ) {
    let end = Math.min(at + PIECE, to)
    while (end < to && ((bytes[end] as number) & 0xc0) === 0x80) end--
    pieces.push(decodeUtf8(bytes, at, end))
    at = end
  }
  return pieces.join('')
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  let code = (bytes[at] as number) & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) code = (code << 6) | ((bytes[at + i] as number) & 0x3f)
  return code
}

/** The second byte is narrower after E0 and F0 (no overlong form), ED (no surrogate) and F4 (not past U+10FFFF). */
function lowest(first: number): number {
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
}

function highest(first: number): number {
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
}
