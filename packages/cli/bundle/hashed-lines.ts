import { leafHash } from '@vigie/engine/seal'
import { type BundleFile, linesIn, memoryFile } from './bundle-file.ts'

/** A file whose lines are entries, and their leaf hashes, 32 bytes each, one after the other (RFC 9162, 2.1.1). */
export type HashedLines = { readonly file: BundleFile; readonly count: number; readonly hashes: Uint8Array }

/** Reads a file once; nothing of it is kept but 32 bytes a line. */
export function hashLines(file: BundleFile): HashedLines {
  let hashes = new Uint8Array(1 << 12)
  let used = 0
  for (const line of linesIn(file.chunks())) {
    if (used === hashes.length) {
      const wider = new Uint8Array(used * 2)
      wider.set(hashes)
      hashes = wider
    }
    hashes.set(leafHash(line), used)
    used += 32
  }
  return { file, count: used / 32, hashes: hashes.subarray(0, used) }
}

export const noLines: HashedLines = hashLines(memoryFile(''))

/** The hash at a place. */
export function hashAt(hashes: Uint8Array, place: number): Uint8Array {
  return hashes.subarray(place * 32, place * 32 + 32)
}

/** The first place at which two lists of hashes differ, the end of the shorter one included; undefined where they do not. */
export function firstHashDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const shared = Math.min(a.length, b.length)
  for (let byte = 0; byte < shared; byte += 1) if (a[byte] !== b[byte]) return Math.floor(byte / 32)
  return a.length === b.length ? undefined : shared / 32
}
