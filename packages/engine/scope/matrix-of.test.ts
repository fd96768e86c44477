import { anyScope } from '@vigie/testkit'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compileScope } from './compile-scope.ts'
import { matrixOf } from './matrix-of.ts'
import type { ScopeTerms } from './scope-terms.ts'

const terms = {
  assetClasses: [{ id: 'server' }, { id: 'printer' }],
  sites: [{ id: 'hq' }, { id: 'branch' }, { id: 'plant' }],
  interventions: [{ id: 'support' }, { id: 'evolution' }],
  profiles: [{ id: 'staff' }, { id: 'vip' }],
  rules: [
    { id: 'A', when: { assetClass: 'server' }, then: 'included' },
    { id: 'B', when: { assetClass: 'server', site: 'branch' }, then: 'client', overrides: ['A'] },
  ],
} as const satisfies ScopeTerms

it('is split by what matters only, parts of equal verdicts together', () => {
  const { rows, columns, unsplit, sections } = matrixOf(compileScope(terms))
  expect([rows, columns, unsplit]).toEqual([['server', 'printer'], ['support', 'evolution'], []])
  expect(
    sections.map(({ boxes, verdicts }) => [boxes, verdicts.map((row) => row.map(({ outcome }) => outcome))]),
  ).toEqual([
    [
      [{ site: ['hq', 'plant'] }],
      [
        ['included', 'included'],
        ['gap', 'gap'],
      ],
    ],
    [
      [{ site: ['branch'] }],
      [
        ['client', 'client'],
        ['gap', 'gap'],
      ],
    ],
  ])
})

it('without declared classes or interventions it has one row or column', () => {
  const { rows, columns, sections } = matrixOf(compileScope({ rules: [{ id: 'A', then: 'included' }] }))
  expect([rows, columns, sections[0]?.verdicts[0]?.[0]?.outcome]).toEqual([[''], [''], 'included'])
})

it('beyond a few hundred parts it is not split: cells tell what is possible', () => {
  const values = Array.from({ length: 30 }, (_, index) => `v${index}`)
  const rules = values.map((value, index) => ({
    id: `R${index}`,
    when: { a: value, b: value },
    then: index % 2 === 0 ? ('included' as const) : ('client' as const),
  }))
  const { unsplit, sections } = matrixOf(compileScope({ dimensions: { a: values, b: values }, rules }))
  expect(unsplit).toEqual(['a', 'b'])
  expect(sections[0]?.verdicts[0]?.[0]?.possible?.map(({ outcome }) => outcome).sort()).toEqual([
    'client',
    'gap',
    'included',
  ])
})

it('law: every cell of the matrix is decided, a gap or a conflict once it is split', () => {
  fc.assert(
    fc.property(anyScope, ({ dimensions, rules }) => {
      const { sections } = matrixOf(compileScope({ dimensions, rules } as ScopeTerms))
      for (const { verdicts } of sections)
        for (const { outcome } of verdicts.flat()) expect(outcome).not.toBe('undetermined')
    }),
  )
})
