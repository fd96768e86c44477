import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from './base64.ts'

/** How a key signs: `seal` = Ed25519 over the note's text (type 0x01), `cosign` = cosignature/v1 (type 0x04). */
export type SigningRole = 'seal' | 'cosign'

/** A key that signs notes (C2SP signed-note, *Verifier keys*). `publicKey` is 32 bytes, `keyId` 4. */
export type NoteKey = {
  readonly name: string
  readonly role: SigningRole
  readonly keyId: Uint8Array
  readonly publicKey: Uint8Array
}

/** The note key of an Ed25519 public key; throws `RangeError` on a name that holds a space or a plus, or on a wrong length. */
export function noteKey(name: string, role: SigningRole, publicKey: Uint8Array): NoteKey {
  if (!isKeyName(name)) throw new RangeError(`not a key name: ${name}`)
  if (publicKey.length !== 32) throw new RangeError('an Ed25519 public key has 32 bytes')
  const typed = new Uint8Array([typeOf[role], ...publicKey])
  return { name, role, keyId: sha256(new Uint8Array([...utf8ToBytes(`${name}\n`), ...typed])).slice(0, 4), publicKey }
}

/** Whether a text names a key: not empty, without Unicode spaces, control characters or a plus. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name)
}

/** `name+hex(key id)+base64(type ‖ public key)`. */
export function formatVerifierKey({ name, role, keyId, publicKey }: NoteKey): string {
  return `${name}+${bytesToHex(keyId)}+${toBase64(new Uint8Array([typeOf[role], ...publicKey]))}`
}

/** Reads a verifier key; undefined where the form, the type or the key id is wrong. */
export function parseVerifierKey(encoded: string): NoteKey | undefined {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-fA-F]{8})\+([A-Za-z0-9+/=]+)$/u.exec(encoded) ?? []
  const bytes = fromBase64(base64 ?? '')
  if (!name || !id || bytes?.length !== 33 || !isKeyName(name)) return undefined
  const role = roles.find((one) => typeOf[one] === bytes[0])
  if (role === undefined) return undefined
  const key = noteKey(name, role, bytes.slice(1))
  return bytesToHex(key.keyId) === id.toLowerCase() ? key : undefined
}

const roles: readonly SigningRole[] = ['seal', 'cosign']
const typeOf: Readonly<Record<SigningRole, number>> = { seal: 0x01, cosign: 0x04 }
