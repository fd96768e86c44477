import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { formatCivilDate, parseCivilDate } from './civil-date.ts'
import { daysAfter, daysBefore, longestDays, repeatedAfter } from './shift-date.ts'

const day = (text: string) => parseCivilDate(text) ?? Number.NaN

test.each([
  ['2026-08-31', 'P6M', '2027-02-28'],
  ['2024-02-29', 'P1Y', '2025-02-28'],
  ['2026-01-01', 'P2W', '2026-01-15'],
  ['2026-01-01', 'PT1H', '2026-01-02'],
  ['2026-01-31', 'P1M1D', '2026-03-01'],
])('%s and %s later: %s', (from, duration, to) => {
  expect(formatCivilDate(daysAfter(day(from), duration))).toBe(to)
})

test.each([
  ['P2M', 62],
  ['P1M', 31],
  ['P60D', 60],
  ['P1Y', 365],
])('%s lasts at most %i days', (duration, days) => {
  expect(longestDays(duration)).toBe(days)
})

test('law: as Temporal does, forward and back', () => {
  const start = fc.integer({ min: 0, max: 40_000 })
  const length = fc.record({ months: fc.nat(60), days: fc.nat(400) })
  fc.assert(
    fc.property(start, length, fc.integer({ min: 1, max: 6 }), (from, { months, days }, times) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: from })
      const text = `P${months}M${days}D`
      expect(formatCivilDate(daysAfter(from, text))).toBe(String(date.add({ months, days })))
      expect(formatCivilDate(daysBefore(from, text))).toBe(String(date.subtract({ months, days })))
      expect(formatCivilDate(repeatedAfter(from, text, times))).toBe(
        String(date.add({ months: months * times, days: days * times })),
      )
    }),
  )
})
