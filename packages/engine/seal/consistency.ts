import { countOf, leafHashes, nodeHash, rootOf, sameBytes, splitOf } from './merkle-tree.ts'

/**
 * Proof that the tree over `leaves` extends the tree over the first `size` of them (RFC 9162, 2.1.4.1).
 * Empty for `size` 0 and for the whole. Throws `RangeError` when `size` is not in `[0, leaves.length]`. O(n).
 */
export function consistencyProof(leaves: readonly Uint8Array[], size: number): Uint8Array[] {
  return consistencyProofOfHashes(leafHashes(leaves), size)
}

/** The same from the leaf hashes, 32 bytes each, one after the other. */
export function consistencyProofOfHashes(hashes: Uint8Array, size: number): Uint8Array[] {
  const whole = countOf(hashes)
  if (!Number.isInteger(size) || size < 0 || size > whole) {
    throw new RangeError(`${size} is not a size of a tree of ${whole}`)
  }
  return size === 0 || size === whole ? [] : subproof(hashes, size, 0, whole, true)
}

/**
 * True when `proof` shows that the tree of `size2` entries and root `root2` extends the one of `size1` and `root1`
 * (RFC 9162, 2.1.4.2). Every tree extends the empty one, whose root is SHA-256 of nothing; equal sizes need equal roots and
 * no proof.
 */
export function verifyConsistency(claim: {
  readonly size1: number
  readonly size2: number
  readonly root1: Uint8Array
  readonly root2: Uint8Array
  readonly proof: readonly Uint8Array[]
}): boolean {
  const { size1, size2, root1, root2, proof } = claim
  if (!Number.isSafeInteger(size1) || !Number.isSafeInteger(size2) || size1 < 0 || size1 > size2) return false
  if (root1.length !== 32 || root2.length !== 32 || proof.some((hash) => hash.length !== 32)) return false
  if (size1 === 0 && !sameBytes(root1, rootOf(new Uint8Array(0), 0, 0))) return false
  if (size1 === size2) return proof.length === 0 && sameBytes(root1, root2)
  if (size1 === 0) return proof.length === 0
  let node = size1 - 1
  let last = size2 - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  const hashes = node === 0 ? [root1, ...proof] : [...proof]
  const [start, ...rest] = hashes
  if (!start) return false
  let before = start
  let after = start
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      before = nodeHash(hash, before)
      after = nodeHash(hash, after)
      while (node % 2 === 0 && node !== 0) {
        node /= 2
        last = Math.floor(last / 2)
      }
    } else {
      after = nodeHash(after, hash)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(before, root1) && sameBytes(after, root2)
}

function subproof(hashes: Uint8Array, size: number, from: number, to: number, whole: boolean): Uint8Array[] {
  if (size === to - from) return whole ? [] : [rootOf(hashes, from, to).slice()]
  const split = splitOf(to - from)
  const middle = from + split
  return size <= split
    ? [...subproof(hashes, size, from, middle, whole), rootOf(hashes, middle, to).slice()]
    : [...subproof(hashes, size - split, middle, to, false), rootOf(hashes, from, middle).slice()]
}
