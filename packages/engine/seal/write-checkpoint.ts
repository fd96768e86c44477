import { toBase64 } from './base64.ts'
import type { NoteKey } from './note-key.ts'

/** The text of a checkpoint: origin, size, root, a line each (C2SP tlog-checkpoint). What a sealing key signs. */
export function checkpointBody(tree: {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}): string {
  return `${tree.origin}\n${tree.size}\n${toBase64(tree.root)}\n`
}

/** What a cosigning key signs: the text of the checkpoint under its header and time, in whole seconds (C2SP tlog-cosignature). */
export function cosignedText(body: string, time: number | bigint): string {
  return `cosignature/v1\ntime ${time}\n${body}`
}

/**
 * One signature line of a note. `signature` is the 64 bytes of Ed25519 over the body, or over `cosignedText` of the body
 * and `time` for a cosigning key, which then states that time.
 */
export function signatureLine(key: NoteKey, signature: Uint8Array, time = 0): string {
  const stated = key.role === 'seal' ? [] : bigEndian(time)
  return `— ${key.name} ${toBase64(new Uint8Array([...key.keyId, ...stated, ...signature]))}\n`
}

/** Eight bytes, the most significant first. */
function bigEndian(time: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(time))
  return bytes
}
