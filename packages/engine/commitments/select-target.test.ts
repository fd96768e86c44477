import { chapter, commitment, history, hours, instantOf, termsSource } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { When } from './clause-types.ts'
import { NO_PRIORITY } from './decide-priority.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileSelector, findTies } from './select-target.ts'
import { compileTerms, termsInForce } from './terms.ts'

const clause = (id: string, when: When) => commitment(id, 'resolution', hours(1, 'always'), { when })

function select(rules: { readonly [id: string]: When }, ticket: { kind?: string; site?: string; priority?: string }) {
  const selector = compileSelector(
    'resolution',
    Object.entries(rules).map(([id, when]) => clause(id, when)),
  )
  const { priority, ...attributes } = ticket
  const selection = selector.select(attributes, { ...NO_PRIORITY, priority })
  switch (selection.kind) {
    case 'target':
      return selection.clause.id
    case 'none':
      return undefined
    case 'tie':
      return selection.rules
  }
}

describe('the target of a ticket', () => {
  const rules = {
    any: {},
    p1: { priority: ['P1'] },
    'p1-p2': { priority: ['P1', 'P2'] },
    'p1-branch': { priority: ['P1'], site: ['branch'] },
  }
  test.each([
    ['no column named', {}, 'any'],
    ['a value that no clause names', { priority: 'P9', site: 'moon' }, 'any'],
    ['the wider of two lists', { priority: 'P2' }, 'p1-p2'],
    ['the narrower of two lists', { priority: 'P1' }, 'p1'],
    ['the box with more columns', { priority: 'P1', site: 'branch' }, 'p1-branch'],
    ['a site outside the box', { priority: 'P1', site: 'hq' }, 'p1'],
  ])('is of the most specific clause: %s', (_, ticket, expected) => {
    expect(select(rules, ticket)).toBe(expected)
  })

  test('is none where no clause holds the ticket', () => {
    expect(select({ p1: { priority: ['P1'] } }, { priority: 'P2' })).toBeUndefined()
    expect(select({ p1: { priority: ['P1'] } }, {})).toBeUndefined()
    expect(select({ never: { priority: [] } }, { priority: 'P1' })).toBeUndefined()
  })

  test('is a tie where boxes overlap without inclusion, or are equal', () => {
    const crossing = { p1: { priority: ['P1'] }, branch: { site: ['branch'] } }
    expect(select(crossing, { priority: 'P1', site: 'branch' })).toEqual(['p1', 'branch'])
    expect(select(crossing, { priority: 'P1', site: 'hq' })).toBe('p1')
    expect(select({ a: { kind: ['incident'] }, b: { kind: ['incident'] } }, { kind: 'incident' })).toEqual(['a', 'b'])
    expect(
      select({ ...crossing, both: { priority: ['P1'], site: ['branch'] } }, { priority: 'P1', site: 'branch' }),
    ).toBe('both')
  })

  test('a tie is a value, and no figure', () => {
    const commitments = chapter([clause('p1', { priority: ['P1'] }), clause('branch', { site: ['branch'] })])
    const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
    const ticket = history('T1', [['2026-11-16T09:00Z', 'reported', { priority: 'P1', site: 'branch' }]])
    expect(measureTicket(ticket, terms, instantOf('2026-11-16T10:00Z'))).toEqual({
      measures: [],
      warnings: [],
      ties: [{ kind: 'tie', measure: 'resolution', rules: ['p1', 'branch'] }],
    })
  })

  test('impact and urgency are those with effect', () => {
    const commitments = chapter(
      [clause('high', { impact: ['high'] }), clause('low', { impact: ['low'] })],
      {},
      {
        priorities: { levels: ['P1', 'P2'], decidedBy: 'client', onChange: 'retroactive' },
      },
    )
    const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
    const lowered = (party: string) =>
      measureTicket(
        history('T1', [
          ['2026-11-16T09:00Z', 'reported', { impact: 'high', priority: 'P1' }],
          ['2026-11-16T09:10Z', 'prioritised', { impact: 'low', priority: 'P2', party }],
        ]),
        terms,
        instantOf('2026-11-16T10:00Z'),
      ).measures.map((measure) => measure.commitment)
    expect(lowered('provider')).toEqual(['high'])
    expect(lowered('client')).toEqual(['low'])
  })
})

describe('ties of a contract', () => {
  test('are found even if no ticket meets them', () => {
    const rules = [
      clause('any', {}),
      clause('p1', { priority: ['P1'] }),
      clause('branch', { site: ['branch'] }),
      clause('p2', { priority: ['P2'] }),
      clause('p1-again', { priority: ['P1'] }),
    ]
    expect(findTies(rules).map((tie) => tie.rules)).toEqual([
      ['p1', 'branch'],
      ['p1', 'p1-again'],
      ['branch', 'p2'],
      ['branch', 'p1-again'],
    ])
  })

  test('are none between two measures', () => {
    const response = commitment('ACK', 'response', hours(1, 'always'))
    expect(findTies([response, clause('RES', {})])).toEqual([])
  })

  const values = fc.option(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), { nil: undefined })
  const box = fc.record({ kind: values, site: values, priority: values }).map((columns): When => {
    const named = Object.entries(columns).filter(([, list]) => list !== undefined)
    return Object.fromEntries(named)
  })
  const letter = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined })

  test('every tie at run time is a tie of the contract; without one, one clause holds or none', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 5 }), letter, letter, letter, (boxes, kind, site, priority) => {
        const clauses = boxes.map((when, index) => clause(`r${index}`, when))
        const attributes = { ...(kind === undefined ? {} : { kind }), ...(site === undefined ? {} : { site }) }
        const selector = compileSelector('resolution', clauses)
        const selection = selector.select(attributes, { ...NO_PRIORITY, priority })
        // Looked up twice, the answer is the same.
        expect(selector.select(attributes, { ...NO_PRIORITY, priority })).toBe(selection)
        const ticket = { ...attributes, priority } as { readonly [column: string]: string | undefined }
        const holding = clauses.filter(({ when }) =>
          Object.entries(when).every(([column, list]) => list?.includes(ticket[column] ?? '')),
        )
        if (selection.kind === 'none') expect(holding).toEqual([])
        if (selection.kind === 'target') {
          expect(holding).toContain(selection.clause)
          const cells = (when: When) =>
            ['kind', 'site', 'priority'].reduce((n, column) => n * (when[column as 'kind']?.length ?? 4), 1)
          expect(Math.min(...holding.map(({ when }) => cells(when)))).toBe(cells(selection.clause.when))
        }
        if (selection.kind === 'tie') {
          const [a, b] = selection.rules
          expect(findTies(clauses).map((tie) => tie.rules)).toContainEqual([a, b])
        }
      }),
      { numRuns: 500, seed: 5 },
    )
  })
})
