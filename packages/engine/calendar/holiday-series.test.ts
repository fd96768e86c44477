import { describe, expect, test } from 'vitest'
import { formatCivilDate } from '../base/civil-date.ts'
import { easterSunday, orthodoxEasterSunday, readHolidaySeries } from './holiday-series.ts'

describe('the days of a holiday are read from their text', () => {
  test.each([
    ['a date', '0501*2', ['1970-05-01', '1971-05-01']],
    ['days from Easter', 'e-2*2', ['1970-03-27', '1971-04-09']],
    ['days from Orthodox Easter', 'o1*2', ['1970-04-27', '1971-04-19']],
    ['no day for some years', '-*12 0508*1', ['1982-05-08']],
    [
      'a date moved by its weekday, or dropped',
      '0101:mmmmmo.*5',
      ['1970-01-01', '1971-01-01', '1972-01-03', '1973-01-01', '1974-01-01'],
    ],
    ['day of the year, year by year', '=00--a1', ['1970-01-01', '1972-12-27']],
    ['segments one after the other', '1225*1 =a0 -*1 e0*1', ['1970-12-25', '1971-12-27', '1973-04-22']],
    ['a day that some years lack', '0229*3', ['1972-02-29']],
  ])('%s', (_, text, dates) => {
    expect(readHolidaySeries(text).map(formatCivilDate)).toEqual(dates)
  })
})

describe('Easter Sunday', () => {
  test.each([
    [1981, '1981-04-19', '1981-04-26'],
    [2000, '2000-04-23', '2000-04-30'],
    [2008, '2008-03-23', '2008-04-27'],
    [2011, '2011-04-24', '2011-04-24'],
    [2026, '2026-04-05', '2026-04-12'],
    [2038, '2038-04-25', '2038-04-25'],
    [2049, '2049-04-18', '2049-04-25'],
    [2076, '2076-04-19', '2076-04-26'],
    [2100, '2100-03-28', '2100-05-02'],
  ])('of %i is %s, the Orthodox one %s', (year, western, orthodox) => {
    expect(formatCivilDate(easterSunday(year))).toBe(western)
    expect(formatCivilDate(orthodoxEasterSunday(year))).toBe(orthodox)
  })
})
