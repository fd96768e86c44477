// Scopes of ten dimensions and five hundred rules, from a seed: contracts as they are written, and nasty ones.
import type { RuleTerms, ScopeOutcome, ScopeTerms } from '@vigie/engine/scope'

export type ScopeFamily = { readonly name: string; readonly make: () => ScopeTerms }

const RULES = 500
const OUTCOMES: readonly ScopeOutcome[] = ['included', 'on-demand', 'excluded', 'client', 'third-party']

export const SCOPE_FAMILIES: readonly ScopeFamily[] = [
  { name: 'a base by class and intervention, exceptions that override what came before', make: () => layered(5, true) },
  { name: 'the same, exceptions override the base alone', make: () => layered(5, false) },
  { name: 'each rule overrides all before it', make: () => decisionList(3, () => true) },
  { name: 'each rule overrides nearly all before it', make: () => decisionList(4, (next) => next(1000) > 1) },
  { name: 'one outcome, three dimensions a rule', make: () => random(2, 5, () => 3, ['included']) },
  { name: 'random outcomes, one to four dimensions a rule', make: () => random(1, 5, (next) => 1 + next(4), OUTCOMES) },
  {
    name: 'random outcomes, three to five dimensions a rule',
    make: () => random(7, 4, (next) => 3 + next(3), OUTCOMES),
  },
  { name: 'an answer beyond listing: 1 % of 8^10 cells by each rule', make: () => random(2, 8, () => 4, ['included']) },
]

/** A whole number below its argument. */
type Next = (below: number) => number

function random(
  seed: number,
  size: number,
  count: (next: Next) => number,
  outcomes: readonly ScopeOutcome[],
): ScopeTerms {
  const next = generator(seed)
  const dimensions = equalDimensions(size)
  const rules = Array.from({ length: RULES }, (_, number) =>
    rule(number, box(next, dimensions, count(next)), outcomes[next(outcomes.length)] ?? 'included', []),
  )
  return { dimensions, rules }
}

function decisionList(seed: number, beats: (next: Next) => boolean): ScopeTerms {
  const next = generator(seed)
  const dimensions = equalDimensions(6)
  const rules = Array.from({ length: RULES }, (_, number) => {
    const when = number === 0 ? {} : box(next, dimensions, 1 + next(4))
    const earlier = Array.from({ length: number }, (_, other) => `R${other}`)
    return rule(
      number,
      when,
      OUTCOMES[next(5)] ?? 'included',
      earlier.filter(() => beats(next)),
    )
  })
  return { dimensions, rules }
}

/** Twelve classes by ten interventions on forty sites, and further dimensions. */
function layered(seed: number, overAll: boolean): ScopeTerms {
  const next = generator(seed)
  const sizes = {
    assetClass: 12,
    site: 40,
    profile: 5,
    intervention: 10,
    mode: 2,
    shift: 3,
    criticality: 4,
    environment: 3,
    system: 5,
    season: 2,
  }
  const values = Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, valuesOf(name, size)]))
  const { assetClass = [], site = [], profile = [], intervention = [], mode = [], ...further } = values
  const rules: RuleTerms[] = assetClass.flatMap((one) =>
    intervention.map(
      (other): RuleTerms => ({
        id: `B-${one}-${other}`,
        when: { assetClass: one, intervention: other },
        then: OUTCOMES[next(3)] ?? 'included',
      }),
    ),
  )
  const base = rules.map(({ id }) => id)
  while (rules.length < RULES) {
    const beaten = overAll ? rules.map(({ id }) => id) : base
    rules.push(rule(rules.length, neighbours(next, values, 2 + next(3)), OUTCOMES[next(5)] ?? 'included', beaten))
  }
  return {
    assetClasses: assetClass,
    sites: site,
    profiles: profile,
    interventions: intervention,
    modes: mode,
    dimensions: further,
    rules,
  }
}

function rule(
  number: number,
  when: Readonly<Record<string, readonly string[]>>,
  outcome: ScopeOutcome,
  overrides: readonly string[],
): RuleTerms {
  return { id: `R${number}`, when, then: outcome, ...(overrides.length > 0 && { overrides }) }
}

/** Some dimensions, three values in ten of each. */
function box(next: Next, dimensions: Readonly<Record<string, readonly string[]>>, count: number) {
  return choose(next, dimensions, count, (values) => values.filter(() => next(10) < 3))
}

/** Some dimensions, a run of up to a quarter of the values of each. */
function neighbours(next: Next, dimensions: Readonly<Record<string, readonly string[]>>, count: number) {
  return choose(next, dimensions, count, (values) => {
    const start = next(values.length)
    const length = 1 + next(Math.max(1, values.length >> 2))
    return [...values, ...values].slice(start, start + length)
  })
}

function choose(
  next: Next,
  dimensions: Readonly<Record<string, readonly string[]>>,
  count: number,
  some: (values: readonly string[]) => readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const names = Object.keys(dimensions)
  const when: Record<string, readonly string[]> = {}
  while (Object.keys(when).length < count) {
    const name = names[next(names.length)] ?? ''
    const values = dimensions[name] ?? []
    const chosen = some(values)
    when[name] ??= chosen.length > 0 ? chosen : [values[next(values.length)] ?? '']
  }
  return when
}

function equalDimensions(size: number): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`d${at}`, valuesOf(`d${at}`, size)]))
}

function valuesOf(name: string, size: number): readonly string[] {
  return Array.from({ length: size }, (_, value) => `${name}-${value}`)
}

/** A linear congruential generator: the same scopes on every machine. */
function generator(seed: number): Next {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}
