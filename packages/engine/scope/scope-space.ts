import { checkScope } from './check-scope.ts'
import { compareIds } from './compare-ids.ts'
import { FIVE_DIMENSIONS } from './dimensions.ts'
import { addRule, both, emptySet, fullSet, type RuleSet, removeAll } from './rule-set.ts'
import { invalidScope } from './scope-error.ts'
import { DECLARING_LIST, type RuleTerms, type ScopeTerms, type ValueTerms } from './scope-terms.ts'

/** One dimension of the space, with its declared values in their order. */
export type Dimension = {
  readonly name: string
  readonly values: readonly string[]
  readonly labels: ReadonlyMap<string, string>
  /** Value → its class. */
  readonly classOf: ReadonlyMap<string, number>
  /** Values that no rule tells apart are one class; in the order of their first value. */
  readonly classes: readonly (readonly string[])[]
  /** Class → the rules that hold there. */
  readonly holds: readonly RuleSet[]
  /** The rules that name this dimension, and not all of its values. */
  readonly narrows: RuleSet
  /** The rules that do not name it: those that hold for a value that is not declared (a new site). */
  readonly unnamed: RuleSet
}

/** A scope ready to be asked: rules by number, those that name fewer dimensions first, whatever their order in the contract. */
export type ScopeSpace = {
  readonly dimensions: readonly Dimension[]
  readonly rules: readonly RuleTerms[]
  /** Rule → its outcome with price and third party, as a number; equal numbers are equal outcomes. */
  readonly outcomes: readonly number[]
  /** Rule → the rules that it beats where both apply. */
  readonly beats: readonly RuleSet[]
}

/**
 * Compiles the scope chapter of a contract. O(rules × values). Throws `ScopeError` (`invalid-scope`) with every
 * fault of the terms.
 */
export function compileSpace(scope: ScopeTerms): ScopeSpace {
  const issues = checkScope(scope)
  if (issues.length > 0) throw invalidScope(issues)
  const rules = [...(scope.rules ?? [])].sort((a, b) => namedCount(a) - namedCount(b) || compareIds(a.id, b.id))
  const dimensions = declaredValues(scope)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => dimensionOf(name, values, rules))
  const numbers = new Map(rules.map(({ id }, number) => [id, number]))
  const beats = rules.map(({ overrides }, number) => {
    const set = emptySet(rules.length)
    for (const id of overrides ?? []) addRule(set, numbers.get(id) ?? number)
    return set
  })
  return { dimensions, rules, outcomes: numberOutcomes(rules), beats }
}

/** The values that a rule names in one dimension; `undefined`: it does not name it. */
export function namedValues(when: RuleTerms['when'], dimension: string): readonly string[] | undefined {
  const named = when?.[dimension]
  return typeof named === 'string' ? [named] : named
}

function namedCount({ when }: RuleTerms): number {
  return Object.values(when ?? {}).filter((named) => named !== undefined).length
}

function declaredValues(scope: ScopeTerms): readonly (readonly [string, readonly ValueTerms[]])[] {
  const five = FIVE_DIMENSIONS.map((name) => [name, scope[DECLARING_LIST[name]] ?? []] as const)
  return [...five, ...Object.entries(scope.dimensions ?? {})]
}

function dimensionOf(name: string, declared: readonly ValueTerms[], rules: readonly RuleTerms[]): Dimension {
  const values = declared.map((value) => (typeof value === 'string' ? value : value.id))
  const unnamed = emptySet(rules.length)
  const holding = new Map(values.map((value) => [value, emptySet(rules.length)]))
  for (const [number, { when }] of rules.entries()) {
    const named = namedValues(when, name)
    if (named === undefined) addRule(unnamed, number)
    for (const value of named ?? values) addRule(holding.get(value) ?? unnamed, number)
  }
  const classes: string[][] = []
  const holds: RuleSet[] = []
  const classOf = new Map<string, number>()
  const known = new Map<string, number>()
  for (const [value, set] of holding) {
    const key = set.join(' ')
    const found = known.get(key) ?? classes.length
    if (found === classes.length) {
      known.set(key, found)
      classes.push([])
      holds.push(set)
    }
    classes[found]?.push(value)
    classOf.set(value, found)
  }
  const narrows = fullSet(rules.length)
  removeAll(narrows, holds.reduce(both))
  const labels = new Map(
    declared.flatMap((value) =>
      typeof value === 'string' || value.label === undefined ? [] : [[value.id, value.label] as const],
    ),
  )
  return { name, values, labels, classOf, classes, holds, narrows, unnamed }
}

function numberOutcomes(rules: readonly RuleTerms[]): readonly number[] {
  const known = new Map<string, number>()
  return rules.map(({ then, price, by }) => {
    const key = JSON.stringify([then, price ?? null, by ?? null])
    const number = known.get(key) ?? known.size
    known.set(key, number)
    return number
  })
}
