import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeSeries, orthodoxEaster, westernEaster } from './encode-holiday-series.ts'
import { places, readPlace } from './generate-holidays.ts'

const TABLE = readFileSync(new URL('../packages/engine/calendar/holidays.generated.ts', import.meta.url), 'utf8')
const [NAMES, SERIES, PLACES] = ['HOLIDAY_NAMES', 'HOLIDAY_SERIES', 'HOLIDAY_PLACES'].map(linesOf)
const ENTRIES = new Map(PLACES?.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))

describe('the holiday table is what the library gives', () => {
  test('of the version that is installed', () => {
    const { version } = JSON.parse(readFileSync(new URL(import.meta.resolve('date-holidays/package.json')), 'utf8'))
    expect(TABLE).toContain(`HOLIDAY_TABLE_VERSION = 'date-holidays ${version}'`)
  })

  test('for every country, state and region that it knows', () => {
    expect([...ENTRIES.keys()]).toEqual(places().map((place) => place.join('.')))
  })

  test.each(['FR', 'DE.BY', 'GB.ENG', 'MA'])('%s comes out again, name by name and year by year', (name) => {
    const expected = readPlace(name.split('.')).flatMap(({ name: holiday, days }) =>
      encodeSeries(days).map((series) => `${holiday} ${series}`),
    )
    expect(written(name).sort()).toEqual(expected.sort())
  })
})

describe('the days of a holiday are written as the simplest rule of each run of years', () => {
  const years = Array.from({ length: 131 }, (_, i) => 1970 + i)

  test.each([
    ['a date', (year: number) => [on(year, 5, 1)], ['0501*131']],
    ['a day after Easter', (year: number) => [westernEaster(year) + 39], ['e39*131']],
    ['a day before Orthodox Easter', (year: number) => [orthodoxEaster(year) - 2], ['o-2*131']],
    ['a date since a year', (year: number) => (year < 1982 ? [] : [on(year, 5, 8)]), ['-*12 0508*119']],
    ['two dates', (year: number) => [on(year, 1, 1), on(year, 1, 2)], ['0101*131', '0102*131']],
    ['a day once', (year: number) => (year === 2023 ? [on(year, 5, 8)] : []), ['-*53 0508:m......*5']],
  ])('%s', (_, rule, expected) => {
    expect(encodeSeries(new Set(years.flatMap(rule)))).toEqual(expected)
  })

  test('a weekday of a month is a date moved by its own weekday', () => {
    const [text] = encodeSeries(new Set(years.map((year) => firstMonday(year))))
    expect(text).toMatch(/^\d{4}:[a-y]{7}\*131$/)
  })
})

/** `id|en|fr series` of each entry of a place, its parents' included. */
function written(place: string): string[] {
  const dot = place.lastIndexOf('.')
  const own = (ENTRIES.get(place) ?? '').split(' ').filter((entry) => entry !== '')
  const inherited = dot < 0 ? [] : written(place.slice(0, dot))
  const told = (entry: string): string => {
    const [name = 0, series = 0] = entry.split('.').map((number) => Number.parseInt(number, 36))
    return `${NAMES?.[name]} ${SERIES?.[series]}`
  }
  const removed = own.filter((entry) => entry.startsWith('-')).map((entry) => told(entry.slice(1)))
  const added = own.filter((entry) => !entry.startsWith('-')).map(told)
  return [...inherited.filter((entry) => !removed.includes(entry)), ...added]
}

function linesOf(name: string): readonly string[] {
  return TABLE.split(`export const ${name} = \`\n`)[1]?.split('\n`')[0]?.split('\n') ?? []
}

function on(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}

function firstMonday(year: number): number {
  let day = on(year, 9, 1)
  while (new Date(day * 86_400_000).getUTCDay() !== 1) day++
  return day
}
