import { leafHash } from '@vigie/engine/seal'
import type { BundleContent } from './bundle-content.ts'
import { linesIn } from './bundle-file.ts'
import { type Difference, differenceAt } from './difference.ts'
import { indexHashes } from './hash-index.ts'
import { type FactKind, factKinds } from './manifest.ts'
import { datedLines, type FactSet } from './sealed-facts.ts'

/**
 * Whether each line of the fact files is what Vigie writes of that fact: canonical, known by then, once, and after those of
 * earlier seals in the order in which they were known. `facts` are those lines, read again. No text is kept: 16 bytes a line.
 */
export function checkOrder(
  content: BundleContent,
  facts: FactSet,
  at: number,
  timeZone: string,
): Difference | undefined {
  for (const kind of factKinds) {
    const line = wrongLine(content, kind, facts, at, timeZone)
    if (line !== undefined)
      return differenceAt(
        { code: 'facts-not-canonical', file: `${kind}.jsonl`, line: line + 1 },
        {
          fr: 'ce fait n’est pas écrit, connu ou rangé comme un fait scellé doit l’être',
          en: 'this fact is not written, known or ordered as a sealed fact must be',
        },
      )
  }
  return undefined
}

/** The first such line that is not, from 0. */
function wrongLine(
  { facts: sealed, manifests }: BundleContent,
  kind: FactKind,
  facts: FactSet,
  at: number,
  timeZone: string,
): number | undefined {
  const { count, hashes, file } = sealed[kind]
  if (count === 0) return undefined
  const index = indexHashes(hashes)
  const encoder = new TextEncoder()
  const knownAt = new Float64Array(count).fill(Number.NaN)
  for (const { instant, line } of datedLines(facts, kind, timeZone)) {
    const place = instant === undefined || instant > at ? -1 : index.find(leafHash(encoder.encode(line)))
    if (place >= 0) knownAt[place] = instant as number
  }
  const begun = manifests.at(-2)?.entries[kind] ?? 0
  let place = 0
  let before: Uint8Array | undefined
  for (const line of linesIn(file.chunks())) {
    const instant = knownAt[place] as number
    const earlier = place > begun ? (knownAt[place - 1] as number) : Number.NEGATIVE_INFINITY
    const follows =
      earlier < instant || (earlier === instant && before !== undefined && Buffer.compare(before, line) < 0)
    if (Number.isNaN(instant) || (place >= begun && !follows)) return place
    before = line
    place += 1
  }
  return undefined
}
