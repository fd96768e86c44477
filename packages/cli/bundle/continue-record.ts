import { parseInstant } from '@vigie/engine'
import { leafHash } from '@vigie/engine/seal'
import type { BundleContent } from './bundle-content.ts'
import { joinLines, linesIn } from './bundle-file.ts'
import { type Difference, differenceAt } from './difference.ts'
import { type HashIndex, indexHashes } from './hash-index.ts'
import { type FactKind, factKinds } from './manifest.ts'
import type { OrderedLines } from './ordered-lines.ts'
import { byKind } from './sealed-facts.ts'

type Lines = Readonly<Record<FactKind, OrderedLines>>

/** The bytes of the fact files of a record, in pieces, and how many facts are in each. */
export type FactStreams = Readonly<Record<FactKind, { readonly count: number; chunks(): Iterable<Uint8Array> }>>

/**
 * The facts of a record in the order in which they are sealed: those that an earlier bundle holds first. Refused when what
 * was known at the earlier seal is no longer what that seal holds: a fact that is missing, or that claims to have been known then.
 */
export function continueRecord(
  known: Lines,
  earlier: BundleContent | undefined,
  knownAt: (instant: number) => Lines,
): { readonly ok: true; readonly facts: FactStreams } | { readonly ok: false; readonly difference: Difference } {
  if (earlier === undefined) {
    const facts = byKind((kind) => ({ count: known[kind].count, chunks: () => joinLines(known[kind].lines()) }))
    return { ok: true, facts }
  }
  const then = parseInstant(earlier.manifests.at(-1)?.at ?? '')
  const before = knownAt(typeof then === 'number' ? then : Number.NEGATIVE_INFINITY)
  const sealed = byKind((kind) => indexHashes(earlier.facts[kind].hashes))
  for (const kind of factKinds) {
    const difference = compareThen(kind, before[kind], earlier, sealed[kind])
    if (difference) return { ok: false, difference }
  }
  return { ok: true, facts: byKind((kind) => joined(known[kind], earlier.facts[kind], sealed[kind])) }
}

/** Whether what is said to have been known at the earlier seal is what that seal holds. */
function compareThen(
  kind: FactKind,
  before: OrderedLines,
  { facts }: BundleContent,
  sealed: HashIndex,
): Difference | undefined {
  const file = `${kind}.jsonl`
  const earlier = facts[kind]
  const still = new Uint8Array(earlier.count)
  let late: string | undefined
  for (const line of before.lines()) {
    const place = sealed.find(leafHash(line))
    if (place >= 0) still[place] = 1
    else late ??= textOf(line)
  }
  const missing = still.indexOf(0)
  if (missing >= 0)
    return differenceAt(
      { code: 'entry-removed', file, line: missing + 1, sealed: lineAt(earlier.file.chunks(), missing) },
      gone,
    )
  return late === undefined ? undefined : differenceAt({ code: 'entry-added', file, found: late }, backdated)
}

function joined(known: OrderedLines, earlier: BundleContent['facts'][FactKind], sealed: HashIndex) {
  function* later() {
    for (const line of known.lines()) if (sealed.find(leafHash(line)) < 0) yield line
  }
  return {
    count: known.count,
    *chunks() {
      yield* earlier.file.chunks()
      yield* joinLines(later())
    },
  }
}

function lineAt(chunks: Iterable<Uint8Array>, place: number): string {
  let number = 0
  for (const line of linesIn(chunks)) if (number++ === place) return textOf(line)
  return ''
}

function textOf(line: Uint8Array): string {
  return Buffer.from(line).toString('utf8')
}

const gone = {
  fr: 'ce fait du sceau antérieur n’est plus dans les faits',
  en: 'this fact of the earlier seal is no longer among the facts',
}
const backdated = {
  fr: 'ce fait se dit connu avant le sceau antérieur, qui ne le tient pas ; dire par recordedAt quand il l’a été',
  en: 'this fact says it was known before the earlier seal, which does not hold it; say in recordedAt when it was',
}
