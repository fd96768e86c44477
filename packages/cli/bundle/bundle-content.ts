import { parseInstant } from '@vigie/engine'
import type { BundleFiles } from './bundle-files.ts'
import { type BundleInput, type Entry, entriesOf } from './compose-bundle.ts'
import { type FactKind, factKinds, type Manifest, readManifest } from './manifest.ts'
import { byKind, type FactLines } from './sealed-facts.ts'

/** The parts of a bundle as text lines; nothing is checked. */
export type BundleContent = {
  readonly facts: FactLines
  readonly seals: readonly string[]
  readonly leafHashes: readonly string[]
  readonly entries: readonly Entry[]
}

export function bundleContent(files: BundleFiles): BundleContent {
  const facts = byKind((kind) => linesOf(files, `${kind}.jsonl`))
  const seals = linesOf(files, 'seals.jsonl')
  return { facts, seals, leafHashes: linesOf(files, 'leaf-hashes.txt'), entries: entriesOf(facts, seals) }
}

/** What the bundle was made from, by its last manifest; undefined where an instant of it is none. */
export function inputOf(
  files: BundleFiles,
  { facts, seals }: BundleContent,
  manifest: Manifest,
): BundleInput | undefined {
  const at = parseInstant(manifest.at)
  const { period } = manifest
  const from = period === null ? 0 : parseInstant(period.from)
  const to = period === null ? 0 : parseInstant(period.to)
  const contract = contractFile(files)
  if (typeof at !== 'number' || typeof from !== 'number' || typeof to !== 'number' || !contract) return undefined
  return {
    contract: { file: contract, source: textOf(files, contract) },
    amendments: inFolder(files, 'amendments').map((file) => ({ file, source: textOf(files, file) })),
    facts,
    given: givenKinds(files),
    earlier: seals.slice(0, -1),
    attachments: inFolder(files, 'attachments').map((file) => ({ file, bytes: files.get(file) ?? new Uint8Array() })),
    period: period === null ? undefined : { from, to, label: period.label },
    at,
    language: manifest.language,
  }
}

/** The kinds of facts that have a file, perhaps an empty one. */
function givenKinds(files: BundleFiles): ReadonlySet<FactKind> {
  return new Set(factKinds.filter((kind) => files.has(`${kind}.jsonl`)))
}

/** The facts that earlier seals of the same bundle hold. */
export function earlierFacts({ facts, seals }: BundleContent): FactLines {
  const before = readManifest(seals.at(-2) ?? '')
  return byKind((kind) => facts[kind].slice(0, before?.entries[kind] ?? 0))
}

export function textOf(files: BundleFiles, file: string): string {
  return Buffer.from(files.get(file) ?? []).toString('utf8')
}

export function contractFile(files: BundleFiles): 'contract.yaml' | 'contract.json' | undefined {
  return (['contract.yaml', 'contract.json'] as const).find((file) => files.has(file))
}

/** Lines without their newlines; a file that does not end with one has its last line too. */
export function linesOf(files: BundleFiles, file: string): readonly string[] {
  const lines = textOf(files, file).split('\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function inFolder(files: BundleFiles, folder: string): readonly string[] {
  return [...files.keys()].filter((file) => file.startsWith(`${folder}/`)).sort()
}
