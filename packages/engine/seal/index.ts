/** The door `@vigie/engine/seal`: canonical JSON (RFC 8785), Merkle tree (RFC 9162), checkpoints and proofs (C2SP). */
export { toBase64 } from './base64.ts'
export { canonicalJson } from './canonical-json.ts'
export {
  type Checkpoint,
  type NoteSignature,
  parseCheckpoint,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from './checkpoint.ts'
export { consistencyProof, consistencyProofOfHashes, verifyConsistency } from './consistency.ts'
export { inclusionProof, inclusionProofOfHashes, verifyInclusion } from './inclusion.ts'
export { leafHash, merkleRoot, rootOfLeafHashes } from './merkle-tree.ts'
export { formatVerifierKey, isKeyName, type NoteKey, noteKey, parseVerifierKey, type SigningRole } from './note-key.ts'
export { formatTlogProof, parseTlogProof, type TlogProof } from './tlog-proof.ts'
export { checkpointBody, cosignedText, signatureLine } from './write-checkpoint.ts'
