import { decodeUtf8, encodeUtf8 } from './utf8.ts'
import { release, widened } from './widened.ts'

/** FNV-1a, twice with different seeds and primes, each ended by the finaliser of MurmurHash3. Not for secrets. */
const SEED_A = 0x811c9dc5 | 0
const SEED_B = 0x9747b28c | 0
const PRIME_A = 0x01000193
const PRIME_B = 0x5bd1e995

/**
 * Distinct texts, each kept once as UTF-8 bytes in one arena and known by its index. Made for millions of texts of
 * which most come again: nothing is allocated for a text already known, and no chunk of the source is kept alive.
 */
export type TextPool = {
  size(): number
  /** Index of the text `[from, to)`, which is added when it is new. */
  intern(bytes: Uint8Array, from: number, to: number): number
  /**
   * The same, for texts of which few come again and again: `hint`, below 256, tells those apart that are met in
   * different columns. What the hint was used for last is looked at first, and costs no hash.
   */
  internNear(bytes: Uint8Array, from: number, to: number, hint: number): number
  /** Index of the text `[from, to)`, or −1 when it is not in the pool. */
  find(bytes: Uint8Array, from: number, to: number): number
  /** The text; a flat string of its own. */
  text(index: number): string
  /** Nothing will be added, found or hashed any more: only the texts are kept. */
  seal(): void
  /** The two halves of the 64-bit hash of a text: a function of its bytes alone. */
  hashA(index: number): number
  hashB(index: number): number
}

/** `first`: the texts of the first indexes. */
export function createTextPool(first: readonly string[] = []): TextPool {
  let arena = new Uint8Array(1 << 12)
  /** `ends[i]` is where text i ends and text i + 1 starts. */
  let ends = new Uint32Array(1 << 8)
  let hashes = new Int32Array(1 << 9)
  /** Open addressing; 0 = free, else index + 1. */
  let slots = new Uint32Array(1 << 9)
  const recent = new Uint32Array(NEAR_MASK + 1)
  let size = 0
  let hashA = 0
  let hashB = 0

  /** Slot that holds the text or, where it is new, the free slot for it. Leaves its hash in `hashA` and `hashB`. */
  const slotOf = (bytes: Uint8Array, from: number, to: number): number => {
    if (slots.length === 0) throw new TypeError('a sealed pool finds no texts')
    let a = SEED_A
    let b = SEED_B
    for (let i = from; i < to; i++) {
      const byte = bytes[i] as number
      a = Math.imul(a ^ byte, PRIME_A)
      b = Math.imul(b ^ byte, PRIME_B)
    }
    hashA = a = scatter(a)
    hashB = b = scatter(b ^ (to - from))
    const mask = slots.length - 1
    let slot = a & mask
    for (;;) {
      const found = (slots[slot] as number) - 1
      if (found < 0) return slot
      if (hashes[2 * found] === a && hashes[2 * found + 1] === b && holds(found, bytes, from, to)) return slot
      slot = (slot + 1) & mask
    }
  }
  const holds = (index: number, bytes: Uint8Array, from: number, to: number): boolean => {
    let at = index === 0 ? 0 : (ends[index - 1] as number)
    if ((ends[index] as number) - at !== to - from) return false
    for (let i = from; i < to; i++) if (arena[at++] !== bytes[i]) return false
    return true
  }
  const add = (bytes: Uint8Array, from: number, to: number) => {
    const start = size === 0 ? 0 : (ends[size - 1] as number)
    const end = start + to - from
    if (end > MOST_BYTES) throw new RangeError('a text pool holds 4 GiB of distinct text')
    if (end > arena.length) arena = widened(arena, Math.max(arena.length * 2, end))
    for (let i = from, at = start; i < to; i++) arena[at++] = bytes[i] as number
    if (size === ends.length) {
      ends = widened(ends, ends.length * 2)
      hashes = widened(hashes, hashes.length * 2)
    }
    ends[size] = end
    hashes[2 * size] = hashA
    hashes[2 * size + 1] = hashB
    size++
    if (size * 2 > slots.length) slots = rehashed(hashes, size, slots)
  }
  const pool: TextPool = {
    size: () => size,
    intern(bytes, from, to) {
      const slot = slotOf(bytes, from, to)
      const found = slots[slot] as number
      if (found > 0) return found - 1
      slots[slot] = size + 1
      add(bytes, from, to)
      return size - 1
    },
    internNear(bytes, from, to, hint) {
      const key = (hint * 31 + (to - from) * 5 + (bytes[from] as number) + (bytes[to - 1] as number) * 3) & NEAR_MASK
      const near = (recent[key] as number) - 1
      if (near >= 0 && holds(near, bytes, from, to)) return near
      const index = pool.intern(bytes, from, to)
      recent[key] = index + 1
      return index
    },
    find: (bytes, from, to) => (slots[slotOf(bytes, from, to)] as number) - 1,
    text: (index) => decodeUtf8(arena, index === 0 ? 0 : (ends[index - 1] as number), ends[index] as number),
    seal() {
      release(slots)
      release(hashes)
      slots = new Uint32Array(0)
    },
    hashA: (index) => hashes[2 * index] as number,
    hashB: (index) => hashes[2 * index + 1] as number,
  }
  for (const text of first) {
    const bytes = encodeUtf8(text)
    pool.intern(bytes, 0, bytes.length)
  }
  return pool
}

const MOST_BYTES = 0xffff_ffff
const NEAR_MASK = 1023

/** The first half of a text's hash, and the second: FNV-1a, scattered. */
export function hashTextA(bytes: Uint8Array, from: number, to: number): number {
  let hash = SEED_A
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), PRIME_A)
  return scatter(hash)
}

export function hashTextB(bytes: Uint8Array, from: number, to: number): number {
  let hash = SEED_B
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), PRIME_B)
  return scatter(hash ^ (to - from))
}

/** The 32-bit finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
export function scatter(value: number): number {
  let x = value ^ (value >>> 16)
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** The slots for twice as many texts. */
function rehashed(hashes: Int32Array, size: number, old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const capacity = old.length * 2
  release(old)
  const slots = new Uint32Array(capacity)
  for (let index = 0; index < size; index++) {
    let slot = (hashes[2 * index] as number) & (capacity - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1)
    slots[slot] = index + 1
  }
  return slots
}
