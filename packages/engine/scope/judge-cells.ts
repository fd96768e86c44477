import { createDiagram, type Diagram, labelOf, leafOf, NOTHING, type Target } from './boxes/diagram.ts'
import { certainFrom, type DividedDimension } from './boxes/divided-space.ts'
import {
  both,
  either,
  emptySet,
  fullSet,
  isEmpty,
  isWithin,
  keyOf,
  type RuleSet,
  removeAll,
  rulesIn,
  without,
} from './rule-set.ts'
import type { ScopeSpace } from './scope-space.ts'

/** Of one dimension: the classes that are possible, or a value that the contract does not declare (a new site). */
export type Choice = readonly number[] | 'undeclared'

/** What the rules say over the cells that the choices leave. `rules`: those that stand, by number. */
export type Judgement = { readonly kind: 'gap' | 'decided' | 'conflict'; readonly rules: readonly number[] }

/** One judgement for all cells, or those that remain and the dimensions that tell them apart. */
export type Judged =
  | { readonly kind: 'one'; readonly judgement: Judgement }
  | { readonly kind: 'several'; readonly judgements: readonly Judgement[]; readonly decisive: readonly number[] }

/**
 * Judges every cell that the choices leave, without visiting them. Judgements of the same outcome are one. Past
 * `MOST_VISITS` parts the judgements found so far are given, and every dimension that some rule narrows is decisive.
 */
export function judgeCells(space: ScopeSpace, choices: readonly Choice[]): Judged {
  const count = space.rules.length
  let alive = fullSet(count)
  const open: DividedDimension[] = []
  const asked: number[] = []
  for (const [index, choice] of choices.entries()) {
    const dimension = space.dimensions[index]
    if (dimension === undefined) continue
    const holds = choice === 'undeclared' ? [dimension.unnamed] : choice.map((one) => dimension.holds[one] ?? alive)
    alive = both(alive, holds.reduce(either, emptySet(count)))
    if (holds.length < 2) continue
    const narrows = without(fullSet(count), holds.reduce(both))
    open.push({ holds, narrows })
    asked.push(index)
  }
  return judge(space, open, asked, alive)
}

const MOST_VISITS = 20_000

function judge(space: ScopeSpace, open: readonly DividedDimension[], asked: readonly number[], all: RuleSet): Judged {
  const { beats, outcomes } = space
  const diagram = createDiagram(open.map(({ holds }) => holds.length))
  const certain = certainFrom(open, all)
  const known = open.map(() => new Map<string, Target>())
  const labels = new Map<string, number>()
  const judgements: Judgement[] = []
  let visits = 0

  const leaf = (kind: Judgement['kind'], standing: RuleSet): Target => {
    const rules = rulesIn(standing)
    const key = kind === 'decided' ? `decided ${outcomes[rules[0] ?? 0]}` : kind
    const label = labels.get(key) ?? judgements.length
    if (label === judgements.length) {
      labels.set(key, label)
      judgements.push({ kind, rules })
    }
    return leafOf(label)
  }

  const draw = (level: number, alive: RuleSet): Target => {
    if (isEmpty(alive)) return leaf('gap', alive)
    const sure = both(alive, certain[level] ?? alive)
    const candidates = alive.slice()
    for (const rule of rulesIn(sure)) removeAll(candidates, beats[rule] ?? sure)
    const agree = new Set(rulesIn(candidates).map((rule) => outcomes[rule])).size === 1
    if (!isEmpty(sure) && agree) return leaf('decided', certainAmong(candidates, sure))
    if (isWithin(alive, sure)) return leaf('conflict', candidates)
    const key = keyOf(alive)
    const found = known[level]?.get(key)
    if (found !== undefined) return found
    if (++visits > MOST_VISITS) return NOTHING
    const target = diagram.node(level, open[level]?.holds.map((holds) => draw(level + 1, both(alive, holds))) ?? [])
    known[level]?.set(key, target)
    return target
  }

  const root = draw(0, all.slice())
  const only = labelOf(root)
  const judgement = only === undefined ? undefined : judgements[only]
  if (judgement !== undefined && visits <= MOST_VISITS) return { kind: 'one', judgement }
  const levels = visits > MOST_VISITS ? new Set(open.keys()) : levelsUnder(diagram, root)
  return { kind: 'several', judgements, decisive: asked.filter((_, level) => levels.has(level)) }
}

/** The candidates that hold for certain, where there are any. */
function certainAmong(candidates: RuleSet, sure: RuleSet): RuleSet {
  const certain = both(candidates, sure)
  return isEmpty(certain) ? candidates : certain
}

/** Equal parts are one node and what changes nothing is skipped: the levels that are left are those that matter. */
function levelsUnder({ nodes }: Diagram, root: Target): ReadonlySet<number> {
  const levels = new Set<number>()
  const seen = new Set<Target>([root])
  for (const target of seen) {
    const node = nodes[target]
    if (node === undefined) continue
    levels.add(node.level)
    for (const child of node.children) seen.add(child)
  }
  return levels
}
