import { figuresOf, judgeCase, monthOf, noticesOf, shuffled, ticketOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { PenaltyAssessment } from './commitments/penalties/penalty.ts'

const BREACH = '{ id: P, for: GTR, base: { amount: 100.00 } }'
const RATE = '{ id: R, for: GTR, shortfall: { per: point, rounding: full, amount: 10.00 } }'
const REQUIRED = '{ putOnNotice: required }'
const at = (text: string) => Date.parse(text)
/** Missed on 10 and on 20 March at 04:00, Paris winter time. */
const breaches = [
  ...ticketOf('A', '2026-03-10T00:00', '2026-03-10T05:00'),
  ...ticketOf('B', '2026-03-20T00:00', '2026-03-20T05:00'),
]

function judged(rows: readonly string[], observed = '2026-06-01T00:00:00+02:00', rules = REQUIRED, penalties = BREACH) {
  return judgeCase({ penalties, rules }, breaches, '2026-03', { notices: noticesOf(...rows), at: at(observed) })
}

function states({ lines }: PenaltyAssessment): readonly string[] {
  return lines.map(({ ticket = 'rate', due }) => `${ticket} ${due}`)
}

function codes({ findings }: PenaltyAssessment): readonly string[] {
  return findings.map(({ code }) => code)
}

describe('putOnNotice: required', () => {
  test('without a notice everything is calculable, and nothing incurred', () => {
    const penalties = judged([])
    expect([penalties.total?.minor, penalties.incurred?.minor]).toEqual([20_000n, 0n])
    expect(states(penalties)).toEqual(['A calculable', 'B calculable'])
  })

  test('a notice is about what had happened by then', () => {
    const penalties = judged(['2026-03-15T00:00:00Z'])
    expect(states(penalties)).toEqual(['A due', 'B calculable'])
    expect([penalties.total?.minor, penalties.incurred?.minor]).toEqual([20_000n, 10_000n])
  })

  test('the very instant of the miss is in time, the millisecond before is not', () => {
    expect(states(judged(['2026-03-10T03:00:00.000Z']))[0]).toBe('A due')
    expect(states(judged(['2026-03-10T02:59:59.999Z']))[0]).toBe('A calculable')
  })

  test('a notice that names a month is about that month alone', () => {
    expect(states(judged(['2026-04-02T00:00:00Z,notice,,,2026-03']))).toEqual(['A due', 'B due'])
    expect(states(judged(['2026-04-02T00:00:00Z,notice,,,2026-02']))).toEqual(['A calculable', 'B calculable'])
  })

  test.each([
    ['P,', 'A due'],
    [',GTR', 'A due'],
    ['OTHER,', 'A calculable'],
    [',OTHER', 'A calculable'],
  ])('a notice that names %s', (named, state) => {
    const penalties = judged([`2026-04-02T00:00:00Z,notice,${named}`])
    expect(states(penalties)[0]).toBe(state)
    expect(codes(penalties).includes('act-without-effect')).toBe(state !== 'A due')
  })

  test('what was not known yet, or was not the client’s, makes nothing incurred, and says so', () => {
    for (const row of ['2026-06-02T00:00:00Z', '2026-04-02T00:00:00Z,notice,,,,provider']) {
      const penalties = judged([row])
      expect(penalties.incurred?.minor).toBe(0n)
      expect(codes(penalties)).toContain('act-without-effect')
    }
  })

  test('a rate is put on notice once its window has ended, or by naming its month', () => {
    const of = (row: string) => judged([row], undefined, REQUIRED, RATE).incurred?.minor
    expect(of('2026-03-31T21:59:59.999Z')).toBe(0n)
    expect(of('2026-03-31T22:00:00.000Z')).toBe(95_000n)
    expect(of('2026-03-25T00:00:00Z,notice,,,2026-03')).toBe(95_000n)
  })

  test('a claim is no notice', () => {
    expect(judged(['2026-04-02T00:00:00Z,claim']).incurred?.minor).toBe(0n)
  })

  test('caps cut first what is not incurred: the part incurred is never more than the total', () => {
    const capped = judged(
      ['2026-03-15T00:00:00Z'],
      undefined,
      '{ putOnNotice: required, cap: { month: { amount: 120.00 } } }',
    )
    expect([capped.total?.minor, capped.incurred?.minor]).toEqual([12_000n, 10_000n])
    const tight = judged(
      ['2026-03-15T00:00:00Z'],
      undefined,
      '{ putOnNotice: required, cap: { month: { amount: 60.00 } } }',
    )
    expect([tight.total?.minor, tight.incurred?.minor]).toEqual([6000n, 6000n])
  })

  test('a month put on notice is never worth more than the cap of the year had left of it', () => {
    const rules = '{ putOnNotice: required, cap: { year: { amount: 500.00 } } }'
    const facts = [...monthOf('01', 4, 4), ...monthOf('02', 4, 4)]
    const notices = noticesOf('2026-03-05T00:00:00Z,notice,,,2026-02')
    const { months } = judgeCase({ penalties: BREACH, rules }, facts, '2026-01-01/2026-03-01', {
      notices,
      at: at('2026-06-01T00:00:00Z'),
    })
    expect(months.map(({ total, incurred }) => [total?.minor, incurred?.minor])).toEqual([
      [40_000n, 0n],
      [10_000n, 10_000n],
    ])
  })

  test('waived, a notice changes nothing', () => {
    const waived = judged([], undefined, '{ putOnNotice: waived }')
    expect([states(waived), waived.incurred?.minor]).toEqual([['A due', 'B due'], 20_000n])
  })

  test('a bonus needs none', () => {
    const bonus = '{ id: P, for: GTR, bonus: { above: 98%, amount: 30.00 } }'
    const penalties = judgeCase({ penalties: bonus, rules: REQUIRED }, monthOf('03', 10, 0))
    expect([penalties.total?.minor, penalties.incurred?.minor]).toEqual([-3000n, -3000n])
  })

  test('a malus earned back takes no more from what is incurred than it had put there', () => {
    const rules = '{ putOnNotice: required, earnBack: { after: 2, consecutive: months } }'
    const facts = [...monthOf('01', 100, 15), ...monthOf('02', 100, 0), ...monthOf('03', 100, 0)]
    const quarter = (...rows: readonly string[]) =>
      judgeCase({ penalties: RATE, rules }, facts, '2026-01-01/2026-04-01', {
        notices: noticesOf(...rows),
        at: at('2026-06-01T00:00:00Z'),
      }).months.map(({ total, incurred }) => [total?.minor, incurred?.minor])
    expect(quarter()).toEqual([
      [10_000n, 0n],
      [0n, 0n],
      [-10_000n, 0n],
    ])
    expect(quarter('2026-02-05T00:00:00Z')).toEqual([
      [10_000n, 10_000n],
      [0n, 0n],
      [-10_000n, -10_000n],
    ])
  })
})

describe('claimWithin: P30D', () => {
  const rules = '{ claimWithin: P30D, observations: P15D }'
  const claimStep = (penalties: PenaltyAssessment) =>
    penalties.lines[0]?.chain.filter(({ what }) => what === 'claim').map(({ value }) => value)
  // Counted from the end of March, 00:00 on 1 April: until 00:00 on 1 May.
  test.each([
    ['2026-04-30T22:00:00.000Z,claim', 'in-time', []],
    ['2026-04-30T22:00:00.001Z,claim', 'late', ['claimed-late']],
    ['2026-04-15T00:00:00Z,notice', 'in-time', []],
    ['2026-05-15T00:00:00Z,notice', 'late', ['claimed-late']],
  ])('%s is %s', (row, state, expected) => {
    const penalties = judged([row], undefined, rules)
    expect(claimStep(penalties)).toEqual([state])
    expect(codes(penalties)).toEqual(expected)
    expect(penalties.total?.minor).toBe(20_000n)
  })

  test('without a claim: nothing while the time runs, then a finding', () => {
    expect(claimStep(judged([], '2026-05-01T00:00:00+02:00', rules))).toEqual([])
    const after = judged([], '2026-05-01T00:00:00.001+02:00', rules)
    expect([claimStep(after), codes(after)]).toEqual([['unclaimed'], ['not-claimed']])
  })

  test('where no acts are given nobody knows, and nothing is said', () => {
    const penalties = judgeCase({ penalties: BREACH, rules }, breaches, '2026-03', { at: at('2026-12-01T00:00:00Z') })
    expect([claimStep(penalties), codes(penalties)]).toEqual([[], []])
  })

  test('the other party’s time to answer runs from the claim', () => {
    const [month] = judged(
      ['2026-04-10T09:00:00+02:00,claim', '2026-04-12T00:00:00Z,observations'],
      undefined,
      rules,
    ).months
    expect(month).toMatchObject({
      claimedAt: at('2026-04-10T09:00:00+02:00'),
      observationsUntil: at('2026-04-25T09:00:00+02:00'),
      observedAt: at('2026-04-12T00:00:00Z'),
    })
  })

  test('an answer after the end of that time is a finding', () => {
    const claim = '2026-04-10T09:00:00+02:00,claim'
    expect(codes(judged([claim, '2026-04-25T09:00:00+02:00,observations'], undefined, rules))).toEqual([])
    expect(codes(judged([claim, '2026-04-25T09:00:00.001+02:00,observations'], undefined, rules))).toEqual([
      'observed-late',
    ])
  })

  test('a settlement before the end of that time is a finding', () => {
    const claim = '2026-04-10T09:00:00+02:00,claim'
    expect(codes(judged([claim, '2026-04-25T08:59:59+02:00,settlement'], undefined, rules))).toEqual(['settled-early'])
    expect(codes(judged([claim, '2026-04-25T09:00:00+02:00,settlement'], undefined, rules))).toEqual([])
  })

  test('nor is there anything to find where nothing was owed, or the month had not ended', () => {
    const of = (row: string, month: string) =>
      judgeCase({ penalties: BREACH, rules }, breaches, month, {
        notices: noticesOf(row),
        at: at('2026-06-01T00:00:00Z'),
      })
    const april = of('2026-05-02T00:00:00Z,settlement', '2026-04')
    expect([codes(april), april.months[0]?.settledAt]).toEqual([[], at('2026-05-02T00:00:00Z')])
    const during = of('2026-03-25T00:00:00Z,settlement', '2026-03')
    expect([codes(during), during.months[0]?.settledAt]).toEqual([['not-claimed'], undefined])
  })
})

describe('a malus that was settled', () => {
  const rules = '{ earnBack: { after: 2, consecutive: months } }'
  const facts = [...monthOf('01', 100, 15), ...monthOf('02', 100, 0), ...monthOf('03', 100, 0)]
  const march = (...rows: readonly string[]) =>
    figuresOf(judgeCase({ penalties: RATE, rules }, facts, '2026-03', { notices: noticesOf(...rows) }))

  test.each([
    ['2026-02-20T00:00:00Z,settlement,,,2026-01', 'total 0.00'],
    ['2026-02-20T00:00:00Z,settlement', 'total 0.00'],
    ['2026-02-20T00:00:00Z,settlement,R,GTR,2026-01', 'total 0.00'],
    ['2026-02-20T00:00:00Z,settlement,,,2026-02', 'total -100.00'],
    ['2026-01-20T00:00:00Z,settlement', 'total -100.00'],
    ['2026-04-01T00:00:00+02:00,settlement', 'total -100.00'],
  ])('is earned back no more: %s, %s', (row, total) => {
    expect(march(row).at(-1)).toBe(total)
  })

  test('is earned back where no settlement is known', () => {
    expect(march()).toEqual(['earn-back -100.00', 'total -100.00'])
  })
})

test('the order of the acts never matters', () => {
  const rows = [
    '2026-04-02T00:00:00Z,notice',
    '2026-03-15T00:00:00Z,notice',
    '2026-04-20T00:00:00Z,claim',
    '2026-05-20T00:00:00Z,settlement',
  ]
  const rules = '{ putOnNotice: required, claimWithin: P10D, observations: P15D }'
  const notices = noticesOf(...rows)
  const of = (facts: typeof notices) =>
    judgeCase({ penalties: BREACH, rules }, breaches, '2026-03', { notices: facts, at: at('2026-06-01T00:00:00Z') })
  for (let seed = 0; seed < 10; seed++) expect(of(shuffled(notices, seed))).toEqual(of(notices))
})
