import { answerQuestion } from './answer-question.ts'
import { coverSpace, type ScopeCoverage } from './coverage.ts'
import type { Choice } from './judge-cells.ts'
import { ruleVerdict } from './rule-verdict.ts'
import type { CellCoordinates, ScopeQuestion } from './scope-question.ts'
import { compileSpace, type ScopeSpace } from './scope-space.ts'
import type { ScopeTerms } from './scope-terms.ts'
import type { RuleVerdict, ScopeVerdict, UnknownWord } from './scope-verdict.ts'

/** One version of a scope, ready for many questions. */
export type CompiledScope = {
  readonly terms: ScopeTerms
  readonly space: ScopeSpace
  /** What the rules say of a cell; the same object for cells that no rule tells apart. For tickets by the hundred thousand. */
  judge(cell: CellCoordinates): RuleVerdict
  /** The whole answer: rules, quota, threshold, zone, prerequisites. */
  decide(question: ScopeQuestion): ScopeVerdict
  coverage(): ScopeCoverage
}

export type CompileOptions = {
  /** The name of a calendar or of a price item by its id, for the sentences. Default: the id. */
  readonly nameOf?: (id: string) => string | undefined
}

/** Compiles the scope chapter of a contract once. Throws `ScopeError` (`invalid-scope`) with every fault of its terms. */
export function compileScope(terms: ScopeTerms, { nameOf }: CompileOptions = {}): CompiledScope {
  const space = compileSpace(terms)
  const judged = new Map<string, RuleVerdict>()
  const everything = space.dimensions.map(({ classes }) => [...classes.keys()])
  const byKind = interventionsByKind(terms, space)

  const judge = (cell: CellCoordinates, elsewhere = false): RuleVerdict => {
    let key = ''
    for (const { name, classOf } of space.dimensions) {
      const value = cell[name]
      if (value !== undefined) {
        const found = classOf.get(value)
        if (found === undefined) return unknownValue(space, cell)
        key += `${found},`
      } else if (elsewhere && name === 'site') key += '-,'
      else if (name === 'intervention' && cell.kind !== undefined) key += `${byKind.has(cell.kind) ? cell.kind : ''},`
      else key += ','
    }
    const known = judged.get(key)
    if (known !== undefined) return known
    const verdict = ruleVerdict(space, choicesOf(cell, elsewhere))
    judged.set(key, verdict)
    return verdict
  }

  const choicesOf = (cell: CellCoordinates, elsewhere: boolean): readonly Choice[] =>
    space.dimensions.map(({ name, classOf }, index): Choice => {
      const value = cell[name]
      if (value !== undefined) return [classOf.get(value) ?? 0]
      if (elsewhere && name === 'site') return 'undeclared'
      const ofKind = name === 'intervention' && cell.kind !== undefined ? byKind.get(cell.kind) : undefined
      return ofKind ?? everything[index] ?? []
    })

  return {
    terms,
    space,
    judge: (cell) => judge(cell),
    decide: (question) => answerQuestion(terms, space, judge, (id) => nameOf?.(id) ?? id, question),
    coverage: () => coverSpace(space),
  }
}

/** Kind of ticket → the classes of the interventions that list it. */
function interventionsByKind(
  { interventions }: ScopeTerms,
  { dimensions }: ScopeSpace,
): ReadonlyMap<string, readonly number[]> {
  const dimension = dimensions.find(({ name }) => name === 'intervention')
  const byKind = new Map<string, readonly number[]>()
  for (const one of interventions ?? []) {
    if (typeof one === 'string') continue
    const own = dimension?.classOf.get(one.id)
    if (own === undefined) continue
    for (const kind of one.kinds ?? []) byKind.set(kind, [...new Set([...(byKind.get(kind) ?? []), own])])
  }
  return byKind
}

function unknownValue({ dimensions }: ScopeSpace, cell: CellCoordinates): RuleVerdict {
  const unknown = dimensions.flatMap(({ name, values, classOf }): UnknownWord[] => {
    const value = cell[name]
    return value === undefined || classOf.has(value) ? [] : [{ key: name, value, known: values }]
  })
  return { outcome: 'undetermined', rule: null, clause: null, rules: [], unknown }
}
