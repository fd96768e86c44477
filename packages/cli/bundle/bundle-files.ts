import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CommandFailure } from '../failure.ts'
import { type BundleFile, diskFile } from './bundle-file.ts'
import { type Difference, differenceAt } from './difference.ts'
import { factKinds } from './manifest.ts'

/** Files of a bundle by their path in it, `/` between folder and name. */
export type BundleFiles = ReadonlyMap<string, BundleFile>

/** Where amendments and attached documents lie in a bundle. */
export const bundleFolders = ['amendments', 'attachments'] as const

/** Files that every bundle holds, beside its contract. */
export const requiredFiles = [
  'README.txt',
  'SHA256SUMS',
  'checkpoint',
  'figures.json',
  'leaf-hashes.txt',
  'manifest-proof.txt',
  'seals.jsonl',
] as const

/**
 * Lists a bundle; its files are read when they are checked. Takes only regular files with the names that a bundle may have: links, other folders and other names
 * are a difference, never followed or opened. Throws `CommandFailure` when there is no such folder.
 */
export function readBundle(folder: string): { readonly files: BundleFiles; readonly difference?: Difference } {
  const files = new Map<string, BundleFile>()
  const top = listed(folder)
  for (const { name, kind, size } of top) {
    if (kind === 'folder' && bundleFolders.some((one) => one === name)) {
      for (const inner of listed(join(folder, name))) {
        const path = `${name}/${inner.name}`
        if (inner.kind !== 'file' || !isBundleFile(path)) return { files, difference: unsafe(path, inner.kind) }
        files.set(path, diskFile(join(folder, name, inner.name), inner.size))
      }
      continue
    }
    if (kind !== 'file' || !isBundleFile(name)) return { files, difference: unsafe(name, kind) }
    files.set(name, diskFile(join(folder, name), size))
  }
  return { files }
}

/** Whether a bundle may hold a file of that path. */
export function isBundleFile(path: string): boolean {
  const [first = '', second, ...more] = path.split('/')
  if (more.length > 0) return false
  if (second !== undefined) return bundleFolders.some((one) => one === first) && isPlainName(second)
  const known: readonly string[] = [
    ...requiredFiles,
    'contract.yaml',
    'contract.json',
    ...factKinds.map((kind) => `${kind}.jsonl`),
  ]
  return known.includes(first)
}

/** A file name that means the same on every system: letters, digits, space, `.`, `_`, `-`; no dot first. */
export function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}\p{M} ._-]{0,119}$/u.test(name) && !/[ .]$/.test(name)
}

type Listed = { readonly name: string; readonly kind: 'file' | 'folder' | 'other'; readonly size: number }

function listed(folder: string): readonly Listed[] {
  let names: string[]
  try {
    if (lstatSync(folder).isSymbolicLink()) throw Object.assign(new Error(folder), { code: 'ELOOP' })
    names = readdirSync(folder).sort()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code) throw error
    throw new CommandFailure({
      fr: `${folder} : ce n’est pas un dossier scellé lisible (${code})`,
      en: `${folder}: not a sealed folder that can be read (${code})`,
    })
  }
  return names.map((name) => {
    const status = lstatSync(join(folder, name))
    return { name, kind: status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other', size: status.size }
  })
}

function unsafe(file: string, kind: Listed['kind']): Difference {
  return kind === 'other'
    ? differenceAt(
        { code: 'unsafe-file', file },
        { fr: 'ni fichier ni dossier ordinaire (un lien ?)', en: 'neither a plain file nor a plain folder (a link?)' },
      )
    : differenceAt({ code: 'unexpected-file', file }, { fr: 'n’a pas été scellé', en: 'was not sealed' })
}
