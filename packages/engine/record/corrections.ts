import { recordedAtOf } from './canonical-order.ts'
import { type EventStore, WITHDRAWAL } from './event-store.ts'

/** Correction → the fact that it corrects; both are facts of one ticket, and no chain of them closes on itself. */
export type Corrections = ReadonlyMap<number, number>

/**
 * What is left of one ticket's known facts once corrections are applied, in the order given. Facts are numbered in their
 * canonical order. The last word on a fact
 * holds: of its known corrections the one recorded last, ties by the canonical order. A correction that was itself
 * withdrawn never was; one that was itself corrected says what its own correction says.
 */
export function applyCorrections(
  store: EventStore,
  facts: readonly number[],
  corrections: Corrections,
): readonly number[] {
  const words = new Map<number, number[]>()
  for (const fact of facts) {
    const target = corrections.get(fact)
    if (target === undefined) continue
    const said = words.get(target)
    if (said) said.push(fact)
    else words.set(target, [fact])
  }
  if (words.size === 0) return facts
  for (const said of words.values()) said.sort((a, b) => recordedAtOf(store, b) - recordedAtOf(store, a) || b - a)
  const outcomes = settle(store, facts, words)
  const known = new Set(facts)
  const standing = new Set<number>()
  for (const fact of facts) {
    const target = corrections.get(fact)
    // A correction speaks through the fact it corrects; where that one is not known yet, it stands for itself.
    if (target !== undefined && known.has(target)) continue
    const outcome = outcomes.get(fact)
    if (typeof outcome === 'number' && store.type[outcome] !== WITHDRAWAL) standing.add(outcome)
  }
  return facts.filter((fact) => standing.has(fact))
}

/** The fact that holds in a fact's place; `gone` where it was withdrawn; itself, a withdrawal, where that stands. */
type Outcome = number | 'gone'

/** Corrections first, then what they correct; without recursion, for a chain may be long. */
function settle(
  store: EventStore,
  facts: readonly number[],
  words: ReadonlyMap<number, readonly number[]>,
): Map<number, Outcome> {
  const outcomes = new Map<number, Outcome>()
  const open = [...facts]
  for (let fact = open.pop(); fact !== undefined; fact = open.pop()) {
    if (outcomes.has(fact)) continue
    const said = words.get(fact) ?? []
    const waiting = said.filter((word) => !outcomes.has(word))
    if (waiting.length > 0) open.push(fact, ...waiting)
    else outcomes.set(fact, lastWord(store, fact, said, outcomes))
  }
  return outcomes
}

function lastWord(
  store: EventStore,
  fact: number,
  said: readonly number[],
  outcomes: ReadonlyMap<number, Outcome>,
): Outcome {
  for (const word of said) {
    const outcome = outcomes.get(word)
    if (outcome === undefined || outcome === 'gone') continue
    return store.type[outcome] === WITHDRAWAL ? 'gone' : outcome
  }
  return fact
}
