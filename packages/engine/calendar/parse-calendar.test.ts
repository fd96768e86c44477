import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CalendarError } from './calendar-error.ts'
import { compileCalendar } from './compile-calendar.ts'
import type { CalendarDefinition } from './definition.ts'
import { parseCalendar } from './parse-calendar.ts'

const PLAIN = { timeZone: 'Europe/Paris', weekly: { mon: ['09:00-18:00'] } }

describe('a calendar is read strictly', () => {
  test('one that is right is returned as it stands', () => {
    const value = {
      label: 'Heures ouvrées',
      ...PLAIN,
      holidays: { country: 'FR', region: '57', dates: ['2026-05-15'], worked: ['whit-monday'], closes: 'shift' },
      exceptions: [
        { date: '2026-12-24', hours: ['09:00-12:00'], label: 'Fermeture anticipée' },
        { first: '2026-08-10', last: '2026-08-14', hours: [] },
        { date: '2026-12-24', closed: ['10:00-10:30'] },
      ],
      onCall: true,
    }
    expect(parseCalendar(value)).toEqual({ ok: true, definition: value })
  })

  const faults: readonly (readonly [string, unknown, string, string])[] = [
    ['nothing at all', null, 'not-a-map', ''],
    ['a list', [], 'not-a-map', ''],
    ['no zone', { weekly: 'always' }, 'missing-key', 'timeZone'],
    ['no week', { timeZone: 'UTC' }, 'missing-key', 'weekly'],
    ['an unknown key', { ...PLAIN, holiday: {} }, 'unknown-key', 'holiday'],
    ['an unknown day', { ...PLAIN, weekly: { lundi: [] } }, 'unknown-key', 'weekly.lundi'],
    [
      'a key of the language',
      JSON.parse('{"timeZone":"UTC","weekly":"always","__proto__":{}}'),
      'unknown-key',
      '__proto__',
    ],
    ['an unknown zone', { ...PLAIN, timeZone: 'Europe/Pari' }, 'unknown-time-zone', 'timeZone'],
    ['another week', { ...PLAIN, weekly: 'sometimes' }, 'not-the-hours-of-a-week', 'weekly'],
    ['hours without a zero', { ...PLAIN, weekly: { mon: ['9:00-18:00'] } }, 'not-hours-of-a-day', 'weekly.mon[0]'],
    [
      'hours that start at 24:00',
      { ...PLAIN, weekly: { mon: ['24:00-06:00'] } },
      'not-hours-of-a-day',
      'weekly.mon[0]',
    ],
    ['hours past 24:00', { ...PLAIN, weekly: { mon: ['18:00-24:30'] } }, 'not-hours-of-a-day', 'weekly.mon[0]'],
    ['hours with spaces', { ...PLAIN, weekly: { mon: ['09:00 - 18:00'] } }, 'not-hours-of-a-day', 'weekly.mon[0]'],
    ['hours that are no list', { ...PLAIN, weekly: { mon: '09:00-18:00' } }, 'not-a-list', 'weekly.mon'],
    ['a number for a region', holidays({ country: 'FR', region: 57 }), 'not-a-text', 'holidays.region'],
    ['an unknown country', holidays({ country: 'XX' }), 'unknown-country', 'holidays.country'],
    ['a country in small letters', holidays({ country: 'fr' }), 'not-a-country', 'holidays.country'],
    ['an unknown region', holidays({ country: 'FR', region: '99' }), 'unknown-region', 'holidays.region'],
    ['a region without a country', holidays({ region: '57' }), 'region-without-country', 'holidays.region'],
    [
      'an unknown holiday',
      holidays({ country: 'FR', worked: ['white-monday'] }),
      'unknown-holiday',
      'holidays.worked[0]',
    ],
    [
      'a holiday of elsewhere',
      holidays({ country: 'FR', worked: ['good-friday'] }),
      'unknown-holiday',
      'holidays.worked[0]',
    ],
    [
      'a worked day that is no holiday',
      holidays({ country: 'FR', worked: ['2026-05-26'] }),
      'unknown-holiday',
      'holidays.worked[0]',
    ],
    [
      'a worked date that does not exist',
      holidays({ country: 'FR', worked: ['2026-02-30'] }),
      'impossible-date',
      'holidays.worked[0]',
    ],
    [
      'a date both closed and worked',
      holidays({ dates: ['2026-05-15'], worked: ['2026-05-15'] }),
      'holiday-contradiction',
      'holidays.worked[0]',
    ],
    ['a holiday that does not exist', holidays({ dates: ['2026-02-30'] }), 'not-a-civil-date', 'holidays.dates[0]'],
    ['an unknown way to close', holidays({ country: 'FR', closes: 'day' }), 'unknown-value', 'holidays.closes'],
    [
      'an exception that does not exist',
      exceptions({ date: '2026-02-30', hours: [] }),
      'not-a-civil-date',
      'exceptions[0].date',
    ],
    ['an exception without a date', exceptions({ hours: [] }), 'exception-without-date', 'exceptions[0]'],
    [
      'an exception with half a span',
      exceptions({ first: '2026-01-01', hours: [] }),
      'exception-without-date',
      'exceptions[0]',
    ],
    [
      'an exception with two dates',
      exceptions({ date: '2026-01-01', last: '2026-01-02', hours: [] }),
      'exception-date-twice',
      'exceptions[0]',
    ],
    [
      'an exception that ends before it starts',
      exceptions({ first: '2026-01-02', last: '2026-01-01', hours: [] }),
      'exception-backwards',
      'exceptions[0].last',
    ],
    [
      'an exception that changes nothing',
      exceptions({ date: '2026-01-02', label: 'Rien' }),
      'exception-without-effect',
      'exceptions[0]',
    ],
    [
      'an exception that cuts nothing',
      exceptions({ date: '2026-01-02', closed: [] }),
      'exception-without-effect',
      'exceptions[0]',
    ],
    [
      'a date with two sets of hours',
      exceptions(
        { first: '2026-01-01', last: '2026-01-09', hours: [] },
        { date: '2026-01-09', hours: ['09:00-10:00'] },
      ),
      'exceptions-overlap',
      'exceptions[1]',
    ],
    ['one hundred thousand levels', { ...PLAIN, weekly: nested(100_000) }, 'too-deep', ''],
  ]
  test.each(faults)('%s is refused', (_, value, code, path) => {
    const reading = parseCalendar(value)
    expect(reading.ok ? [] : reading.issues.map((issue) => [issue.code, issue.place.path])).toContainEqual([code, path])
    expect(() => compileCalendar(value as CalendarDefinition)).toThrow(CalendarError)
  })

  test('all faults are told at once, in two languages, with the form expected', () => {
    const reading = parseCalendar({ ...holidays({ country: 'XX' }), timeZone: 'Paris' })
    expect(reading.ok ? [] : reading.issues).toMatchObject([
      { code: 'unknown-time-zone', expected: { fr: 'un nom IANA, par exemple Europe/Paris' } },
      { code: 'unknown-country', message: { en: 'unknown country: "XX"' } },
    ])
  })

  test('the error of a compiler tells the first fault with its path, and keeps all', () => {
    const value = { ...PLAIN, timeZone: 'europe/paris', holidays: { country: 'XX' } }
    try {
      compileCalendar(value)
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof CalendarError)) throw error
      expect(error.code).toBe('invalid-calendar')
      expect(error.message).toBe(
        'timeZone: unknown time zone: "europe/paris"; expected: an IANA name, for example Europe/Paris',
      )
      expect(error.issues).toHaveLength(2)
    }
  })

  test('any value is read or refused, never an exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (weekly, rest) => {
        expect(typeof parseCalendar({ timeZone: 'UTC', weekly, holidays: rest }).ok).toBe('boolean')
        expect(parseCalendar(rest).ok).toBe(false)
      }),
    )
  })
})

describe('hours over midnight and holidays', () => {
  const night = { timeZone: 'Europe/Paris', weekly: { fri: ['22:00-06:00'] } }

  test('need to state what a holiday closes', () => {
    const refused = parseCalendar({ ...night, holidays: { country: 'FR' } })
    expect(refused.ok ? [] : refused.issues).toMatchObject([
      { code: 'unstated-closes', place: { path: 'holidays.closes' } },
    ])
    expect(parseCalendar({ ...night, holidays: { dates: ['2026-01-01'] } }).ok).toBe(false)
  })

  test('also where only an exception runs over midnight', () => {
    const rare = { ...PLAIN, exceptions: [{ date: '2026-01-02', hours: ['20:00-02:00'] }] }
    expect(parseCalendar({ ...rare, holidays: { country: 'FR' } }).ok).toBe(false)
    expect(parseCalendar(rare).ok).toBe(true)
  })

  test.each(['22:00-24:00', '22:00-00:00', '00:00-00:00', '00:00-24:00'])('%s does not run over midnight', (hours) => {
    expect(parseCalendar({ ...night, weekly: { fri: [hours] }, holidays: { country: 'FR' } }).ok).toBe(true)
  })

  test('are free to say nothing where one of the two is missing', () => {
    expect(parseCalendar(night).ok).toBe(true)
    expect(parseCalendar({ ...night, holidays: {} }).ok).toBe(true)
    expect(parseCalendar({ ...night, weekly: 'always', holidays: { country: 'FR' } }).ok).toBe(true)
  })
})

function holidays(rule: object) {
  return { ...PLAIN, holidays: rule }
}

function exceptions(...list: object[]) {
  return { ...PLAIN, exceptions: list }
}

function nested(levels: number): unknown {
  let value: unknown = []
  for (let i = 0; i < levels; i++) value = [value]
  return value
}
