import type { Language, Period } from '@vigie/engine'
import type { Arguments } from '../command.ts'
import { readAskedPeriod, readAt } from '../judged-facts.ts'
import type { BundleContent } from './bundle-content.ts'
import { continueRecord } from './continue-record.ts'
import type { Difference } from './difference.ts'
import { hashLines, noLines } from './hashed-lines.ts'
import { loadFactsToSeal } from './load-facts-to-seal.ts'
import { type FactKind, factKinds } from './manifest.ts'
import { byKind, linesKnownAt } from './sealed-facts.ts'
import type { BundleDraft } from './write-bundle.ts'

/** The fact files of a bundle in the making. */
export type FactsPut = {
  readonly ok: true
  readonly facts: BundleContent['facts']
  /** Kinds that have a file. */
  readonly given: ReadonlySet<FactKind>
  readonly period: Period | undefined
  readonly at: number
  readonly rejected: number
}

/**
 * Reads the facts that a command line names and writes those known at its instant, after those of an earlier bundle, as
 * the fact files of a new one. What was read is let go on return: the files are what is judged.
 */
export async function putFacts(
  draft: BundleDraft,
  events: string,
  options: Arguments,
  timeZone: string,
  language: Language,
  earlier: BundleContent | undefined,
): Promise<FactsPut | { readonly ok: false; readonly difference: Difference }> {
  const { facts, rejected } = await loadFactsToSeal(events, options, language)
  const period = readAskedPeriod(options, timeZone, facts.record)
  const at = readAt(options.text('at')) ?? period?.to ?? facts.record.lastAt ?? 0
  const knownAt = (instant: number) => linesKnownAt(facts, instant, timeZone)
  const continued = continueRecord(knownAt(at), earlier, knownAt)
  if (!continued.ok) return continued
  const given = new Set(
    factKinds.filter((kind) => kind === 'events' || options.has(kind) || continued.facts[kind].count > 0),
  )
  const files = byKind((kind) =>
    given.has(kind) ? hashLines(draft.put(`${kind}.jsonl`, continued.facts[kind].chunks())) : noLines,
  )
  return { ok: true, facts: files, given, period, at, rejected }
}
