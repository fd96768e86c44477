import { both, hasRule, isEmpty, type RuleSet, removeRule, without } from '../rule-set.ts'

/** A dimension as a diagram sees it: which members (rules, or boxes) hold each class, and which it tells apart. */
export type DividedDimension = { readonly holds: readonly RuleSet[]; readonly narrows: RuleSet }

/** Level → the members that no dimension from there on narrows: they hold for certain once they are reached. */
export function certainFrom(dimensions: readonly DividedDimension[], all: RuleSet): readonly RuleSet[] {
  const certain: RuleSet[] = [all]
  for (const { narrows } of dimensions.toReversed()) certain.unshift(without(certain[0] ?? all, narrows))
  return certain
}

/** Level → member → the members whose box, from there on, lies within its own; of two equal ones, the later; `undefined`: none. */
export function coveredFrom(
  dimensions: readonly DividedDimension[],
  all: RuleSet,
  count: number,
): readonly (readonly (RuleSet | undefined)[])[] {
  const levels: RuleSet[][] = [Array.from({ length: count }, () => all)]
  for (const dimension of dimensions.toReversed()) {
    const below = levels[0] ?? []
    levels.unshift(below.map((set, member) => both(set, withinIn(dimension, all, member))))
  }
  return levels.map((sets) =>
    sets.map((set, member) => {
      const others = withoutTwins(set, sets, member)
      return isEmpty(others) ? undefined : others
    }),
  )
}

/** The members whose classes in one dimension are among those of `member`. */
function withinIn({ holds }: DividedDimension, all: RuleSet, member: number): RuleSet {
  let within = all
  for (const set of holds) if (!hasRule(set, member)) within = without(within, set)
  return within
}

/** Leaves out the member itself, and the earlier of its equals. */
function withoutTwins(set: RuleSet, sets: readonly RuleSet[], member: number): RuleSet {
  const covered = set.slice()
  for (let other = 0; other <= member; other++) {
    if (!hasRule(covered, other)) continue
    if (hasRule(sets[other] ?? covered, member)) removeRule(covered, other)
  }
  return covered
}
