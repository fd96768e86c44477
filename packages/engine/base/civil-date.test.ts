import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  civilDateOf,
  daysInMonth,
  epochDayOf,
  formatCivilDate,
  isLeapYear,
  parseCivilDate,
  weekdayOf,
} from './civil-date.ts'

const anyDay = fc.integer({ min: -719_528, max: 2_932_896 })

describe('a civil date', () => {
  test('agrees with the platform for every day from 0000 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const platform = new Date(day * 86_400_000)
        expect(formatCivilDate(day)).toBe(platform.toISOString().slice(0, 10))
        expect(weekdayOf(day)).toBe((platform.getUTCDay() + 6) % 7)
      }),
      { numRuns: 2000 },
    )
  })

  test('reads back what it writes', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = civilDateOf(day)
        expect(epochDayOf(year, month, dayOfMonth)).toBe(day)
        expect(parseCivilDate(formatCivilDate(day))).toBe(day)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '2026-01-00',
    '2026-1-01',
    '26-01-01',
    '2026/01/01',
    ' 2026-01-01',
    '2026-01-01T',
    '２０２６-01-01',
    '',
  ])('%j is refused', (text) => {
    expect(parseCivilDate(text)).toBeUndefined()
  })

  test('leap years are those of the Gregorian calendar', () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false])
    expect(daysInMonth(2024, 2)).toBe(29)
  })

  test('a year outside 0–9999 is written in the expanded form', () => {
    expect(formatCivilDate(epochDayOf(10_000, 1, 1))).toBe('+010000-01-01')
    expect(formatCivilDate(epochDayOf(-1, 12, 31))).toBe('-000001-12-31')
  })
})

describe('adding months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s + %i months = %s', (from, months, to) => {
    expect(formatCivilDate(addMonths(parseCivilDate(from) ?? Number.NaN, months))).toBe(to)
  })
})
