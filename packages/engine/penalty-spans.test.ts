import { judgeCase, monthOf, noticesOf, ticketOf } from '@vigie/testkit'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PenaltyAssessment } from './commitments/penalties/penalty.ts'
import { penaltiesJson } from './penalties-json.ts'
import { readOutages } from './record/read-outages.ts'

/** Everything that lets one month depend on those before: runs, deductible, caps of year and contract, earn-back, waiver. */
const TERMS = {
  targets: `{ id: GTR, measure: restoration, target: { hours: 4, calendar: always }, compliance: { atLeast: 80%, over: month } },
    { id: QTR, measure: resolution, target: { hours: 5, calendar: always }, compliance: { atLeast: 90%, over: quarter } },
    { id: UP, measure: availability, service: files, calendar: always, atLeast: 99.5%, over: month }`,
  penalties: `
    { id: A, for: GTR, base: { amount: 40.00 }, late: { per: hour, rounding: started, share: 1%, of: monthly-fee }, deductible: 1, cap: { event: { amount: 90.00 }, year: { amount: 400.00 } } },
    { id: B, for: [GTR, QTR], shortfall: { per: point, rounding: full, amount: 3.00 }, recurrence: [1, 1.5, 2], cap: { month: { amount: 150.00 } } },
    { id: C, for: UP, tiers: [{ from: 99%, below: 99.5%, share: 5%, of: monthly-fee }, { below: 99%, share: 8%, of: monthly-fee }] },
    { id: D, for: GTR, bonus: { above: 90%, amount: 15.00 } }`,
  rules: `{ cumulation: max, cap: { event: { amount: 120.00 }, month: { amount: 260.00 }, year: { amount: 700.00 }, contract: { amount: 900.00 } },
    putOnNotice: required, claimWithin: P30D, observations: P15D, earnBack: { after: 2, consecutive: months }, chronicBreach: { months: 2, gives: escalation } }`,
  fees: '{ monthly-fee: { amount: 1000.00 }, annual-fee: { times: 12, of: monthly-fee } }',
  effectiveFrom: '2025-05-01',
}
const MONTHS = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'] as const
const AT = Date.UTC(2026, 8, 1)

const anyTickets = fc.array(
  fc.record({
    month: fc.integer({ min: 1, max: 7 }),
    day: fc.integer({ min: 1, max: 28 }),
    hours: fc.integer({ min: 1, max: 60 }),
  }),
  { maxLength: 40 },
)
const two = (value: number) => String(value).padStart(2, '0')
const rowsOf = (tickets: readonly { readonly month: number; readonly day: number; readonly hours: number }[]) =>
  tickets.flatMap(({ month, day, hours }, index) => {
    const reported = Date.UTC(2026, month - 1, day, 3)
    const iso = (instant: number) => new Date(instant).toISOString()
    return [
      { ticket: `T${index}`, at: iso(reported), event: 'reported' },
      { ticket: `T${index}`, at: iso(reported + hours * 3_600_000), event: 'resolved' },
    ]
  })

describe('a span of several months', () => {
  const outages = readOutages(
    'component,from,to,state\nsrv,2026-03-10T00:00:00Z,2026-03-10T05:00:00Z,down\nsrv,2026-06-10T00:00:00Z,2026-06-10T09:00:00Z,down\n',
  )
  if (!outages.ok) throw new RangeError('unread')
  const facts = {
    outages: outages.facts,
    notices: noticesOf('2026-04-10T00:00:00Z', '2026-06-20T00:00:00Z,claim,A,,2026-05'),
    fees: [{ month: '2026-05', fee: 'monthly-fee', amount: '1200.00' }],
    at: AT,
  }
  const judged = (rows: ReturnType<typeof rowsOf>, span: string) => judgeCase(TERMS, rows, span, facts)
  const linesOf = (all: PenaltyAssessment, month: string) => {
    const json = penaltiesJson(all, 'en') as unknown as Record<string, readonly { readonly period: string }[]>
    const own = (name: string) => json[name]?.filter(({ period }) => period === month)
    return { lines: own('lines'), capLines: own('capLines'), months: own('months') }
  }

  test('law: holds the lines, cuts and sums of each month asked alone', () => {
    fc.assert(
      fc.property(anyTickets, (tickets) => {
        const rows = rowsOf(tickets)
        const long = judged(rows, '2026-02-01/2026-08-01')
        expect(long.months.map(({ period }) => period)).toEqual(MONTHS)
        const alone = MONTHS.map((month) => judged(rows, month))
        alone.forEach((one, index) => {
          const month = MONTHS[index] ?? ''
          expect(linesOf(long, month)).toEqual(linesOf(one, month))
          expect([one.total, one.incurred]).toEqual([long.months[index]?.total, long.months[index]?.incurred])
        })
        const sum = (of: 'total' | 'incurred') => alone.reduce((total, one) => total + (one[of]?.minor ?? 0n), 0n)
        expect([long.total?.minor, long.incurred?.minor]).toEqual([sum('total'), sum('incurred')])
      }),
      { numRuns: 20 },
    )
  })

  test('law: months at the ends of which it holds a part change nothing of the whole ones', () => {
    fc.assert(
      fc.property(anyTickets, fc.integer({ min: 2, max: 28 }), fc.integer({ min: 2, max: 28 }), (tickets, a, b) => {
        const rows = rowsOf(tickets)
        const cut = judged(rows, `2026-01-${two(a)}/2026-08-${two(b)}`)
        const whole = judged(rows, '2026-02-01/2026-08-01')
        expect([cut.lines, cut.capLines, cut.months, cut.total, cut.incurred, cut.status]).toEqual([
          whole.lines,
          whole.capLines,
          whole.months,
          whole.total,
          whole.incurred,
          whole.status,
        ])
        expect(cut.partialMonths.map(({ month }) => month)).toEqual(['2026-01', '2026-08'])
      }),
      { numRuns: 8 },
    )
  })

  test.each([
    ['2026-01-01/2026-04-01', 3, []],
    ['2026-01-02/2026-04-01', 2, [['2026-01', '2026-01-01T23:00:00.000Z', '2026-01-31T23:00:00.000Z']]],
    ['2026-01-01/2026-03-31', 2, [['2026-03', '2026-02-28T23:00:00.000Z', '2026-03-30T22:00:00.000Z']]],
    ['2026-03-05/2026-03-20', 0, [['2026-03', '2026-03-04T23:00:00.000Z', '2026-03-19T23:00:00.000Z']]],
    ['2026-03-01/2026-03-20', 0, [['2026-03', '2026-02-28T23:00:00.000Z', '2026-03-19T23:00:00.000Z']]],
    ['2026-03-05/2026-04-01', 0, [['2026-03', '2026-03-04T23:00:00.000Z', '2026-03-31T22:00:00.000Z']]],
    [
      '2026-03-05/2026-04-20',
      0,
      [
        ['2026-03', '2026-03-04T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
        ['2026-04', '2026-03-31T22:00:00.000Z', '2026-04-19T22:00:00.000Z'],
      ],
    ],
    // An hour early in Paris, where the month begins at 23:00 UTC.
    [
      '2026-01-01T00:00:00Z/2026-02-28T23:00:00Z',
      1,
      [['2026-01', '2026-01-01T00:00:00.000Z', '2026-01-31T23:00:00.000Z']],
    ],
  ])('%s holds %i whole months', (span, count, partial) => {
    const all = judged(rowsOf([{ month: 3, day: 10, hours: 2 }]), span)
    expect(all.months.length).toBe(count)
    expect(
      all.partialMonths.map(({ month, from, to }) => [month, new Date(from).toISOString(), new Date(to).toISOString()]),
    ).toEqual(partial)
    expect(all.findings.filter(({ code }) => code === 'partial-month').length).toBe(partial.length)
    expect([all.status === 'not-computed', all.total === null]).toEqual([count === 0, count === 0])
  })
})

test('a fee that one month lacks leaves its own sum unknown, and the total; the other months keep theirs', () => {
  const terms = {
    penalties: '{ id: P, for: GTR, shortfall: { per: point, rounding: full, share: 1%, of: monthly-fee } }',
  }
  const rows = [...monthOf('01', 100, 15), ...monthOf('02', 100, 15)]
  const fees = [{ month: '2026-02', fee: 'monthly-fee', amount: '1000.00' }]
  const all = judgeCase(terms, rows, '2026-01-01/2026-03-01', { fees })
  expect(all.months.map(({ total }) => total?.minor)).toEqual([undefined, 10_000n])
  expect([all.status, all.total]).toEqual(['fee-missing', null])
})

test('a delay that ends past the years that zones know has no end, and is no fault', () => {
  const terms = {
    penalties: '{ id: P, for: GTR, base: { amount: 10.00 } }',
    rules: '{ claimWithin: P900D, observations: P900D }',
  }
  const rows = ticketOf('T', '2026-03-10T00:00', '2026-03-12T00:00')
  const [month] = judgeCase(terms, rows, '2100-11', { notices: [] }).months
  expect([month?.total?.minor, month?.claimUntil, month?.observationsUntil]).toEqual([0n, undefined, undefined])
})

test('a contract without penalties owes nothing over any span', () => {
  const rows = ticketOf('T', '2026-03-10T00:00', '2026-03-12T00:00')
  const none = judgeCase({ penalties: '' }, rows, '2026-03-05/2026-03-20')
  expect([none.status, none.total?.minor, none.partialMonths]).toEqual(['no-penalty', 0n, []])
})
