/** Hashes of 32 bytes, one after the other, to be found by value. */
export type HashIndex = {
  /** The first place of a hash, from 0; -1 where there is none. O(1). */
  find(hash: Uint8Array): number
}

/** An index over hashes: a table of places, at most half full, of 8 to 16 bytes a hash. */
export function indexHashes(hashes: Uint8Array): HashIndex {
  const count = hashes.length / BYTES
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, count * 2))) - 1
  const table = new Uint32Array(mask + 1)
  const seat = (hash: Uint8Array, from: number): number => {
    let slot = ((hash[from] ?? 0) | ((hash[from + 1] ?? 0) << 8) | ((hash[from + 2] ?? 0) << 16)) & mask
    slot = (slot ^ ((hash[from + 3] ?? 0) << 15)) & mask
    for (;;) {
      const held = table[slot] ?? 0
      if (held === 0 || same(hashes, (held - 1) * BYTES, hash, from)) return slot
      slot = (slot + 1) & mask
    }
  }
  for (let place = 0; place < count; place += 1) {
    const slot = seat(hashes, place * BYTES)
    if (table[slot] === 0) table[slot] = place + 1
  }
  return { find: (hash) => (table[seat(hash, 0)] ?? 0) - 1 }
}

function same(a: Uint8Array, atA: number, b: Uint8Array, atB: number): boolean {
  for (let byte = 0; byte < BYTES; byte += 1) if (a[atA + byte] !== b[atB + byte]) return false
  return true
}

const BYTES = 32
