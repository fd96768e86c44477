import { parseInstant } from '@vigie/engine'
import type { BundleContent } from './bundle-content.ts'
import { type Difference, differenceAt } from './difference.ts'
import { factKinds, readManifest } from './manifest.ts'
import { afterEarlier, type FactLines } from './sealed-facts.ts'

/**
 * The facts of a record in the order in which they are sealed: those that an earlier bundle holds first. Refused when what
 * was known at the earlier seal is no longer what that seal holds: a fact that is missing, or that claims to have been known then.
 */
export function continueRecord(
  known: FactLines,
  earlier: BundleContent | undefined,
  knownAt: (instant: number) => FactLines,
): { readonly ok: true; readonly facts: FactLines } | { readonly ok: false; readonly difference: Difference } {
  if (earlier === undefined) return { ok: true, facts: known }
  const then = parseInstant(readManifest(earlier.seals.at(-1) ?? '')?.at ?? '')
  const before = knownAt(typeof then === 'number' ? then : Number.NEGATIVE_INFINITY)
  for (const kind of factKinds) {
    const file = `${kind}.jsonl`
    const now = new Set(before[kind])
    const missing = earlier.facts[kind].findIndex((line) => !now.has(line))
    if (missing >= 0)
      return refused(
        { code: 'entry-removed', file, line: missing + 1, sealed: earlier.facts[kind][missing] ?? '' },
        gone,
      )
    const sealed = new Set(earlier.facts[kind])
    const late = before[kind].find((line) => !sealed.has(line))
    if (late !== undefined) return refused({ code: 'entry-added', file, found: late }, backdated)
  }
  const facts = afterEarlier(known, earlier.facts)
  return facts ? { ok: true, facts } : refused({ code: 'entry-removed', file: 'events.jsonl' }, gone)
}

function refused(place: Omit<Difference, 'message'>, message: Difference['message']) {
  return { ok: false, difference: differenceAt(place, message) } as const
}

const gone = {
  fr: 'ce fait du sceau antérieur n’est plus dans les faits',
  en: 'this fact of the earlier seal is no longer among the facts',
}
const backdated = {
  fr: 'ce fait se dit connu avant le sceau antérieur, qui ne le tient pas ; dire par recordedAt quand il l’a été',
  en: 'this fact says it was known before the earlier seal, which does not hold it; say in recordedAt when it was',
}
