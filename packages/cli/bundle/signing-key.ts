import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Localised } from '@vigie/engine'
import { formatVerifierKey, isKeyName, noteKey, type SigningRole } from '@vigie/engine/seal'
import { CommandFailure } from '../failure.ts'

/** An Ed25519 key that signs; the private part is never written, printed or compared. */
export type SigningKey = {
  readonly publicKey: Uint8Array
  sign(text: string): Uint8Array
}

/** Reads a private key (PKCS#8 PEM, Ed25519); throws `CommandFailure` when others may read its file, or on any other kind of key. */
export function readSigningKey(path: string): SigningKey {
  const pem = readPrivate(path)
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch {
    throw refused(path, 'ce n’est pas une clé privée PEM sans mot de passe', 'not a private PEM key without a password')
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw refused(path, 'une clé Ed25519 est attendue', 'an Ed25519 key is expected')
  return { publicKey: rawPublicKey(key), sign: (text) => sign(null, Buffer.from(text), key) }
}

/** The two ways in which a new key can be named to those who verify: as the one who seals, or who cosigns. */
export type NewKey = {
  readonly privateFile: string
  readonly publicFile: string
  readonly verifiers: Readonly<Record<SigningRole, string>>
}

/** Makes a key pair in a folder, the private file for its owner alone; refuses to replace one. */
export function makeSigningKey(name: string, folder: string): NewKey {
  requireKeyName(name)
  const stem = name.replace(/[^\p{L}\p{N}._-]/gu, '-')
  const privateFile = join(folder, `${stem}.key.pem`)
  const publicFile = join(folder, `${stem}.pub.pem`)
  for (const file of [privateFile, publicFile])
    if (existsSync(file))
      throw refused(file, 'existe déjà : une clé n’est jamais remplacée', 'exists: a key is never replaced')
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(privateFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    writeFileSync(publicFile, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  } catch (error) {
    for (const file of [privateFile, publicFile]) rmSync(file, { force: true })
    throw refused(folder, `écriture impossible (${codeOf(error)})`, `cannot be written (${codeOf(error)})`)
  }
  const raw = rawPublicKey(privateKey)
  return {
    privateFile,
    publicFile,
    verifiers: { seal: verifier(name, 'seal', raw), cosign: verifier(name, 'cosign', raw) },
  }
}

export function requireKeyName(name: string): void {
  if (isKeyName(name)) return
  const message: Localised = {
    fr: `« ${name} » : un nom de signataire n’a ni espace ni +, comme prestataire.example`,
    en: `"${name}": a signer's name has neither space nor +, such as provider.example`,
  }
  throw new CommandFailure(message)
}

function verifier(name: string, role: SigningRole, raw: Uint8Array): string {
  return formatVerifierKey(noteKey(name, role, raw))
}

function readPrivate(path: string): string {
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, 'r')
    const { mode, size } = fstatSync(descriptor)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw refused(
        path,
        'd’autres que son propriétaire peuvent lire cette clé ; faire : chmod 600',
        'others than its owner may read this key; do: chmod 600',
      )
    if (size > 10_000) throw refused(path, 'trop grand pour une clé', 'too large for a key')
    return readFileSync(descriptor, 'utf8')
  } catch (error) {
    if (error instanceof CommandFailure) throw error
    throw refused(path, `illisible (${codeOf(error)})`, `cannot be read (${codeOf(error)})`)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** The 32 bytes at the end of the SPKI form (RFC 8410). */
function rawPublicKey(key: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32))
}

function refused(path: string, fr: string, en: string): CommandFailure {
  return new CommandFailure({ fr: `${path} : ${fr}`, en: `${path}: ${en}` })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
