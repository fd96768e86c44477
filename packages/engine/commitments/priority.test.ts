import { chapter, commitment, type Fact, history, hours, instantOf, termsSource, workingDays } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { PriorityRules, Target } from './clause-types.ts'
import type { Measure } from './measure.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

const HOUR = 3_600_000
const MATRIX = {
  high: { high: 'P1', medium: 'P2', low: 'P3' },
  medium: { high: 'P2', medium: 'P3', low: 'P4' },
  low: { high: 'P3', medium: 'P4', low: 'P4' },
}
const TARGETS: { readonly [level: string]: Target } = {
  P1: hours(4, 'always'),
  P2: hours(8, 'desk'),
  P3: hours(16, 'desk'),
  P4: workingDays(5, 'desk'),
}

function judge(
  facts: readonly Fact[],
  rules: Partial<PriorityRules> = {},
  at = '2026-12-31T00:00+01:00',
  targets: { readonly [level: string]: Target } = TARGETS,
) {
  const commitments = chapter(
    Object.entries(targets).map(([level, target]) =>
      commitment(level, 'resolution', target, { when: { priority: [level] } }),
    ),
    {},
    {
      priorities: {
        levels: ['P1', 'P2', 'P3', 'P4'],
        matrix: MATRIX,
        decidedBy: 'both',
        onChange: 'retroactive',
        ...rules,
      },
    },
  )
  const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
  return measureTicket(history('T1', facts), terms, instantOf(at))
}

function one(...given: Parameters<typeof judge>): Measure {
  const { measures } = judge(...given)
  expect(measures).toHaveLength(1)
  return measures[0] as Measure
}

function codes({ because }: { readonly because: readonly { readonly code: string }[] }): readonly string[] {
  return because.map(({ code }) => code)
}

/** A working Monday in Paris, from 08:30 to 18:00. */
const monday = (time: string) => `2026-11-16T${time}+01:00`

describe('the priority of a ticket', () => {
  test.each([
    ['given', { priority: 'P2' }, 'P2', []],
    ['from the matrix', { impact: 'high', urgency: 'medium' }, 'P2', []],
    ['given and agreeing with the matrix', { impact: 'high', urgency: 'medium', priority: 'P2' }, 'P2', []],
    [
      'given against the matrix: used, and warned',
      { impact: 'low', urgency: 'low', priority: 'P1' },
      'P1',
      ['priority-differs-from-matrix'],
    ],
    ['given beside an impact outside the matrix', { impact: 'huge', urgency: 'low', priority: 'P3' }, 'P3', []],
  ] as const)('%s', (_, columns, expected, reasons) => {
    const measure = one([[monday('09:00'), 'reported', columns]])
    expect([measure.priority, measure.commitment, codes(measure)]).toEqual([expected, expected, reasons])
  })

  test.each([
    ['an impact outside the matrix', { impact: 'huge', urgency: 'low' }, ['no-commitment', 'priority-outside-matrix']],
    [
      'a word of every object is outside the matrix',
      { impact: 'constructor', urgency: 'name' },
      ['no-commitment', 'priority-outside-matrix'],
    ],
    ['an urgency alone', { urgency: 'low' }, ['no-commitment']],
    ['a level that the contract does not know', { priority: 'P9' }, ['no-commitment', 'priority-not-in-levels']],
    ['nothing', {}, ['no-commitment']],
  ] as const)('from %s is none: the ticket is not measured, and is warned', (_, columns, expected) => {
    const { measures, warnings } = judge([[monday('09:00'), 'reported', columns]])
    expect(measures).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(expected)
  })

  test('may come after the report: a first priority is no change', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported'],
      [monday('09:10'), 'prioritised', { priority: 'P2', party: 'provider' }],
    ]
    const measure = one(facts, { decidedBy: 'client', onChange: 'frozen' })
    expect([measure.commitment, codes(measure)]).toEqual(['P2', []])
  })

  test('changes with the impact alone, by the matrix', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported', { impact: 'medium', urgency: 'high' }],
      [monday('09:10'), 'prioritised', { impact: 'high' }],
    ]
    expect(one(facts).priority).toBe('P1')
  })

  test('is kept where a change leaves the matrix', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported', { impact: 'medium', urgency: 'high' }],
      [monday('09:10'), 'prioritised', { impact: 'huge' }],
    ]
    const measure = one(facts)
    expect([measure.priority, codes(measure)]).toEqual(['P2', ['priority-outside-matrix']])
  })
})

describe('who decides', () => {
  const change = (columns: NonNullable<Fact[2]>, before: NonNullable<Fact[2]>): readonly Fact[] => [
    [monday('09:00'), 'reported', before],
    [monday('09:10'), 'prioritised', columns],
  ]
  const agreed = { impact: 'high', urgency: 'medium' }

  test.each([
    ['both', { priority: 'P3', party: 'client' }, 'P3'],
    ['both', { priority: 'P3', party: 'provider' }, 'P3'],
    ['both', { priority: 'P3', party: 'system' }, 'P2'],
    ['both', { priority: 'P3' }, 'P3'],
    ['client', { priority: 'P1', party: 'client' }, 'P1'],
    ['client', { priority: 'P1', party: 'provider' }, 'P2'],
    ['client', { priority: 'P1' }, 'P1'],
    ['provider', { priority: 'P3', party: 'provider' }, 'P3'],
    ['provider', { priority: 'P1', party: 'client' }, 'P2'],
    ['matrix', { priority: 'P1', party: 'provider' }, 'P1'],
    ['matrix', { priority: 'P3', party: 'provider' }, 'P2'],
    ['matrix', { impact: 'low', party: 'provider' }, 'P2'],
    ['matrix', { priority: 'P3', party: 'system' }, 'P2'],
    ['matrix', { priority: 'P3', party: 'client' }, 'P3'],
    ['matrix', { impact: 'low', party: 'client' }, 'P4'],
    ['matrix', { urgency: 'high', party: 'client' }, 'P1'],
    ['matrix', { priority: 'P1', party: 'client' }, 'P2'],
    ['matrix', { priority: 'P3' }, 'P3'],
  ] as const)('decidedBy %s: %o makes a P2 ticket %s', (decidedBy, columns, expected) => {
    const measure = one(change(columns, { ...agreed, priority: 'P2' }), { decidedBy })
    expect(measure.priority).toBe(expected)
    // A change without effect is kept in the record, and is warned.
    expect(codes(measure).includes('priority-change-not-allowed')).toBe(expected === 'P2')
  })

  test('what has no effect is not remembered: the next change starts from what holds', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported', { impact: 'high', urgency: 'high' }],
      [monday('09:10'), 'prioritised', { impact: 'low', party: 'provider' }],
      [monday('09:20'), 'prioritised', { urgency: 'medium', party: 'client' }],
    ]
    expect(one(facts, { decidedBy: 'matrix' }).priority).toBe('P2')
  })
})

describe('a change of priority while the clock runs', () => {
  const facts = (...changes: readonly (readonly [string, string])[]): readonly Fact[] => [
    [monday('08:30'), 'reported', { priority: 'P3' }],
    ...changes.map(([at, priority]): Fact => [at, 'prioritised', { priority }]),
    ['2026-11-17T10:30+01:00', 'resolved'],
  ]

  test('retroactive: all of it is judged by the new target', () => {
    const measure = one(facts([monday('12:30'), 'P2']), { onChange: 'retroactive' })
    expect(measure).toMatchObject({
      commitment: 'P2',
      counted: 11.5 * HOUR,
      targetMilliseconds: 8 * HOUR,
      dueAt: instantOf(monday('16:30')),
      state: 'missed',
    })
    expect(codes(measure)).toEqual(['priority-retroactive'])
    expect(measure.grounds.evidence).toEqual(['T1/reported', 'T1/prioritised', 'T1/resolved'])
  })

  test('prospective: what is left is (1 − used fraction) × the new target', () => {
    // 4 of 16 h used: ¾ of 8 h are left from 12:30, which end at 18:00 + 0 h 30 the next day.
    const measure = one(facts([monday('12:30'), 'P2']), { onChange: 'prospective' })
    expect(measure).toMatchObject({
      commitment: 'P2',
      counted: 11.5 * HOUR,
      targetMilliseconds: 10 * HOUR,
      remaining: -1.5 * HOUR,
      dueAt: instantOf('2026-11-17T09:00+01:00'),
      state: 'missed',
    })
    expect(codes(measure)).toEqual(['priority-prospective'])
  })

  test('prospective: counts in the new calendar from the change on', () => {
    // ¾ of 4 h of every hour are left from 12:30.
    const measure = one(facts([monday('12:30'), 'P1']), { onChange: 'prospective' })
    expect(measure.dueAt).toBe(instantOf(monday('15:30')))
    expect(measure.counted).toBe((4 + 22) * HOUR)
    expect(measure.calendar).toBe('always')
  })

  test('prospective: several changes in a row', () => {
    // P3 ¼ used → P1: 3 h left at 12:30; 1 h used → 2 of 4 h left → half of 8 h = 4 h of the desk from 13:30.
    const measure = one(facts([monday('12:30'), 'P1'], [monday('13:30'), 'P2']), { onChange: 'prospective' })
    expect(measure.dueAt).toBe(instantOf(monday('17:30')))
    expect(measure.targetMilliseconds).toBe((4 + 1 + 4) * HOUR)
  })

  test('prospective: rounds what is left down to the millisecond', () => {
    const thirds = { P1: hours(3, 'always'), P2: hours(1 / 3_600_000, 'always') }
    const split: readonly Fact[] = [
      ['2026-11-16T00:00Z', 'reported', { priority: 'P1' }],
      ['2026-11-16T01:00Z', 'prioritised', { priority: 'P2' }],
    ]
    // ⅔ of 1 ms.
    const measure = one(split, { onChange: 'prospective' }, '2026-11-16T01:00Z', thirds)
    expect([measure.remaining, measure.state]).toEqual([0, 'at-risk'])
  })

  test('prospective: a clock that was overrun stays overrun', () => {
    const measure = one(
      [
        [monday('08:30'), 'reported', { priority: 'P1' }],
        [monday('13:30'), 'prioritised', { priority: 'P3' }],
      ],
      { onChange: 'prospective' },
      monday('14:30'),
    )
    // −¼ of 16 h, then one more hour.
    expect(measure).toMatchObject({ state: 'missed', remaining: -5 * HOUR, dueAt: instantOf(monday('12:30')) })
  })

  test('prospective: to or from working days the new target judges all of it, and is warned', () => {
    const measure = one(facts([monday('12:30'), 'P4']), { onChange: 'prospective' })
    expect(measure).toMatchObject({ commitment: 'P4', state: 'met', dueAt: instantOf('2026-11-23T18:00+01:00') })
    expect(codes(measure)).toEqual(['prospective-needs-hours', 'priority-prospective'])
  })

  test('frozen: the first priority stays', () => {
    const measure = one(facts([monday('12:30'), 'P1']), { onChange: 'frozen' })
    expect(measure).toMatchObject({ commitment: 'P3', priority: 'P3', state: 'met' })
    expect(codes(measure)).toEqual(['priority-frozen'])
  })

  test.each(['retroactive', 'prospective', 'frozen'] as const)(
    'a clock already stopped keeps the priority in force at its stop (%s)',
    (onChange) => {
      const stopped: readonly Fact[] = [
        [monday('08:30'), 'reported', { priority: 'P2' }],
        [monday('12:30'), 'resolved'],
        [monday('12:30'), 'prioritised', { priority: 'P1' }],
        [monday('15:30'), 'prioritised', { priority: 'P4' }],
      ]
      expect(one(stopped, { onChange })).toMatchObject({ commitment: 'P2', state: 'met', because: [] })
    },
  )

  test('at the very instant of the stop, the order of the facts decides', () => {
    const stopped = (seq: number): readonly Fact[] => [
      [monday('08:30'), 'reported', { priority: 'P2' }],
      [monday('12:30'), 'resolved', { seq: 1 }],
      [monday('12:30'), 'prioritised', { priority: 'P1', seq }],
    ]
    expect(one(stopped(0)).priority).toBe('P1')
    expect(one(stopped(1)).priority).toBe('P2')
  })

  test('other columns are those at the stop', () => {
    const commitments = chapter([
      commitment('INC', 'resolution', hours(4, 'desk'), { when: { kind: ['incident'] } }),
      commitment('REQ', 'resolution', hours(16, 'desk'), { when: { kind: ['request'] } }),
    ])
    const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
    const reclassified: readonly Fact[] = [
      [monday('08:30'), 'reported', { kind: 'incident' }],
      [monday('09:30'), 'reclassified', { kind: 'request' }],
      ['2026-11-17T10:00+01:00', 'resolved'],
      ['2026-11-17T11:00+01:00', 'reclassified', { kind: 'incident' }],
    ]
    const { measures } = measureTicket(history('T1', reclassified), terms, instantOf('2026-11-30T00:00+01:00'))
    expect(measures).toMatchObject([{ commitment: 'REQ', kind: 'request', state: 'met' }])
  })
})
