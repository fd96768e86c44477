import type { AssetCard } from './asset-card.ts'
import { candidatesByIdentity, candidatesByNearName } from './match-candidates.ts'
import { type ComparableCard, comparableCards, type MatchReason, type PairScore, scorePair } from './score-pair.ts'

/** From this confidence on two entries are held for one thing; below it a person decides. */
export const MERGE_FROM = 80
/** Below this confidence nothing is proposed. */
export const PROPOSE_FROM = 50

/** Two entries, by their keys, with why they are, or may be, one thing. */
export type AssetMatch = {
  readonly left: string
  readonly right: string
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
}

export type AssetMatching = {
  /** One to one, by left key. */
  readonly matched: readonly AssetMatch[]
  /** Entries left over that may be one thing: never merged. One to one, by left key. */
  readonly proposed: readonly AssetMatch[]
  readonly leftOnly: readonly string[]
  readonly rightOnly: readonly string[]
}

/**
 * Matches the entries of two sources, one to one. First by what identifies a thing, a serial number or a name, the
 * surest pairs first; then, among what is left, by near names. Pairs of one confidence go by their keys; where a near
 * name could go two ways with the same confidence, neither is merged. The order of the sources never matters.
 */
export function matchAssets(left: readonly AssetCard[], right: readonly AssetCard[]): AssetMatching {
  const lefts = comparableCards(left)
  const rights = comparableCards(right)
  const taken = { left: new Set<string>(), right: new Set<string>() }
  const identities = scored(candidatesByIdentity(lefts, rights))
  const matched = assign(identities, taken, MERGE_FROM)
  const free = (side: 'left' | 'right', cards: readonly ComparableCard[]) =>
    cards.filter(({ card }) => !taken[side].has(card.key))
  const near = scored(candidatesByNearName(free('left', lefts), free('right', rights)))
  matched.push(...assign(withoutTies(near), taken, MERGE_FROM))
  const proposed = assign(byConfidence([...identities, ...near]), taken, PROPOSE_FROM, new Set())
  const alone = (side: 'left' | 'right', cards: readonly AssetCard[]) =>
    cards.flatMap(({ key }) => (taken[side].has(key) ? [] : [key])).sort()
  const [leftOnly, rightOnly] = [alone('left', left), alone('right', right)]
  return { matched: matched.sort(byKeys), proposed: proposed.sort(byKeys), leftOnly, rightOnly }
}

type Taken = { readonly left: Set<string>; readonly right: Set<string> }

function scored(pairs: Iterable<readonly [ComparableCard, ComparableCard]>): readonly AssetMatch[] {
  const matches: AssetMatch[] = []
  for (const [left, right] of pairs) {
    const score = scorePair(left, right)
    if (score && score.confidence >= PROPOSE_FROM) matches.push(matchOf(left, right, score))
  }
  return byConfidence(matches)
}

function matchOf(left: ComparableCard, right: ComparableCard, { confidence, reasons }: PairScore): AssetMatch {
  return { left: left.card.key, right: right.card.key, confidence, reasons }
}

/** Takes the pairs in order while both sides are free. `passing`: what was proposed so far, where nothing is to be taken. */
function assign(pairs: readonly AssetMatch[], taken: Taken, from: number, passing?: Set<string>): AssetMatch[] {
  const chosen: AssetMatch[] = []
  for (const pair of pairs) {
    if (pair.confidence < from || taken.left.has(pair.left) || taken.right.has(pair.right)) continue
    const [left, right] = [`l${pair.left}`, `r${pair.right}`]
    if (passing?.has(left) || passing?.has(right)) continue
    chosen.push(pair)
    if (passing) passing.add(left).add(right)
    else {
      taken.left.add(pair.left)
      taken.right.add(pair.right)
    }
  }
  return chosen
}

/** Pairs that no other one of the same confidence contends with for a side. */
function withoutTies(pairs: readonly AssetMatch[]): readonly AssetMatch[] {
  const claims = new Map<string, number>()
  const of = (pair: AssetMatch) => [`l${pair.confidence} ${pair.left}`, `r${pair.confidence} ${pair.right}`]
  for (const claim of pairs.flatMap(of)) claims.set(claim, (claims.get(claim) ?? 0) + 1)
  return pairs.filter((pair) => of(pair).every((claim) => claims.get(claim) === 1))
}

function byConfidence(matches: readonly AssetMatch[]): readonly AssetMatch[] {
  return matches.toSorted((a, b) => b.confidence - a.confidence || byKeys(a, b))
}

function byKeys(a: AssetMatch, b: AssetMatch): number {
  if (a.left !== b.left) return a.left < b.left ? -1 : 1
  if (a.right !== b.right) return a.right < b.right ? -1 : 1
  return 0
}
