import { hashTextA, hashTextB } from './text-pool.ts'
import { decodeUtf8 } from './utf8.ts'
import { release, widened } from './widened.ts'

/** Texts one after the other in one arena, each known by its place; the same text may come again. */
export type TextList = {
  size(): number
  append(bytes: Uint8Array, from: number, to: number): number
  length(index: number): number
  text(index: number): string
  /** The hash that a `TextPool` would give the text. */
  hashA(index: number): number
  hashB(index: number): number
  /** Index of each text that came before → that of its first coming. */
  repeated(): ReadonlyMap<number, number>
}

export function createTextList(): TextList {
  let arena = new Uint8Array(1 << 8)
  /** `ends[i]` is where text i ends and text i + 1 starts. */
  let ends = new Uint32Array(1 << 6)
  let size = 0

  const startOf = (index: number) => (index === 0 ? 0 : (ends[index - 1] as number))
  const areEqual = (a: number, b: number): boolean => {
    const [start, other] = [startOf(a), startOf(b)]
    const length = (ends[a] as number) - start
    if ((ends[b] as number) - other !== length) return false
    for (let i = 0; i < length; i++) if (arena[start + i] !== arena[other + i]) return false
    return true
  }
  return {
    size: () => size,
    append(bytes, from, to) {
      const start = startOf(size)
      const end = start + to - from
      if (end > MOST_BYTES) throw new RangeError('a text list holds 4 GiB of text')
      if (end > arena.length) arena = widened(arena, Math.max(arena.length * 2, end))
      for (let i = from, at = start; i < to; i++) arena[at++] = bytes[i] as number
      if (size === ends.length) ends = widened(ends, size * 2)
      ends[size] = end
      return size++
    },
    length: (index) => (ends[index] as number) - startOf(index),
    text: (index) => decodeUtf8(arena, startOf(index), ends[index] as number),
    hashA: (index) => hashTextA(arena, startOf(index), ends[index] as number),
    hashB: (index) => hashTextB(arena, startOf(index), ends[index] as number),
    repeated() {
      const found = new Map<number, number>()
      let capacity = 2
      while (capacity < size * 2) capacity *= 2
      const slots = new Uint32Array(capacity)
      for (let index = 0; index < size; index++) {
        let slot = hashTextA(arena, startOf(index), ends[index] as number) & (capacity - 1)
        let first = slots[slot] as number
        while (first > 0 && !areEqual(first - 1, index)) {
          slot = (slot + 1) & (capacity - 1)
          first = slots[slot] as number
        }
        if (first > 0) found.set(index, first - 1)
        else slots[slot] = index + 1
      }
      release(slots)
      return found
    },
  }
}

const MOST_BYTES = 0xffff_ffff
