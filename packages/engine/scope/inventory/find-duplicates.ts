import type { AssetCard } from './asset-card.ts'
import { nameKey } from './normal-name.ts'
import { readAlike } from './normal-serial.ts'
import { type ComparableCard, comparableCards, type MatchReason, scorePair } from './score-pair.ts'

/** An entry that says again what another one of the same source says. */
export type Duplicate = {
  readonly key: string
  /** The entry that is kept. */
  readonly of: string
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
}

/**
 * Entries of one source that are one thing: one serial number, or one name to the way of writing and no serial numbers
 * that contradict it. Of each the first in the order given is kept. Near names are not enough within one source: parks
 * are numbered.
 */
export function findDuplicates(cards: readonly AssetCard[], mergeFrom: number): readonly Duplicate[] {
  const comparable = comparableCards(cards.map(({ label, ...card }) => card))
  const kept = new Map<string, ComparableCard[]>()
  const duplicates: Duplicate[] = []
  for (const card of comparable) {
    const keys = keysOf(card)
    const found = keys
      .flatMap((key) => kept.get(key) ?? [])
      .map((first) => ({ first, score: scorePair(first, card) }))
      .find(({ score }) => score !== undefined && score.confidence >= mergeFrom)
    if (found?.score) duplicates.push({ key: card.card.key, of: found.first.card.key, ...found.score })
    else for (const key of keys) kept.set(key, [...(kept.get(key) ?? []), card])
  }
  return duplicates
}

function keysOf({ serial, names }: ComparableCard): readonly string[] {
  return [...(serial === undefined ? [] : [`s${readAlike(serial)}`]), ...names.map((name) => `n${nameKey(name)}`)]
}
