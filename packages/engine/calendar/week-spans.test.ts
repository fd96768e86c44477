import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapsOf, type Span, sayWeek, spansOfDay, spansOfWeek, within } from './week-spans.ts'

const WEEK = 10_080

/** Every minute of the week, true where a span covers it. */
function minutes(spans: readonly Span[]): readonly boolean[] {
  return Array.from({ length: WEEK }, (_, minute) => spans.some(({ from, to }) => minute >= from && minute < to))
}

describe('the hours of a week', () => {
  test('hours over midnight run into the next day, those of Sunday into Monday', () => {
    expect(spansOfDay(0, ['22:00-06:00'])).toEqual([{ from: 1320, to: 1800 }])
    expect(spansOfDay(6, ['21:00-05:00'])).toEqual([
      { from: 6 * 1440 + 1260, to: WEEK },
      { from: 0, to: 300 },
    ])
    expect(spansOfDay(6, ['00:00-24:00'])).toEqual([{ from: 6 * 1440, to: WEEK }])
    expect(gapsOf(spansOfWeek('always'))).toEqual([])
    expect(gapsOf([])).toEqual([{ from: 0, to: WEEK }])
  })

  test('gaps are told by day, and cut at midnight', () => {
    const open = spansOfWeek({
      mon: ['00:00-24:00'],
      tue: ['00:00-24:00'],
      wed: ['00:00-22:00'],
      thu: ['06:00-24:00'],
      fri: ['00:00-24:00'],
      sat: ['00:00-24:00'],
      sun: ['00:00-24:00'],
    })
    expect(sayWeek(gapsOf(open)).en).toBe('Wednesday 22:00–24:00, Thursday 00:00–06:00')
  })

  test('law: gaps and common parts are those of the minutes', () => {
    const span = fc
      .tuple(fc.nat(WEEK - 1), fc.nat(WEEK - 1))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.array(span, { maxLength: 6 }), (a, b) => {
        const [inA, inB] = [minutes(a), minutes(b)]
        expect(minutes(gapsOf(a))).toEqual(inA.map((covered) => !covered))
        expect(minutes(within(a, b))).toEqual(inA.map((covered, minute) => covered && inB[minute] === true))
      }),
      { numRuns: 50 },
    )
  })
})
