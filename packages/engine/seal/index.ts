/** The door `@vigie/engine/seal`: canonical JSON (RFC 8785), Merkle tree (RFC 9162), checkpoints (C2SP). */
export { canonicalJson } from './canonical-json.ts'
export { type Checkpoint, parseCheckpoint, type VerifiedCheckpoint, verifyCheckpoint } from './checkpoint.ts'
export { consistencyProof, verifyConsistency } from './consistency.ts'
export { inclusionProof, verifyInclusion } from './inclusion.ts'
export { leafHash, merkleRoot } from './merkle-tree.ts'
