import {
  addRule,
  both,
  either,
  emptySet,
  firstShared,
  isEmpty,
  isWithin,
  keepMeeting,
  keyOf,
  meets,
  type RuleSet,
  removeAll,
  rulesIn,
} from '../rule-set.ts'
import { createDiagram, leafOf, NOTHING, type Target } from './diagram.ts'
import { certainFrom, type DividedDimension } from './divided-space.ts'
import type { Drawn } from './draw-cover.ts'
import type { Rivalry } from './find-rivals.ts'

/** The rules that contradict each other, by the label of the leaf. */
export type ConflictsDrawn = Drawn & { readonly rules: readonly (readonly number[])[] }

/**
 * Draws the cells where unbeaten rules of different outcome meet. `every`: a leaf names every unbeaten rule of its
 * cells; `two`: a pair of rules that contradict each other throughout the box, as soon as there is one. `undefined`
 * past the limit of nodes.
 */
export function drawConflicts(
  { beats, rivals }: Rivalry,
  dimensions: readonly DividedDimension[],
  tell: 'every' | 'two',
  limit: number,
): ConflictsDrawn | undefined {
  const count = rivals.length
  const diagram = createDiagram(dimensions.map(({ holds }) => holds.length))
  const rivalled = emptySet(count)
  const beating = emptySet(count)
  for (const [rule, set] of rivals.entries()) if (!isEmpty(set)) addRule(rivalled, rule)
  for (const [rule, set] of beats.entries()) if (meets(set, rivalled)) addRule(beating, rule)
  const certain = certainFrom(dimensions, either(rivalled, beating))
  const known = dimensions.map(() => new Map<string, Target>())
  const labels = new Map<string, number>()
  const rules: (readonly number[])[] = []
  const leaf = (set: RuleSet): Target => {
    const key = keyOf(set)
    const label = labels.get(key) ?? rules.length
    if (label === rules.length) {
      labels.set(key, label)
      rules.push(rulesIn(set))
    }
    return leafOf(label)
  }
  let visits = 0

  /** `standing`: rules that hold so far and may be unbeaten; `beaters`: rules that hold so far and beat some of them. */
  const draw = (level: number, standing: RuleSet, beaters: RuleSet): Target => {
    const sure = certain[level] ?? standing
    for (const rule of meets(beaters, sure) ? rulesIn(both(beaters, sure)) : [])
      removeAll(standing, beats[rule] ?? standing)
    keepMeeting(standing, rivals, standing)
    if (isEmpty(standing)) return NOTHING
    keepMeeting(beaters, beats, standing)
    if (isEmpty(beaters) && isWithin(standing, sure)) return leaf(standing)
    if (tell === 'two') {
      const pair = surePair(standing, beaters, sure)
      if (pair) return leaf(pair)
    }
    const key = keyOf(standing) + keyOf(beaters)
    const found = known[level]?.get(key)
    if (found !== undefined) return found
    if (++visits > limit) return NOTHING
    const children =
      dimensions[level]?.holds.map((holds) => draw(level + 1, both(standing, holds), both(beaters, holds))) ?? []
    const target = diagram.node(level, children)
    known[level]?.set(key, target)
    return target
  }

  /** The two most general rules of different outcome that hold for certain and that nothing can beat any more. */
  const surePair = (standing: RuleSet, beaters: RuleSet, sure: RuleSet): RuleSet | undefined => {
    const safe = both(standing, sure)
    for (const rule of rulesIn(beaters)) removeAll(safe, beats[rule] ?? safe)
    if (isEmpty(safe)) return undefined
    for (const rule of rulesIn(safe)) {
      const rival = firstShared(rivals[rule] ?? safe, safe)
      if (rival < 0) continue
      const pair = emptySet(count)
      addRule(pair, rule)
      addRule(pair, rival)
      return pair
    }
    return undefined
  }

  const root = draw(0, rivalled.slice(), beating.slice())
  return visits > limit ? undefined : { diagram, root, rules }
}
