import { describe, expect, test } from 'vitest'
import { formatCivilDate, parseCivilDate } from '../base/civil-date.ts'
import type { HolidayRule } from './definition.ts'
import { closingHolidays, findHolidayPlace, holidayIds, publicHolidays } from './holidays.ts'

describe('the holidays that close a calendar', () => {
  test('are the eleven of the French law, with their names in both languages', () => {
    expect(closing({ country: 'FR' }, 2026)).toEqual({
      '2026-01-01': 'Jour de l’an / New Year’s Day',
      '2026-04-06': 'Lundi de Pâques / Easter Monday',
      '2026-05-01': 'Fête du Travail / Labour Day',
      '2026-05-08': 'Victoire 1945 / Victory Day 1945',
      '2026-05-14': 'Ascension / Ascension Day',
      '2026-05-25': 'Lundi de Pentecôte / Whit Monday',
      '2026-07-14': 'Fête nationale / Bastille Day',
      '2026-08-15': 'Assomption / Assumption',
      '2026-11-01': 'Toussaint / All Saints’ Day',
      '2026-11-11': 'Armistice 1918 / Armistice Day 1918',
      '2026-12-25': 'Noël / Christmas Day',
    })
  })

  test('add Good Friday and the 26 December in Alsace-Moselle', () => {
    expect(Object.keys(closing({ country: 'FR', region: '57' }, 2026))).toEqual(
      expect.arrayContaining(['2026-04-03', '2026-12-26']),
    )
  })

  test('name both of two that fall on one day', () => {
    expect(closing({ country: 'FR' }, 2008)['2008-05-01']).toBe(
      'Ascension, Fête du Travail / Ascension Day, Labour Day',
    )
  })

  test('still close a day of which only one of two is worked', () => {
    const rule = { country: 'FR', worked: ['labour-day'] }
    expect(closing(rule, 2008)['2008-05-01']).toBe('Ascension / Ascension Day')
    expect(closing(rule, 2026)['2026-05-01']).toBeUndefined()
  })

  test.each(['whit-monday', 'pentecost-monday', '2026-05-25'])('leave out the worked %s', (worked) => {
    expect(closing({ country: 'FR', worked: [worked] }, 2026)['2026-05-25']).toBeUndefined()
  })

  test('leave out a worked date in its year only', () => {
    expect(closing({ country: 'FR', worked: ['2026-05-25'] }, 2027)['2027-05-17']).toBe(
      'Lundi de Pentecôte / Whit Monday',
    )
  })

  test('know the 8 May again since 1982, the abolition of slavery since 1983', () => {
    expect(closing({ country: 'FR' }, 1981)['1981-05-08']).toBeUndefined()
    expect(closing({ country: 'FR' }, 1982)['1982-05-08']).toBeDefined()
    expect(closing({ country: 'FR', region: '971' }, 1983)['1983-05-27']).toBeUndefined()
    expect(closing({ country: 'FR', region: '971' }, 1984)['1984-05-27']).toBeDefined()
  })

  test('add the dates of the contract, under a name of their own unless they are holidays already', () => {
    const days = closing({ country: 'FR', dates: ['2026-05-15', '2026-12-25'] }, 2026)
    expect(days['2026-05-15']).toBe('Jour férié du contrat / Contract holiday')
    expect(days['2026-12-25']).toBe('Noël / Christmas Day')
  })

  test('are none where the contract declares none', () => {
    expect(closing({}, 2026)).toEqual({})
  })
})

describe('holidays of other countries', () => {
  test.each([
    ['DE', undefined, '2026-10-03'],
    ['DE', 'BY', '2026-06-04'],
    ['DE', 'DE-BY', '2026-06-04'],
    ['GB', 'ENG', '2026-05-04'],
    ['US', undefined, '2026-11-26'],
    ['BE', undefined, '2026-07-21'],
    ['CH', 'GE', '2026-09-10'],
    ['LU', undefined, '2026-06-23'],
    ['JP', undefined, '2026-09-22'],
  ])('%s %s closes %s', (country, region, date) => {
    expect(closing(region === undefined ? { country } : { country, region }, 2026)[date]).toBeDefined()
  })

  test('a substitute day closes too, and is worked with its holiday', () => {
    const england = { country: 'GB', region: 'ENG' }
    expect(closing(england, 2022)['2022-01-03']).toBeDefined()
    expect(closing({ ...england, worked: ['new-years-day'] }, 2022)['2022-01-03']).toBeUndefined()
  })

  test('a holiday of several days closes each of them', () => {
    const eid = publicHolidays('EG').filter(({ id, day }) => id.startsWith('end-of-ramadan') && inYear(day, 2026))
    expect(eid.map(({ day }) => formatCivilDate(day))).toEqual(['2026-03-20', '2026-03-21', '2026-03-22'])
  })

  test('a half-day closes nothing', () => {
    expect(closing({ country: 'IS' }, 2026)['2026-12-24']).toBeUndefined()
  })

  test('every place has holidays, each with an id and both names', () => {
    for (const place of ['FR', 'DE.BY', 'JP', 'IL', 'GR', 'MA']) {
      expect(holidayIds(place).length).toBeGreaterThan(5)
      for (const { id, name } of publicHolidays(place)) {
        expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(name.fr).not.toBe('')
        expect(name.en).not.toBe('')
      }
    }
  })
})

describe('a place', () => {
  test.each([
    ['XX', undefined],
    ['fr', undefined],
    ['', undefined],
    ['FR.57', undefined],
    ['__proto__', undefined],
    ['toString', undefined],
  ])('%j is an unknown country', (country, region) => {
    expect(findHolidayPlace(country, region)).toBe('unknown-country')
  })

  test.each([
    ['FR', '20'],
    ['FR', '96'],
    ['FR', '1'],
    ['FR', '979'],
    ['FR', 'Alsace'],
    ['FR', ''],
    ['DE', 'by'],
    ['DE', 'XX'],
    ['DE', ''],
    ['GP', '971'],
  ])('of %s, %j is an unknown region', (country, region) => {
    expect(findHolidayPlace(country, region)).toBe('unknown-region')
  })
})

function closing(rule: HolidayRule, year: number): Record<string, string> {
  const days = [...closingHolidays(rule)].filter(([day]) => inYear(day, year)).sort(([a], [b]) => a - b)
  return Object.fromEntries(days.map(([day, name]) => [formatCivilDate(day), `${name.fr} / ${name.en}`]))
}

function inYear(day: number, year: number): boolean {
  return day >= (parseCivilDate(`${year}-01-01`) ?? 0) && day <= (parseCivilDate(`${year}-12-31`) ?? 0)
}
