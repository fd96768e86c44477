import { describe, expect, test } from 'vitest'
import { easterSunday, orthodoxEasterSunday, readHolidaySeries } from '../packages/engine/calendar/holiday-series.ts'
import { HOLIDAY_PLACES } from '../packages/engine/calendar/holidays.generated.ts'
import { findHolidayPlace, publicHolidays } from '../packages/engine/calendar/holidays.ts'
import { encodeSeries, orthodoxEaster, westernEaster } from './encode-holiday-series.ts'
import { places, readPlace } from './generate-holidays.ts'

describe('the holiday table is what the library gives', () => {
  test('for every country, state and region that it knows', () => {
    expect(Object.keys(HOLIDAY_PLACES)).toEqual(places().map((place) => place.join('.')))
  })

  test.each(['DE', 'DE.BY', 'DE.BY.A', 'GB.ENG', 'US.CA', 'CH.ZH', 'BE', 'ES.MD', 'MA', 'IL', 'JP', 'TR', 'GR'])(
    '%s, day by day, in years near and far',
    (name) => {
      const place = name.split('.')
      for (const [from, to] of [
        [1999, 2000],
        [2024, 2028],
        [2060, 2061],
      ] as const) {
        const expected = new Set(readPlace(place, from, to).flatMap(({ days }) => [...days]))
        const inYears = [...expected].filter((day) => yearOf(day) >= from && yearOf(day) <= to)
        const found = findHolidayPlace(place[0] ?? '', place.length === 1 ? undefined : place.slice(1).join('.'))
        if (typeof found === 'string') throw new Error(found)
        const table = publicHolidays(found.place).filter(({ day }) => yearOf(day) >= from && yearOf(day) <= to)
        expect([...new Set(table.map(({ day }) => day))].sort()).toEqual(inYears.sort())
      }
    },
  )

  test('any days of the years read back from their text', () => {
    const days = new Set<number>()
    for (let year = 1970; year <= 2100; year++) {
      days.add(Date.UTC(year, 4, 1) / 86_400_000)
      if (year > 1985) days.add(westernEaster(year) + 39)
      if (year % 7 === 3) days.add(Date.UTC(year, 10, (year % 28) + 1) / 86_400_000)
    }
    expect(new Set(encodeSeries(days).flatMap(readHolidaySeries))).toEqual(days)
  })

  test('both sides reckon the same Easter', () => {
    for (let year = 1970; year <= 2100; year++) {
      expect(easterSunday(year)).toBe(westernEaster(year))
      expect(orthodoxEasterSunday(year)).toBe(orthodoxEaster(year))
    }
  })
})

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear()
}
