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
      const hashes = new Int32Array(size)
      const marks = markBits(size * BITS_PER_TEXT)
      for (let index = 0; index < size; index++) {
        const hash = hashTextA(arena, startOf(index), ends[index] as number)
        hashes[index] = hash
        marks.add(hash)
      }
      const firsts = new Map<number, number[]>()
      for (let index = 0; index < size; index++) {
        const hash = hashes[index] as number
        if (!marks.isShared(hash)) continue
        const ofHash = firsts.get(hash)
        const first = ofHash?.find((other) => areEqual(other, index))
        if (first !== undefined) found.set(index, first)
        else if (ofHash === undefined) firsts.set(hash, [index])
        else ofHash.push(index)
      }
      release(hashes)
      marks.release()
      return found
    },
  }
}

const BITS_PER_TEXT = 32
/** Some megabytes, which stay in the processor's cache. */
const MOST_BITS = 2 ** 26

/**
 * Which hashes may have come twice: those of equal texts set one bit, and most other texts one of their own. Most ids of
 * a log are seen here to be unique, without a table of them.
 */
function markBits(wanted: number) {
  let count = 8
  while (count < wanted && count < MOST_BITS) count *= 2
  const once = new Uint8Array(count / 8)
  const twice = new Uint8Array(count / 8)
  const byteOf = (hash: number) => (hash & (count - 1)) >>> 3
  return {
    add(hash: number) {
      const byte = byteOf(hash)
      const bit = 1 << (hash & 7)
      twice[byte] = (twice[byte] as number) | ((once[byte] as number) & bit)
      once[byte] = (once[byte] as number) | bit
    },
    isShared: (hash: number) => ((twice[byteOf(hash)] as number) & (1 << (hash & 7))) !== 0,
    release() {
      release(once)
      release(twice)
    },
  }
}

const MOST_BYTES = 0xffff_ffff
