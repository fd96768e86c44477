import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64 } from './base64.ts'
import { sameBytes } from './merkle-tree.ts'
import { isKeyName, type NoteKey, parseVerifierKey } from './note-key.ts'
import { cosignedText } from './write-checkpoint.ts'

/** A checkpoint: what a log said of itself (C2SP tlog-checkpoint), with the signatures under it (C2SP signed-note). */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  /** 32 bytes. */
  readonly root: Uint8Array
  readonly extensions: readonly string[]
  /** The signed text: origin, size, root and extensions, its last newline included. */
  readonly body: string
  readonly signatures: readonly NoteSignature[]
}

export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array }

export type VerifiedCheckpoint = {
  readonly ok: boolean
  readonly origin?: string
  readonly size?: number
  readonly root?: Uint8Array
  /** Names of the given keys whose signature holds. */
  readonly signedBy: readonly string[]
  /** Why it is not ok. */
  readonly why?: string
}

/** Reads a checkpoint; throws `SyntaxError` saying what is not of the form. Nothing is verified. */
export function parseCheckpoint(text: string): Checkpoint {
  if (text.length > LONGEST_NOTE) throw new SyntaxError(`more than ${LONGEST_NOTE} characters`)
  const end = text.lastIndexOf('\n\n')
  if (end < 0) throw new SyntaxError('no blank line before the signatures')
  const body = text.slice(0, end + 1)
  if (!text.isWellFormed() || control.test(text)) throw new SyntaxError('control characters or broken Unicode')
  const [origin = '', size = '', root = '', ...extensions] = body.slice(0, -1).split('\n')
  if (origin === '') throw new SyntaxError('no origin line')
  if (!/^(0|[1-9][0-9]*)$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new SyntaxError(`not a tree size: ${size}`)
  const rootBytes = fromBase64(root)
  if (rootBytes?.length !== 32) throw new SyntaxError('the root is not 32 bytes in base64')
  if (extensions.includes('')) throw new SyntaxError('an empty extension line')
  return {
    origin,
    size: Number(size),
    root: rootBytes,
    extensions,
    body,
    signatures: readSignatures(text.slice(end + 2)),
  }
}

/**
 * Checks a checkpoint against verifier keys `name+hex(key id)+base64(type ‖ public key)` (C2SP signed-note): Ed25519
 * (type 0x01) and cosignature/v1 (type 0x04). Every given key must have signed, and all that it signed must hold;
 * signatures of other keys are ignored.
 */
export function verifyCheckpoint(text: string, verifierKeys: readonly string[]): VerifiedCheckpoint {
  const refuse = (why: string, signedBy: readonly string[] = []) => ({ ok: false, signedBy, why })
  let checkpoint: Checkpoint
  try {
    checkpoint = parseCheckpoint(text)
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(error.message)
    throw error
  }
  if (verifierKeys.length === 0) return refuse('no verifier key was given')
  const signedBy: string[] = []
  const failures: string[] = []
  for (const encoded of new Set(verifierKeys)) {
    const key = parseVerifierKey(encoded)
    if (!key) return refuse(`not a verifier key: ${encoded}`)
    const failure = checkKey(checkpoint, key)
    if (failure) failures.push(failure)
    else signedBy.push(key.name)
  }
  const { origin, size, root } = checkpoint
  return failures[0] === undefined ? { ok: true, origin, size, root, signedBy } : refuse(failures[0], signedBy)
}

function checkKey(checkpoint: Checkpoint, key: NoteKey): string | undefined {
  const made = checkpoint.signatures.filter(({ name, keyId }) => name === key.name && sameBytes(keyId, key.keyId))
  if (made.length === 0) return `${key.name} has not signed`
  return made.every(({ signature }) => holds(signature, checkpoint.body, key))
    ? undefined
    : `the signature of ${key.name} does not hold`
}

function holds(signature: Uint8Array, body: string, key: NoteKey): boolean {
  if (key.role === 'seal') return signature.length === 64 && verifies(signature, body, key.publicKey)
  const time = cosignatureTime(signature)
  return time !== undefined && verifies(signature.subarray(8), cosignedText(body, time), key.publicKey)
}

/** The time that a cosignature states, in seconds since 1970; undefined above 2^63 - 1, which it must not exceed. */
function cosignatureTime(signature: Uint8Array): bigint | undefined {
  if (signature.length !== 72) return undefined
  const time = new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0)
  return time < 1n << 63n ? time : undefined
}

function verifies(signature: Uint8Array, message: string, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, utf8ToBytes(message), publicKey, { zip215: false })
  } catch {
    return false
  }
}

function readSignatures(block: string): NoteSignature[] {
  if (!block.endsWith('\n')) throw new SyntaxError('the signatures do not end with a newline')
  return block
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const [, name, base64] = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? []
      const bytes = fromBase64(base64 ?? '')
      if (!name || !isKeyName(name) || !bytes || bytes.length < 5)
        throw new SyntaxError(`not a signature line: ${line}`)
      return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
    })
}

/** Longer than any note of use; the specification lets a verifier set a limit. */
const LONGEST_NOTE = 1_000_000
/** ASCII control characters other than the newline (signed-note, *Format*). */
const control = /[^\P{Cc}\n\u007f-\u009f]/u
