import { sha256 } from '@noble/hashes/sha2.js'

/** Hash of one entry: SHA-256(0x00 ‖ entry) (RFC 9162, 2.1.1). 32 bytes. */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256.create().update(leafPrefix).update(entry).digest()
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 9162, 2.1.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(nodePrefix).update(left).update(right).digest()
}

/** Root of the tree over the entries, in order; SHA-256 of nothing for none (RFC 9162, 2.1.1). O(n). */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return rootOfLeafHashes(leaves.map(leafHash))
}

/** Root of the tree over the leaf hashes of its entries. O(n). */
export function rootOfLeafHashes(hashes: readonly Uint8Array[]): Uint8Array {
  return rootOf(hashes, 0, hashes.length)
}

/** Root over the leaf hashes `[from, to)`. */
export function rootOf(hashes: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to === from) return sha256(new Uint8Array(0))
  const first = hashes[from]
  if (to - from === 1 && first) return first
  const middle = from + splitOf(to - from)
  return nodeHash(rootOf(hashes, from, middle), rootOf(hashes, middle, to))
}

/** The largest power of two smaller than `size`, for `size` ≥ 2: where a tree of that size divides. */
export function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** True when both hold the same bytes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

const leafPrefix = new Uint8Array([0x00])
const nodePrefix = new Uint8Array([0x01])
