import { countOf, leafHashes, nodeHash, rootOf, sameBytes, splitOf } from './merkle-tree.ts'

/**
 * Audit path of entry `index` (0-based) in the tree over `leaves` (RFC 9162, 2.1.3.1), from the leaf up.
 * Throws `RangeError` when there is no such entry. O(n).
 */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  return inclusionProofOfHashes(leafHashes(leaves), index)
}

/** The same from the leaf hashes, 32 bytes each, one after the other. */
export function inclusionProofOfHashes(hashes: Uint8Array, index: number): Uint8Array[] {
  const size = countOf(hashes)
  if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`no entry ${index} among ${size}`)
  return pathTo(hashes, index, 0, size)
}

/** True when `proof` shows that `leafHash` is entry `index` of the tree of `size` entries and root `root` (RFC 9162, 2.1.3.2). */
export function verifyInclusion(claim: {
  readonly leafHash: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}): boolean {
  const { index, size, proof } = claim
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  if (claim.leafHash.length !== 32 || proof.some((hash) => hash.length !== 32)) return false
  let node = index
  let last = size - 1
  let hash = claim.leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(hash, claim.root)
}

function pathTo(hashes: Uint8Array, index: number, from: number, to: number): Uint8Array[] {
  if (to - from === 1) return []
  const middle = from + splitOf(to - from)
  return index < middle
    ? [...pathTo(hashes, index, from, middle), rootOf(hashes, middle, to).slice()]
    : [...pathTo(hashes, index, middle, to), rootOf(hashes, from, middle).slice()]
}
