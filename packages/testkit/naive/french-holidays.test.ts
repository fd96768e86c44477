import { compileCalendar, type HolidayRule } from '@vigie/engine/calendar'
import { describe, expect, test } from 'vitest'
import { type FrenchRegion, frenchHolidays } from './french-holidays.ts'

const REGIONS: readonly (FrenchRegion | undefined)[] = [
  undefined,
  '57',
  '67',
  '68',
  '971',
  '972',
  '973',
  '974',
  '976',
  '977',
  '978',
]

describe('the holidays of France are those of the law, from 2000 to 2050', () => {
  test.each(REGIONS)('department %s', (region) => {
    const expected: string[] = []
    for (let year = 2000; year <= 2050; year++) expected.push(...frenchHolidays(year, region).keys())
    expect(closedDates(region === undefined ? { country: 'FR' } : { country: 'FR', region })).toEqual(expected.sort())
  })

  test.each(['01', '2A', '33', '59', '69', '75', '95', '975'])('department %s keeps the national list', (region) => {
    expect(closedDates({ country: 'FR', region })).toEqual(closedDates({ country: 'FR' }))
  })

  test.each([
    ['GP', '971'],
    ['MQ', '972'],
    ['GF', '973'],
    ['RE', '974'],
    ['YT', '976'],
    ['BL', '977'],
    ['MF', '978'],
  ])('%s is department %s, as a country too', (code, region) => {
    const expected = closedDates({ country: 'FR', region })
    expect(closedDates({ country: 'FR', region: code })).toEqual(expected)
    expect(closedDates({ country: code })).toEqual(expected)
  })

  test.each([
    ['987', '03-05'],
    ['988', '09-24'],
    ['986', '07-29'],
  ])('territory %s has a list of its own, with %s', (region, day) => {
    expect(closedDates({ country: 'FR', region })).toContain(`2026-${day}`)
  })
})

/** Dates of 2000–2050 that a holiday closes, in order. */
function closedDates(holidays: HolidayRule): readonly string[] {
  const calendar = compileCalendar({ timeZone: 'UTC', weekly: 'always', holidays })
  return calendar
    .segments(Date.UTC(2000, 0, 1), Date.UTC(2051, 0, 1))
    .filter(({ kind }) => kind === 'holiday')
    .flatMap(({ from, to }) => Array.from({ length: (to - from) / 86_400_000 }, (_, i) => from + i * 86_400_000))
    .map((instant) => calendar.civilDate(instant))
}
