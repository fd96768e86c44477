import { createHash } from 'node:crypto'
import type { TakeBytes } from './read-source.ts'

/** SHA-256 of a source as it is read: of its bytes, unpacked where it is compressed. */
export type SourceHash = { readonly add: (bytes: Uint8Array) => void; readonly hex: () => string }

export function sourceHash(): SourceHash {
  const hash = createHash('sha256')
  let hex: string | undefined
  return {
    add: (bytes) => void hash.update(bytes),
    hex: () => (hex ??= hash.digest('hex')),
  }
}

/** Gives every chunk to the hash, where there is one, before it is taken. */
export function hashing(take: TakeBytes, hash: SourceHash | undefined): TakeBytes {
  if (hash === undefined) return take
  return (chunk) => {
    hash.add(chunk)
    return take(chunk)
  }
}
