import { memoryFile, wholeBytes } from './bundle-file.ts'
import type { BundleFiles } from './bundle-files.ts'
import { type HashedLines, hashLines, noLines } from './hashed-lines.ts'
import { type FactKind, type Manifest, readManifest } from './manifest.ts'
import { layoutOf, recordHashes, type Stretch } from './record-layout.ts'
import { byKind } from './sealed-facts.ts'

/** The record of a bundle as it is there; nothing is checked. */
export type BundleContent = {
  readonly facts: Readonly<Record<FactKind, HashedLines>>
  /** Lines of `seals.jsonl`, what they say where they can be read, and their hashes. */
  readonly seals: readonly string[]
  readonly manifests: readonly (Manifest | undefined)[]
  readonly sealHashes: Uint8Array
  readonly layout: readonly Stretch[]
  /** Leaf hashes of the record, in its order. */
  readonly hashes: Uint8Array
}

export function bundleContent(files: BundleFiles): BundleContent {
  const facts = byKind((kind) => hashLines(files.get(`${kind}.jsonl`) ?? noLines.file))
  const seals = linesOf(files, 'seals.jsonl')
  return { facts, ...recordOf(facts, seals, hashLines(files.get('seals.jsonl') ?? noLines.file).hashes) }
}

/** The order and the hashes of a record, from its facts and its manifests. */
export function recordOf(
  facts: BundleContent['facts'],
  seals: readonly string[],
  sealHashes = hashLines(memoryFile(seals.map((line) => `${line}\n`).join(''))).hashes,
): Omit<BundleContent, 'facts'> {
  const manifests = seals.map(readManifest)
  const layout = layoutOf(manifests)
  const hashes = recordHashes(layout, (kind) => (kind === 'seals' ? sealHashes : facts[kind].hashes))
  return { seals, manifests, sealHashes, layout, hashes }
}

/** The text of a file that is small by nature; empty where there is none. */
export function textOf(files: BundleFiles, file: string): string {
  const content = files.get(file)
  return content ? Buffer.from(wholeBytes(content)).toString('utf8') : ''
}

export function contractFile(files: BundleFiles): 'contract.yaml' | 'contract.json' | undefined {
  return (['contract.yaml', 'contract.json'] as const).find((file) => files.has(file))
}

/** Lines without their newlines, of a file that is small by nature; one that does not end with one has its last line too. */
export function linesOf(files: BundleFiles, file: string): readonly string[] {
  const lines = textOf(files, file).split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}
