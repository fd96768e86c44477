import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { CommandFailure } from '../failure.ts'
import type { BundleFiles } from './bundle-files.ts'

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

/** Writes a whole new folder: beside its place, then renamed, so that it is there whole or not at all. */
export function writeBundle(folder: string, files: BundleFiles): void {
  refuseOccupied(folder)
  const place = resolve(folder)
  const draft = join(dirname(place), `.${basename(place)}.${process.pid}.part`)
  try {
    mkdirSync(dirname(place), { recursive: true })
    mkdirSync(draft)
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true })
      writeWhole(join(draft, path), bytes)
    }
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw failed(folder, error)
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'wx', 0o644)
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function failed(folder: string, error: unknown): Error {
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
