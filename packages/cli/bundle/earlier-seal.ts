import { lstatSync, readFileSync } from 'node:fs'
import { bundleContent, textOf } from './bundle-content.ts'
import { readBundle } from './bundle-files.ts'
import type { EarlierSeal } from './check-extension.ts'
import type { Difference } from './difference.ts'

/** An earlier seal, by its folder or by its file `checkpoint` alone; throws `CommandFailure` when there is neither. */
export function readEarlierSeal(path: string): { readonly seal: EarlierSeal } & { readonly difference?: Difference } {
  if (isFile(path)) return { seal: { checkpoint: readFileSync(path, 'utf8') } }
  const { files, difference } = readBundle(path)
  if (difference) return { seal: { checkpoint: '' }, difference }
  return { seal: { checkpoint: textOf(files, 'checkpoint'), content: bundleContent(files) } }
}

/** Whether there is a plain file at that path, and no link. */
export function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}
