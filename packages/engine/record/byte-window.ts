import { encodeCodePoint, encodeUtf8Into, isHighSurrogate } from './utf8.ts'

/** Encodings of a source. `windows-1252` is what French spreadsheets call "ANSI"; every byte of it is a character. */
export type Encoding = 'utf-8' | 'windows-1252'

/**
 * Takes what is complete of `bytes[0, end)` and returns how many bytes it took; the rest comes again with more after it.
 * `final`: nothing follows. The bytes are the window's own: they may be overwritten in place, and change after the call.
 */
export type Consume = (bytes: Uint8Array, end: number, final: boolean) => number

/** A push stream of text or bytes, however cut, turned into few large windows of UTF-8. */
export type ByteWindow = { write(chunk: string | Uint8Array): void; end(): void }

/** `size`: bytes gathered before they are looked at. A row longer than the window doubles it. */
export function createByteWindow(consume: Consume, encoding: Encoding = 'utf-8', size = WINDOW): ByteWindow {
  let bytes = new Uint8Array(size)
  let end = 0
  /** A high surrogate whose other half comes with the next text. */
  let half = ''

  const pass = (final: boolean) => {
    const taken = consume(bytes, end, final)
    bytes.copyWithin(0, taken, end)
    end -= taken
  }
  /** Makes place for `count` bytes, at most the window's size. */
  const reserve = (count: number) => {
    if (end + count > bytes.length) pass(false)
    while (end + count > bytes.length) {
      const wider = new Uint8Array(bytes.length * 2)
      wider.set(bytes.subarray(0, end))
      bytes = wider
    }
  }
  const writeBytes = (chunk: Uint8Array) => {
    for (let at = 0; at < chunk.length; ) {
      if (end === bytes.length) reserve(1)
      const piece = chunk.subarray(at, at + bytes.length - end)
      bytes.set(piece, end)
      end += piece.length
      at += piece.length
    }
  }
  const writeWindows1252 = (chunk: Uint8Array) => {
    for (const byte of chunk) {
      if (end + 3 > bytes.length) reserve(3)
      end = encodeCodePoint(WINDOWS_1252[byte] as number, bytes, end)
    }
  }
  const writeText = (chunk: string) => {
    const text = half + chunk
    const whole = isHighSurrogate(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length
    half = text.slice(whole)
    for (let at = 0; at < whole; ) {
      let to = Math.min(at + TEXT_PIECE, whole)
      if (to < whole && isHighSurrogate(text.charCodeAt(to - 1))) to--
      reserve((to - at) * 3)
      end = encodeUtf8Into(text.slice(at, to), bytes, end)
      at = to
    }
  }
  return {
    write(chunk) {
      if (typeof chunk === 'string') writeText(chunk)
      else if (encoding === 'windows-1252') writeWindows1252(chunk)
      else writeBytes(chunk)
    },
    end() {
      reserve(3)
      end = encodeUtf8Into(half, bytes, end)
      pass(true)
    },
  }
}

/** Small enough for the processor's cache, large enough that what is carried over costs nothing. */
const WINDOW = 1 << 18
const TEXT_PIECE = 1 << 12

/** WHATWG Encoding, index windows-1252: 80–9F; the other bytes are their own code point. */
const UPPER_CONTROLS = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
]
const WINDOWS_1252: readonly number[] = Array.from({ length: 256 }, (_, byte) => UPPER_CONTROLS[byte - 0x80] ?? byte)
