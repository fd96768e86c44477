import fc from 'fast-check'
import type { NaiveRule } from './naive/scope.ts'

export type RandomScope = {
  readonly dimensions: Readonly<Record<string, readonly string[]>>
  readonly rules: readonly NaiveRule[]
}

const OUTCOMES = ['included', 'on-demand', 'excluded', 'client', 'third-party'] as const

/** Small scopes of two to four dimensions; a rule beats earlier ones only, so that none beats itself. */
export const anyScope: fc.Arbitrary<RandomScope> = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 })
  .map((sizes) => Object.fromEntries(sizes.map((size, at) => [`d${at}`, valuesOf(at, size)])))
  .chain((dimensions) =>
    fc.array(anyRule(dimensions), { maxLength: 8 }).map((rules) => ({
      dimensions,
      rules: rules.map(
        ({ beaten, ...rule }, at): NaiveRule => ({
          id: `R${at}`,
          ...rule,
          ...(beaten.some((other) => other < at) && {
            overrides: [...new Set(beaten.filter((other) => other < at).map((other) => `R${other}`))],
          }),
        }),
      ),
    })),
  )

function anyRule(dimensions: RandomScope['dimensions']) {
  const when = fc.record(
    Object.fromEntries(
      Object.entries(dimensions).map(([name, values]) => [
        name,
        fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1 })),
      ]),
    ),
    { requiredKeys: [] },
  )
  return fc.record(
    {
      when: when as fc.Arbitrary<Record<string, string | string[]>>,
      then: fc.constantFrom(...OUTCOMES),
      price: fc.constantFrom('A', 'B'),
      beaten: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    },
    { requiredKeys: ['then', 'beaten'] },
  )
}

function valuesOf(at: number, size: number): string[] {
  return Array.from({ length: size }, (_, value) => `v${at}-${value}`)
}
