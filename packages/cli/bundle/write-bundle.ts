import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { CommandFailure } from '../failure.ts'
import { type BundleFile, diskFile } from './bundle-file.ts'

/** Throws `CommandFailure` unless nothing, or an empty folder, is at that path. */
export function refuseOccupied(folder: string): void {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    if (codeOf(error) !== 'ENOTDIR') throw failed(folder, error)
    names = [basename(folder)]
  }
  if (names.length > 0)
    throw new CommandFailure({
      fr: `${folder} : existe et n’est pas vide ; un dossier scellé n’est jamais écrit par-dessus`,
      en: `${folder}: exists and is not empty; a sealed folder is never written over`,
    })
}

/** A folder in the making, beside its place: it is there whole, once kept, or not at all. */
export type BundleDraft = {
  /** Writes a file, piece by piece, and gives it back as it was written. */
  put(path: string, chunks: Iterable<Uint8Array>): BundleFile
  has(path: string): boolean
  keep(): void
  /** Leaves nothing behind; once kept, does nothing. */
  drop(): void
}

/** Begins a new folder; throws `CommandFailure` where something is at that path, or where nothing can be written. */
export function openBundleDraft(folder: string): BundleDraft {
  refuseOccupied(folder)
  const place = resolve(folder)
  const draft = join(dirname(place), `.${basename(place)}.${process.pid}.part`)
  const attempt = <Value>(act: () => Value): Value => {
    try {
      return act()
    } catch (error) {
      throw failed(folder, error)
    }
  }
  const made = attempt(() => mkdirSync(dirname(place), { recursive: true }))
  attempt(() => mkdirSync(draft))
  const written = new Set<string>()
  let kept = false
  return {
    has: (path) => written.has(path),
    put: (path, chunks) =>
      attempt(() => {
        written.add(path)
        mkdirSync(dirname(join(draft, path)), { recursive: true })
        return diskFile(join(draft, path), writeWhole(join(draft, path), chunks))
      }),
    keep() {
      attempt(() => renameSync(draft, place))
      kept = true
    },
    drop() {
      if (kept) return
      rmSync(draft, { recursive: true, force: true })
      if (made !== undefined) removeEmpty(dirname(place), made)
    },
  }
}

/** Removes the empty folders that were made on the way to `folder`, from it up to `first`. */
function removeEmpty(folder: string, first: string): void {
  try {
    rmdirSync(folder)
  } catch {
    return
  }
  if (folder !== first && folder !== dirname(folder)) removeEmpty(dirname(folder), first)
}

/** Gives the number of bytes. */
function writeWhole(path: string, chunks: Iterable<Uint8Array>): number {
  const descriptor = openSync(path, 'wx', 0o644)
  let size = 0
  try {
    for (const bytes of chunks) {
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
      size += bytes.length
    }
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  return size
}

function failed(folder: string, error: unknown): Error {
  if (error instanceof CommandFailure) return error
  const code = codeOf(error)
  if (!code) return error instanceof Error ? error : new Error(String(error))
  return new CommandFailure({
    fr: `${folder} : écriture impossible (${code})`,
    en: `${folder}: cannot be written (${code})`,
  })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
