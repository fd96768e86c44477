import { parseInstant } from '@vigie/engine'
import { type BundleContent, contractFile, textOf } from './bundle-content.ts'
import type { BundleFiles } from './bundle-files.ts'
import type { BundleInput } from './compose-bundle.ts'
import { type FactKind, factKinds, type Manifest } from './manifest.ts'

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
    attachments: inFolder(files, 'attachments').flatMap((file) => {
      const content = files.get(file)
      return content ? [{ file, content }] : []
    }),
    period: period === null ? undefined : { from, to, label: period.label },
    at,
    language: manifest.language,
  }
}

/** The kinds of facts that have a file, perhaps an empty one. */
function givenKinds(files: BundleFiles): ReadonlySet<FactKind> {
  return new Set(factKinds.filter((kind) => files.has(`${kind}.jsonl`)))
}

function inFolder(files: BundleFiles, folder: string): readonly string[] {
  return [...files.keys()].filter((file) => file.startsWith(`${folder}/`)).sort()
}
