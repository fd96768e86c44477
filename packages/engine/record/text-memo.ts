import { decodeUtf8 } from './utf8.ts'

/** Decodes texts of which few come again and again; what comes again is the same string, and costs no new one. */
export type TextMemo = {
  /** Text of the UTF-8 bytes `[from, to)`. `hint`: a small number that tells apart texts met in different columns. */
  text(bytes: Uint8Array, from: number, to: number, hint: number): string
}

/** A table of fixed size, by hint, length and outer bytes; what falls on one place replaces what was there. */
export function createTextMemo(): TextMemo {
  const texts = new Array<string>(PLACES).fill('')
  const lengths = new Uint8Array(PLACES)
  const kept = new Uint8Array(PLACES * LONGEST)

  const holds = (place: number, bytes: Uint8Array, from: number, length: number): boolean => {
    if (lengths[place] !== length) return false
    for (let i = 0, at = place * LONGEST; i < length; i++, at++) if (kept[at] !== bytes[from + i]) return false
    return true
  }
  return {
    text(bytes, from, to, hint) {
      const length = to - from
      if (length === 0) return ''
      if (length > LONGEST) return decodeUtf8(bytes, from, to)
      const ends = (bytes[from] as number) + (bytes[to - 1] as number) * 5 + (bytes[to - 2] ?? 0) * 17
      const place = (hint * 31 + length * 7 + ends) & (PLACES - 1)
      if (holds(place, bytes, from, length)) return texts[place] as string
      const text = decodeUtf8(bytes, from, to)
      texts[place] = text
      lengths[place] = length
      for (let i = 0, at = place * LONGEST; i < length; i++, at++) kept[at] = bytes[from + i] as number
      return text
    },
  }
}

const PLACES = 1 << 12
const LONGEST = 40
