import { both, hasRule, isEmpty, keyOf, meets, type RuleSet, removeAll } from '../rule-set.ts'
import { createDiagram, type Diagram, leafOf, NOTHING, type Target } from './diagram.ts'
import { certainFrom, coveredFrom, type DividedDimension } from './divided-space.ts'

/** The diagram of what a union of boxes covers, or of what it leaves open; `undefined` past the limit of nodes. */
export type Drawn = { readonly diagram: Diagram; readonly root: Target }

/**
 * Draws a union of boxes over dimensions in the order given. Where a box holds for certain the rest is covered; a box
 * within another is forgotten; equal rests are drawn once.
 */
export function drawCover(
  dimensions: readonly DividedDimension[],
  all: RuleSet,
  count: number,
  tell: 'covered' | 'open',
  limit: number,
): Drawn | undefined {
  const diagram = createDiagram(dimensions.map(({ holds }) => holds.length))
  const certain = certainFrom(dimensions, all)
  const covered = coveredFrom(dimensions, all, count)
  const [whenCovered, whenOpen] = tell === 'covered' ? [leafOf(0), NOTHING] : [NOTHING, leafOf(0)]
  const known = dimensions.map(() => new Map<string, Target>())
  let visits = 0
  const draw = (level: number, alive: RuleSet): Target => {
    if (isEmpty(alive)) return whenOpen
    if (meets(alive, certain[level] ?? alive)) return whenCovered
    forgetCovered(alive, covered[level] ?? [])
    const key = keyOf(alive)
    const found = known[level]?.get(key)
    if (found !== undefined) return found
    if (++visits > limit) return NOTHING
    const children = dimensions[level]?.holds.map((holds) => draw(level + 1, both(alive, holds))) ?? []
    const target = diagram.node(level, children)
    known[level]?.set(key, target)
    return target
  }
  const root = draw(0, all.slice())
  return visits > limit ? undefined : { diagram, root }
}

/** Takes out the members whose rest lies within that of another; bit by bit, as this is where the time goes. */
function forgetCovered(alive: RuleSet, covered: readonly (RuleSet | undefined)[]): void {
  for (let word = 0; word < alive.length; word++) {
    for (let bits = alive[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const member = word * 32 + 31 - Math.clz32(bits & -bits)
      const others = covered[member]
      if (others !== undefined && hasRule(alive, member)) removeAll(alive, others)
    }
  }
}
