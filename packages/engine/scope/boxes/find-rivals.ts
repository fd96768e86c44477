import { addAll, addRule, both, emptySet, fullSet, hasRule, keepOnly, type RuleSet } from '../rule-set.ts'
import type { Dimension, ScopeSpace } from '../scope-space.ts'

/** Which rules can stand against each other in some cell. O(rules² × classes ÷ 32). */
export type Rivalry = {
  /** Rule → the rules that it beats and meets somewhere. */
  readonly beats: readonly RuleSet[]
  /** Rule → the rules of another outcome that it meets somewhere, neither beating the other. */
  readonly rivals: readonly RuleSet[]
}

export function findRivals({ dimensions, outcomes, beats }: ScopeSpace): Rivalry {
  const meeting = meetings(dimensions, outcomes.length)
  return {
    beats: beats.map((set, rule) => both(set, meeting[rule] ?? set)),
    rivals: rivalsOf(outcomes, meeting, beats),
  }
}

/** Rule → the rules that hold in some cell where it holds, itself among them. */
function meetings(dimensions: readonly Dimension[], count: number): readonly RuleSet[] {
  return Array.from({ length: count }, (_, rule) => {
    const all = fullSet(count)
    for (const { holds, narrows } of dimensions) {
      if (!hasRule(narrows, rule)) continue
      const some = emptySet(count)
      for (const set of holds) if (hasRule(set, rule)) addAll(some, set)
      keepOnly(all, some)
    }
    return all
  })
}

function rivalsOf(
  outcomes: readonly number[],
  meeting: readonly RuleSet[],
  beats: readonly RuleSet[],
): readonly RuleSet[] {
  return outcomes.map((outcome, rule) => {
    const set = emptySet(outcomes.length)
    for (const [other, otherOutcome] of outcomes.entries()) {
      if (outcome === otherOutcome || !hasRule(meeting[rule] ?? set, other)) continue
      if (!hasRule(beats[rule] ?? set, other) && !hasRule(beats[other] ?? set, rule)) addRule(set, other)
    }
    return set
  })
}
