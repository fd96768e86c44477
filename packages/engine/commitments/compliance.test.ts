import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePercent, type Ratio } from '../base/ratio.ts'
import type { Compliance } from './clause-types.ts'
import { judgeCompliance, rateOf, type Window } from './compliance.ts'

const percent = (text: string) => parsePercent(`${text}%`) as Ratio

function clause(small: Compliance['small'], minimumCount: number, atLeast = '90'): Compliance {
  return { atLeast: percent(atLeast), over: 'month', by: 'stop', minimumCount, small }
}

function judge(met: number, missed: number, compliance?: Compliance) {
  return judgeCompliance({ label: '2026-10', met, missed }, [], compliance, false)
}

describe('a rate', () => {
  test('187 resolved, 3 excluded, 9 late: 175 of 184, 95.11 %', () => {
    const resolved = 187
    const excluded = 3
    const late = 9
    const judged = judge(resolved - excluded - late, late, clause('informative', 0, '95'))
    expect(judged.rate).toEqual({ numerator: 175, denominator: 184, percent: '95.11' })
    expect(judged.state).toBe('met')
    expect(judged.small).toBeUndefined()
  })

  test.each([
    [99_999, 100_000, '99.99'],
    [999_999, 1_000_000, '99.99'],
    [100, 100, '100.00'],
    [0, 3, '0.00'],
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [1, 32, '3.13'],
  ])('%i of %i is shown as %s', (numerator, denominator, text) => {
    expect(rateOf(numerator, denominator)?.percent).toBe(text)
  })

  test('the verdict is never on the rounded figure: 94.996 % is shown as 95.00 and misses 95 %', () => {
    const judged = judge(23_749, 1251, clause('informative', 0, '95'))
    expect(judged.rate?.percent).toBe('95.00')
    expect(judged.state).toBe('missed')
  })

  test('equal to the target is met', () => {
    expect(judge(9, 1, clause('informative', 0)).state).toBe('met')
    expect(judge(8999, 1001, clause('informative', 0)).state).toBe('missed')
  })

  test('of nothing is null and not applicable, with a target or without', () => {
    expect(judge(0, 0, clause('one-miss-allowed', 5))).toMatchObject({
      rate: null,
      wilson: null,
      state: 'not-applicable',
    })
    expect(judge(0, 0)).toMatchObject({ rate: null, state: 'not-applicable' })
  })

  test('without a target is informative', () => {
    expect(judge(3, 1)).toMatchObject({ state: 'informative', rate: { percent: '75.00' } })
  })

  test('one more met measure never lowers the rate nor loses the target', () => {
    const small = fc.constantFrom<Compliance['small']>('one-miss-allowed', 'informative', 'carry-over')
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(20), small, (met, missed, minimumCount, rule) => {
        const before = judge(met, missed, clause(rule, minimumCount))
        const after = judge(met + 1, missed, clause(rule, minimumCount))
        if (before.rate !== null) {
          const { numerator, denominator } = before.rate
          expect(BigInt(after.rate?.numerator ?? 0) * BigInt(denominator)).toBeGreaterThanOrEqual(
            BigInt(numerator) * BigInt(after.rate?.denominator ?? 1),
          )
        }
        // At the minimum count itself, the allowance of one miss ends by the letter of the clause.
        if (before.state === 'met' && met + missed + 1 !== minimumCount) expect(after.state).toBe('met')
      }),
    )
  })
})

describe('under the minimum count', () => {
  test.each([
    ['no miss', 3, 0, 'met'],
    ['one miss', 3, 1, 'met'],
    ['a single measure, missed', 0, 1, 'met'],
    ['two misses', 2, 2, 'missed'],
    ['the count is reached with one miss', 4, 1, 'missed'],
  ])('one-miss-allowed, %s', (_, met, missed, state) => {
    expect(judge(met, missed, clause('one-miss-allowed', 5)).state).toBe(state)
  })

  test('one-miss-allowed never refuses what the target itself accepts', () => {
    expect(judge(2, 2, clause('one-miss-allowed', 5, '50')).state).toBe('met')
  })

  test('informative gives the rate without a verdict, and says why', () => {
    const judged = judge(1, 3, clause('informative', 5))
    expect(judged).toMatchObject({ state: 'informative', rate: { percent: '25.00' } })
    expect(judged.small).toMatchObject({ rule: 'informative', minimumCount: 5, count: 4 })
    expect(judged.small?.message.en).toBe("4 measures, fewer than the contract's 5: the rate is given for information.")
  })
})

describe('carry-over', () => {
  const year = (endsYear: boolean, ...counts: readonly (readonly [number, number])[]) => {
    const months = counts.map(
      ([met, missed], index): Window => ({ label: `2026-${String(index + 1).padStart(2, '0')}`, met, missed }),
    )
    return judgeCompliance(months.at(-1) as Window, months.slice(0, -1), clause('carry-over', 10), endsYear)
  }

  test('a small period waits for the next one', () => {
    expect(year(false, [3, 1])).toMatchObject({ state: 'informative', small: { count: 4, joined: [] } })
  })

  test('the period that reaches the count is judged with those that waited, once', () => {
    const judged = year(false, [3, 1], [0, 0], [7, 0])
    expect(judged).toMatchObject({ state: 'met', met: 10, missed: 1, small: { count: 11 } })
    expect(judged.small?.joined).toEqual(['2026-01'])
  })

  test('what was judged does not join again', () => {
    expect(year(false, [3, 1], [7, 0], [2, 1])).toMatchObject({ state: 'informative', met: 2, missed: 1 })
    expect(year(false, [20, 9], [10, 0])).toMatchObject({ state: 'met', met: 10, missed: 0 })
  })

  test('at the end of the contract year it is judged whatever the count', () => {
    expect(year(true, [3, 1], [4, 0])).toMatchObject({ state: 'missed', met: 7, missed: 1, small: { count: 8 } })
    expect(year(true, [4, 0], [4, 0])).toMatchObject({ state: 'met' })
  })

  test('empty periods before it leave no trace', () => {
    expect(year(false, [0, 0], [4, 0]).small?.joined).toEqual([])
    expect(year(false, [0, 0], [0, 0])).toMatchObject({ state: 'not-applicable', rate: null })
  })

  test('every measure of a year is judged exactly once', () => {
    const counts = fc.array(fc.tuple(fc.nat(8), fc.nat(3)), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(counts, (all) => {
        const judged = all
          .map((_, index) => year(index === 11, ...all.slice(0, index + 1)))
          .filter(({ state }) => state === 'met' || state === 'missed')
        const sum = (pick: (one: { met: number; missed: number }) => number) =>
          judged.reduce((total, one) => total + pick(one), 0)
        expect(sum((one) => one.met)).toBe(all.reduce((total, [met]) => total + met, 0))
        expect(sum((one) => one.missed)).toBe(all.reduce((total, [, missed]) => total + missed, 0))
      }),
    )
  })
})
