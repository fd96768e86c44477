import {
  anyScope,
  everyCell,
  fewestByTrying,
  judgeCell,
  type NaiveCell,
  type NaiveRule,
  shuffled,
} from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Box } from './box.ts'
import { coverage, type ScopeCoverage } from './coverage.ts'
import { ScopeError } from './scope-error.ts'
import type { RuleTerms, ScopeTerms } from './scope-terms.ts'

const named = (...ids: string[]) => ids.map((id) => ({ id }))
const small = {
  assetClasses: named('server', 'workstation', 'printer'),
  sites: named('hq', 'branch'),
  modes: named('remote', 'onsite'),
  rules: [
    { id: 'R1', clause: '1.1', when: { assetClass: ['server', 'workstation'] }, then: 'included' },
    { id: 'R2', when: { assetClass: 'printer', mode: 'remote' }, then: 'third-party', by: 'Bailleur' },
    { id: 'R3', when: { site: 'branch', mode: 'onsite' }, then: 'on-demand', price: 'VISIT', overrides: ['R1'] },
  ],
} as const satisfies ScopeTerms

describe('coverage of a small scope', () => {
  it('names the only gap as one box', () => {
    expect(coverage(small)).toEqual({
      cells: 12,
      decided: 11,
      gaps: [{ assetClass: ['printer'], site: ['hq'], mode: ['onsite'] }],
      conflicts: [],
    })
  })

  it('a scope without rules is one gap of all its cells', () => {
    expect(coverage({ ...small, rules: [] })).toMatchObject({
      decided: 0,
      gaps: [{ assetClass: ['server', 'workstation', 'printer'], site: ['hq', 'branch'], mode: ['remote', 'onsite'] }],
    })
  })

  it('a scope without dimensions is one cell', () => {
    expect(coverage({})).toEqual({ cells: 1, decided: 0, gaps: [{}], conflicts: [] })
    expect(coverage({ rules: [{ id: 'R', then: 'included' }] })).toEqual({
      cells: 1,
      decided: 1,
      gaps: [],
      conflicts: [],
    })
  })

  it('an empty list of values counts as one anonymous value', () => {
    expect(coverage({ ...small, profiles: [] }).cells).toBe(12)
  })

  it('a conflict names every unbeaten rule of its cells, and who else meets in a part of it', () => {
    const rules: RuleTerms[] = [
      { id: 'A', then: 'included' },
      { id: 'B', when: { assetClass: 'printer' }, then: 'excluded' },
      { id: 'C', when: { site: 'hq' }, then: 'client', overrides: ['A'] },
    ]
    expect(coverage({ ...small, modes: [], rules }).conflicts).toEqual([
      { assetClass: ['printer'], site: ['hq'], rules: ['B', 'C'] },
      { assetClass: ['printer'], site: ['branch'], rules: ['A', 'B'] },
    ])
  })

  it.each<[string, Partial<RuleTerms>, number]>([
    ['the same outcome', {}, 0],
    ['another outcome', { then: 'excluded' }, 1],
    ['another price', { price: 'B' }, 1],
    ['another third party', { by: 'B' }, 1],
    ['another outcome, beaten', { then: 'excluded', overrides: ['A'] }, 0],
  ])('two rules on the same cells: %s', (_, other, conflicts) => {
    const rules: RuleTerms[] = [
      { id: 'A', then: 'third-party', price: 'A', by: 'A' },
      { id: 'B', then: 'third-party', price: 'A', by: 'A', ...other },
    ]
    expect(coverage({ rules }).conflicts).toHaveLength(conflicts)
  })

  it('a beaten rule still beats: what it names does not come back', () => {
    const rules: RuleTerms[] = [
      { id: 'A', then: 'included' },
      { id: 'B', then: 'excluded', overrides: ['A'] },
      { id: 'C', then: 'client', overrides: ['B'] },
    ]
    expect(coverage({ rules })).toMatchObject({ decided: 1, conflicts: [] })
  })

  it('a rule beats only where both apply: through a rule that does not apply, nothing is beaten', () => {
    const rules: RuleTerms[] = [
      { id: 'A', then: 'included' },
      { id: 'B', when: { site: 'hq' }, then: 'excluded', overrides: ['A'] },
      { id: 'C', then: 'client', overrides: ['B'] },
    ]
    expect(coverage({ sites: named('hq', 'branch'), rules }).conflicts).toEqual([
      { site: ['branch'], rules: ['A', 'C'] },
    ])
  })

  it('rules are told in the order of their numbers', () => {
    const rules = [10, 9, 2].map((n): RuleTerms => ({ id: `PER-${n}`, then: 'on-demand', price: String(n) }))
    expect(coverage({ rules }).conflicts[0]?.rules).toEqual(['PER-2', 'PER-9', 'PER-10'])
  })
})

describe('large scopes', () => {
  const values = (count: number) => Array.from({ length: count }, (_, value) => `v${value}`)
  const dimensions = (count: number, size: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`d${at}`, values(size)]))
  const spread = (count: number, size: number, named: number) => (number: number) =>
    Object.fromEntries(
      Array.from({ length: named }, (_, at) => {
        const turn = number * 7 + at * (3 + (number % 5))
        return [`d${turn % count}`, [`v${(number + at) % size}`, `v${(number * 3 + at) % size}`]]
      }),
    )

  it('ten dimensions and 500 rules, each overriding all before it, are proven whole', () => {
    const when = spread(10, 6, 3)
    const rules = Array.from(
      { length: 500 },
      (_, number): RuleTerms => ({
        id: `R${number}`,
        ...(number > 0 && { when: when(number) }),
        then: number % 2 === 0 ? 'included' : 'client',
        overrides: Array.from({ length: number }, (__, other) => `R${other}`),
      }),
    )
    expect(coverage({ dimensions: dimensions(10, 6), rules })).toEqual({
      cells: 6 ** 10,
      decided: 6 ** 10,
      gaps: [],
      conflicts: [],
    })
  })

  it('counts beyond safe integers are bigints', () => {
    const rules: RuleTerms[] = [{ id: 'A', when: { d0: 'v0' }, then: 'included' }]
    const { cells, decided, gaps } = coverage({ dimensions: dimensions(16, 10), rules })
    expect([cells, decided, gaps.length]).toEqual([10n ** 16n, 10 ** 15, 1])
  })

  it('conflicts of too many kinds to be told in full name two rules that contradict each other all over the box', () => {
    const when = spread(8, 4, 3)
    const rules = Array.from(
      { length: 120 },
      (_, number): RuleTerms => ({
        id: `R${number}`,
        when: when(number),
        then: number % 3 === 0 ? 'included' : 'client',
      }),
    )
    const found = coverage({ dimensions: dimensions(8, 4), rules })
    expect(found.conflictRules).toBe('two')
    const size = volume(dimensions(8, 4), [...found.gaps, ...found.conflicts])
    expect(Number(found.decided) + size).toBe(4 ** 8)
    for (const {
      rules: [one = '', other = ''],
      ...box
    } of found.conflicts.filter((_, at) => at % 50 === 0)) {
      const corner = Object.fromEntries(Object.entries(box).map(([name, list]) => [name, list.at(-1) ?? '']))
      expect(judgeCell(rules as NaiveRule[], corner)).toMatchObject({
        kind: 'conflict',
        rules: expect.arrayContaining([one, other]),
      })
    }
  })

  it('an answer that nobody could list is a typed error, with its exact counts', () => {
    const pairs = Array.from({ length: 9 }, (_, at) => [`d${at}`, `d${at + 1}`] as const)
    const rules = pairs.flatMap(([one, next]) =>
      values(8).map(
        (value): RuleTerms => ({ id: `${one}-${value}`, when: { [one]: value, [next]: value }, then: 'included' }),
      ),
    )
    const apart = expect.stringContaining(String(8 * 7 ** 9))
    expect(() => coverage({ dimensions: dimensions(10, 8), rules })).toThrow(
      expect.objectContaining({ code: 'too-complex', message: apart }),
    )
  })
})

describe('a scope that cannot be decided', () => {
  it.each<[string, object, string, string]>([
    [
      'an unknown value',
      { rules: [{ id: 'A', when: { site: 'hgq' }, then: 'included' }] },
      'unresolved-reference',
      'scope.rules[0].when.site',
    ],
    [
      'an unknown value in a list',
      { rules: [{ id: 'A', when: { site: ['hq', 'x'] }, then: 'included' }] },
      'unresolved-reference',
      'scope.rules[0].when.site[1]',
    ],
    [
      'an unknown dimension',
      { rules: [{ id: 'A', when: { colour: 'red' }, then: 'included' }] },
      'unresolved-reference',
      'scope.rules[0].when.colour',
    ],
    [
      'an empty list',
      { rules: [{ id: 'A', when: { site: [] }, then: 'included' }] },
      'empty-list',
      'scope.rules[0].when.site',
    ],
    [
      'an override of an unknown rule',
      { rules: [{ id: 'A', then: 'included', overrides: ['B'] }] },
      'unresolved-reference',
      'scope.rules[0].overrides[0]',
    ],
    [
      'a rule that beats itself',
      { rules: [{ id: 'A', then: 'included', overrides: ['A'] }] },
      'cycle',
      'scope.rules[0].overrides',
    ],
    [
      'rules that beat each other',
      {
        rules: [
          { id: 'A', then: 'included', overrides: ['B'] },
          { id: 'B', then: 'client', overrides: ['A'] },
        ],
      },
      'cycle',
      'scope.rules[0].overrides',
    ],
    ['an unknown outcome', { rules: [{ id: 'A', then: 'maybe' }] }, 'unknown-value', 'scope.rules[0].then'],
    [
      'an id twice',
      {
        rules: [
          { id: 'A', then: 'included' },
          { id: 'A', then: 'client' },
        ],
      },
      'duplicate-id',
      'scope.rules[1].id',
    ],
    ['a rule without id', { rules: [{ then: 'included' }] }, 'missing-key', 'scope.rules[0].id'],
    [
      'a dimension under a name of the format',
      { dimensions: { country: ['FR'] } },
      'reserved-name',
      'scope.dimensions.country',
    ],
    ['rules that are no list', { rules: { A: 'included' } }, 'not-a-list', 'scope.rules'],
    ['no scope at all', null as unknown as object, 'not-a-map', 'scope'],
  ])('%s: a typed error that says where', (_, terms, code, path) => {
    const scope = terms === null ? terms : { sites: named('hq', 'branch'), ...terms }
    expect(issuesOf(scope)).toEqual([expect.objectContaining({ code, place: { path } })])
  })

  it('suggests what was probably meant', () => {
    const scope = { sites: named('hq', 'branch'), rules: [{ id: 'A', when: { site: 'brunch' }, then: 'included' }] }
    expect(issuesOf(scope)[0]?.message.fr).toContain('«\u00a0branch\u00a0»')
  })
})

describe('laws', () => {
  it('boxes agree with every cell judged alone; decided cells, gaps and conflicts partition the space', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const found = coverage(scope as ScopeTerms)
        const cells = everyCell(scope.dimensions)
        const verdicts = cells.map((cell) => judgeCell(scope.rules, cell))
        expect(found.cells).toBe(cells.length)
        expect(found.decided).toBe(verdicts.filter(({ kind }) => kind === 'decided').length)
        expect(volume(scope.dimensions, [...found.gaps, ...found.conflicts]) + Number(found.decided)).toBe(cells.length)
        for (const [index, cell] of cells.entries()) {
          const verdict = verdicts[index]
          expect(found.gaps.filter((box) => holds(box, cell))).toHaveLength(verdict?.kind === 'gap' ? 1 : 0)
          const rules = found.conflicts.filter((box) => holds(box, cell)).map((box) => box.rules)
          expect(rules).toEqual(verdict?.kind === 'conflict' ? [verdict.rules] : [])
        }
      }),
      { numRuns: 400 },
    )
  })

  it('the order of rules changes nothing', () => {
    fc.assert(
      fc.property(anyScope, fc.nat(), ({ dimensions, rules }, seed) => {
        expect(coverage({ dimensions, rules: shuffled(rules, seed) } as ScopeTerms)).toEqual(
          coverage({ dimensions, rules } as ScopeTerms),
        )
      }),
    )
  })

  it('other names of the values rename the answer', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        const renamed = JSON.parse(JSON.stringify(scope).replace(/"v(\d-\d)"/g, '"été $1"'))
        expect(coverage(renamed)).toEqual(
          JSON.parse(JSON.stringify(coverage(scope as ScopeTerms)).replace(/"v(\d-\d)"/g, '"été $1"')),
        )
      }),
    )
  })

  it('another order of the values leaves every cell its verdict', () => {
    fc.assert(
      fc.property(anyScope, fc.nat(), ({ dimensions, rules }, seed) => {
        const turned = Object.fromEntries(
          Object.entries(dimensions).map(([name, values]) => [name, shuffled(values, seed)]),
        )
        const [found, other] = [
          coverage({ dimensions, rules } as ScopeTerms),
          coverage({ dimensions: turned, rules } as ScopeTerms),
        ]
        for (const cell of everyCell(dimensions)) expect(openAt(other, cell)).toEqual(openAt(found, cell))
      }),
    )
  })

  it('on small spaces no smaller set of boxes exists', () => {
    const tiny = anyScope.filter(({ dimensions }) => everyCell(dimensions).length <= 12)
    fc.assert(
      fc.property(tiny, ({ dimensions, rules }) => {
        const found = coverage({ dimensions, rules } as ScopeTerms)
        const gaps = everyCell(dimensions).filter((cell) => judgeCell(rules, cell).kind === 'gap')
        expect(found.gaps).toHaveLength(fewestByTrying(dimensions, gaps))
      }),
      { numRuns: 60 },
    )
  })
})

function issuesOf(scope: unknown) {
  try {
    coverage(scope as ScopeTerms)
  } catch (error) {
    if (error instanceof ScopeError) return error.issues
    throw error
  }
  return []
}

function openAt({ gaps, conflicts }: ScopeCoverage, cell: NaiveCell) {
  return [gaps.some((box) => holds(box, cell)), conflicts.filter((box) => holds(box, cell)).map((box) => box.rules)]
}

function holds(box: Box, cell: NaiveCell): boolean {
  return Object.entries(cell).every(([name, value]) => box[name]?.includes(value))
}

function volume(dimensions: Readonly<Record<string, readonly string[]>>, boxes: readonly Box[]): number {
  return boxes.reduce(
    (sum, box) => sum + Object.keys(dimensions).reduce((size, name) => size * (box[name]?.length ?? 0), 1),
    0,
  )
}
