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
  return rootOfLeafHashes(leafHashes(leaves))
}

/** Root of the tree over the leaf hashes of its entries, 32 bytes each, one after the other. O(n) time, O(log n) memory. */
export function rootOfLeafHashes(hashes: Uint8Array): Uint8Array {
  return rootOf(hashes, 0, countOf(hashes)).slice()
}

/** The leaf hashes of entries, 32 bytes each, one after the other. */
export function leafHashes(leaves: readonly Uint8Array[]): Uint8Array {
  const hashes = new Uint8Array(leaves.length * HASH_BYTES)
  leaves.forEach((leaf, index) => {
    hashes.set(leafHash(leaf), index * HASH_BYTES)
  })
  return hashes
}

/** How many hashes stand one after the other; throws `RangeError` where the last one is cut. */
export function countOf(hashes: Uint8Array): number {
  if (hashes.length % HASH_BYTES !== 0) throw new RangeError(`${hashes.length} bytes are not hashes of ${HASH_BYTES}`)
  return hashes.length / HASH_BYTES
}

/** Root over the leaf hashes `[from, to)`. */
export function rootOf(hashes: Uint8Array, from: number, to: number): Uint8Array {
  if (to === from) return sha256(new Uint8Array(0))
  if (to - from === 1) return hashes.subarray(from * HASH_BYTES, to * HASH_BYTES)
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

/** Length of a SHA-256 hash. */
export const HASH_BYTES = 32

const leafPrefix = new Uint8Array([0x00])
const nodePrefix = new Uint8Array([0x01])
