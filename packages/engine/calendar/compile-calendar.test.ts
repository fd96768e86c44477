import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../base/instant.ts'
import { CalendarError, type CalendarErrorCode } from './calendar-error.ts'
import { compileCalendar } from './compile-calendar.ts'
import type { CalendarDefinition } from './definition.ts'

const HOUR = 3600

describe('open time is added and counted on the wall clock of the calendar', () => {
  const desk = calendar({ weekly: weekdays('08:30-18:00'), holidays: { country: 'FR' } })
  const always = calendar({ weekly: 'always' })
  const eightToSix = calendar({ weekly: weekdays('08:00-18:00') })

  test('eight hours from a Friday afternoon end on Monday', () => {
    expect(added(desk, '2026-11-13T16:30+01:00', 8 * HOUR)).toBe('2026-11-16T14:00:00.000Z')
  })

  test('a stop on the way moves the end by its open time', () => {
    const stop = pause('2026-11-16T10:00+01:00', '2026-11-16T11:30+01:00')
    expect(formatInstant(desk.add(at('2026-11-13T16:30+01:00'), 8 * HOUR, [stop]))).toBe('2026-11-16T15:30:00.000Z')
  })

  test('24 hours of a 24 × 7 calendar are a day', () => {
    expect(added(always, '2026-11-13T16:30+01:00', 24 * HOUR)).toBe('2026-11-14T15:30:00.000Z')
  })

  test('four hours from two before closing end two after opening (GLPI, H+4)', () => {
    expect(added(eightToSix, '2026-11-12T16:00+01:00', 4 * HOUR)).toBe('2026-11-13T09:00:00.000Z')
  })

  test.each([
    ['October, with the hour that comes twice', '2026-10-01T00:00+02:00', '2026-11-01T00:00+01:00', 745],
    ['March, with the hour that is skipped', '2026-03-01T00:00+01:00', '2026-04-01T00:00+02:00', 743],
    ['the day of the autumn change', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 25],
    ['the day of the spring change', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 23],
  ])('%s has %s–%s: %i hours', (_, from, to, hours) => {
    expect(always.between(at(from), at(to))).toBe(hours * HOUR)
  })

  test('Wednesday 11 November 2026 is closed', () => {
    expect(desk.between(at('2026-11-11T00:00+01:00'), at('2026-11-12T00:00+01:00'))).toBe(0)
    expect(added(desk, '2026-11-10T17:00+01:00', 2 * HOUR)).toBe('2026-11-12T08:30:00.000Z')
  })

  test('an end before the start is negative, pauses too', () => {
    const a = at('2026-11-16T12:00+01:00')
    const b = at('2026-11-16T09:00+01:00')
    const stop = pause('2026-11-16T10:00+01:00', '2026-11-16T10:30+01:00')
    expect(desk.between(a, b)).toBe(-3 * HOUR)
    expect(desk.between(a, b, [stop])).toBe(-2.5 * HOUR)
    expect(Object.is(desk.between(a, a), 0)).toBe(true)
  })

  test('pauses in any order, overlapping, closed or outside count once', () => {
    const pauses = [
      pause('2026-11-16T11:00+01:00', '2026-11-16T12:00+01:00'),
      pause('2026-11-16T10:00+01:00', '2026-11-16T11:30+01:00'),
      pause('2026-11-16T03:00+01:00', '2026-11-16T05:00+01:00'),
      pause('2026-11-15T23:00+01:00', '2026-11-16T09:00+01:00'),
      pause('2026-11-16T10:00+01:00', '2026-11-16T10:00+01:00'),
    ]
    expect(desk.between(at('2026-11-16T08:30+01:00'), at('2026-11-16T18:00+01:00'), pauses)).toBe(7 * HOUR)
  })

  test('milliseconds are kept', () => {
    const start = at('2026-11-16T09:00:00.001+01:00')
    expect(desk.between(start, start + 1)).toBe(0.001)
    expect(desk.add(start, 0.001)).toBe(start + 1)
    expect(desk.add(start, 0.1 + 0.2)).toBe(start + 300)
  })
})

describe('adding reaches the earliest instant', () => {
  const split = calendar({ weekly: weekdays('09:00-12:00', '14:00-18:00') })

  test.each([
    ['used up exactly at closing: the closing instant, not the next opening', 3 * HOUR, '2026-11-16T11:00:00.000Z'],
    ['one more second: after lunch', 3 * HOUR + 1, '2026-11-16T13:00:01.000Z'],
    ['used up exactly at the day’s end', 7 * HOUR, '2026-11-16T17:00:00.000Z'],
    ['nothing: the start itself', 0, '2026-11-16T08:00:00.000Z'],
  ])('%s', (_, seconds, expected) => {
    expect(added(split, '2026-11-16T09:00+01:00', seconds)).toBe(expected)
  })

  test('nothing added outside hours is the start itself', () => {
    expect(added(split, '2026-11-14T03:00+01:00', 0)).toBe('2026-11-14T02:00:00.000Z')
  })

  test('backwards it is the latest: an opening instant, not the closing before', () => {
    expect(added(split, '2026-11-16T15:00+01:00', -HOUR)).toBe('2026-11-16T13:00:00.000Z')
    expect(added(split, '2026-11-16T15:00+01:00', -HOUR - 1)).toBe('2026-11-16T10:59:59.000Z')
    expect(added(split, '2026-11-16T15:00+01:00', -4 * HOUR)).toBe('2026-11-16T08:00:00.000Z')
  })

  test('used up exactly when a pause begins: that instant, not the pause’s end', () => {
    const stop = pause('2026-11-16T10:00+01:00', '2026-11-16T11:00+01:00')
    expect(formatInstant(split.add(at('2026-11-16T09:00+01:00'), HOUR, [stop]))).toBe('2026-11-16T09:00:00.000Z')
    expect(formatInstant(split.add(at('2026-11-16T12:00+01:00'), -HOUR, [stop]))).toBe('2026-11-16T10:00:00.000Z')
  })

  test('a start within a pause waits for its end', () => {
    const stop = pause('2026-11-16T08:00+01:00', '2026-11-16T11:00+01:00')
    expect(formatInstant(split.add(at('2026-11-16T09:00+01:00'), HOUR, [stop]))).toBe('2026-11-16T11:00:00.000Z')
  })
})

describe('hours as the contract writes them', () => {
  test('touching and overlapping intervals are one', () => {
    const merged = calendar({ weekly: { mon: ['09:00-12:00', '12:00-14:00', '13:00-15:00'] } })
    expect(merged.segments(at('2026-11-16T00:00+01:00'), at('2026-11-17T00:00+01:00')).map(({ kind }) => kind)).toEqual(
      ['outside-hours', 'open', 'outside-hours'],
    )
    expect(hoursOn(merged, '2026-11-16')).toBe(6)
  })

  test('hours over midnight belong to the day on which they start', () => {
    const night = calendar({ weekly: { fri: ['22:00-06:00'] } })
    expect(night.isOpen(at('2026-11-14T05:59:59.999+01:00'))).toBe(true)
    expect(night.isOpen(at('2026-11-14T06:00+01:00'))).toBe(false)
    expect(night.opensOn('2026-11-13')).toBe(true)
    expect(night.opensOn('2026-11-14')).toBe(false)
  })

  test('24:00 ends the day; equal ends are 24 hours', () => {
    expect(hoursOn(calendar({ weekly: { mon: ['18:00-24:00'] } }), '2026-11-16')).toBe(6)
    expect(hoursOn(calendar({ weekly: { mon: ['00:00-00:00'] } }), '2026-11-16')).toBe(24)
    const round = calendar({ weekly: { mon: ['08:00-08:00'] } })
    expect(round.between(at('2026-11-16T00:00+01:00'), at('2026-11-18T00:00+01:00'))).toBe(24 * HOUR)
    expect(round.isOpen(at('2026-11-17T07:59+01:00'))).toBe(true)
  })

  test('a shift over the autumn change has an hour more, over the spring change an hour less', () => {
    const night = calendar({ weekly: { sat: ['22:00-06:00'] } })
    expect(night.between(at('2026-10-24T12:00+02:00'), at('2026-10-25T12:00+01:00'))).toBe(9 * HOUR)
    expect(night.between(at('2026-03-28T12:00+01:00'), at('2026-03-29T12:00+02:00'))).toBe(7 * HOUR)
  })

  test('hours inside the skipped hour move forward; those that the jump turns around vanish', () => {
    const early = (hours: string) => calendar({ weekly: { sun: [hours] } })
    const day = (c: ReturnType<typeof calendar>) =>
      c.between(at('2026-03-29T00:00+01:00'), at('2026-03-30T00:00+02:00'))
    expect(day(early('02:00-02:45'))).toBe(0.75 * HOUR)
    expect(day(early('02:45-03:15'))).toBe(0)
    expect(day(early('01:00-02:30'))).toBe(1.5 * HOUR)
    expect(early('02:00-02:45').isOpen(at('2026-03-29T03:30+02:00'))).toBe(true)
  })

  test('hours that end in the repeated hour end in the first pass', () => {
    const early = calendar({ weekly: { sun: ['01:00-02:30'] } })
    expect(hoursOn(early, '2026-10-25')).toBe(1.5)
  })

  test('a day whose midnight does not exist opens when it begins', () => {
    const sao = calendar({ timeZone: 'America/Sao_Paulo', weekly: 'always' })
    expect(sao.between(at('2018-11-04T00:00-03:00'), at('2018-11-05T00:00-02:00'))).toBe(23 * HOUR)
    expect(sao.civilDate(at('2018-11-04T03:00Z'))).toBe('2018-11-04')
  })

  test('a date that does not exist has no hours and is no working day', () => {
    const apia = calendar({ timeZone: 'Pacific/Apia', weekly: weekdays('09:00-17:00') })
    expect(apia.opensOn('2011-12-29')).toBe(true)
    expect(apia.opensOn('2011-12-30')).toBe(false)
    expect(apia.between(at('2011-12-29T00:00-10:00'), at('2011-12-31T00:00+14:00'))).toBe(8 * HOUR)
    expect(formatInstant(apia.workingDaysAfter(at('2011-12-29T10:00-10:00'), 1))).toBe('2012-01-02T03:00:00.000Z')
    const day = calendar({ timeZone: 'Pacific/Apia', weekly: 'always' })
    expect(day.between(at('2011-12-29T00:00-10:00'), at('2012-01-01T00:00+14:00'))).toBe(48 * HOUR)
  })
})

describe('holidays and exceptions', () => {
  const night = (closes: 'shift' | 'civil-day') =>
    calendar({ weekly: weekdays('22:00-06:00'), holidays: { country: 'FR', closes } })

  test('closes: shift cancels the shift that starts on the holiday, and only that one', () => {
    const shifts = night('shift')
    // Friday 1 May 2026.
    expect(shifts.between(at('2026-04-30T12:00+02:00'), at('2026-05-03T00:00+02:00'))).toBe(8 * HOUR)
    expect(shifts.isOpen(at('2026-05-01T03:00+02:00'))).toBe(true)
    expect(shifts.isOpen(at('2026-05-01T23:00+02:00'))).toBe(false)
    expect(shifts.isOpen(at('2026-05-02T03:00+02:00'))).toBe(false)
  })

  test('closes: civil-day cuts 00:00 to 24:00, whoever works then', () => {
    const days = night('civil-day')
    expect(days.isOpen(at('2026-04-30T23:00+02:00'))).toBe(true)
    expect(days.isOpen(at('2026-05-01T03:00+02:00'))).toBe(false)
    expect(days.isOpen(at('2026-05-01T23:00+02:00'))).toBe(false)
    expect(days.isOpen(at('2026-05-02T03:00+02:00'))).toBe(true)
    expect(days.opensOn('2026-05-01')).toBe(false)
  })

  test('an exception wins over a holiday and over the week', () => {
    const open = calendar({
      weekly: weekdays('09:00-18:00'),
      holidays: { country: 'FR' },
      exceptions: [
        { date: '2026-12-25', hours: ['10:00-12:00'] },
        { date: '2026-12-26', hours: ['10:00-11:00'] },
        { first: '2026-12-28', last: '2026-12-30', hours: [] },
      ],
    })
    expect(
      ['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-30', '2026-12-31'].map((date) =>
        hoursOn(open, date),
      ),
    ).toEqual([2, 1, 0, 0, 0, 9])
  })

  test('an exception that only cuts time leaves the holiday closed', () => {
    const both = calendar({
      weekly: weekdays('09:00-18:00'),
      holidays: { country: 'FR' },
      exceptions: [{ date: '2026-12-25', closed: ['10:00-12:00'] }],
    })
    expect(hoursOn(both, '2026-12-25')).toBe(0)
  })

  test('closed cuts wall-clock time of the civil date, whichever shift it belongs to', () => {
    const cut = calendar({
      weekly: weekdays('22:00-06:00'),
      exceptions: [{ date: '2026-06-18', closed: ['02:00-04:00', '23:00-01:00'] }],
    })
    const open = (time: string) => cut.isOpen(at(`2026-06-${time}+02:00`))
    expect(open('18T01:59')).toBe(true)
    expect(open('18T02:00')).toBe(false)
    expect(open('18T04:00')).toBe(true)
    expect(open('18T23:00')).toBe(false)
    expect(open('19T00:30')).toBe(false)
    expect(open('19T01:00')).toBe(true)
    expect(open('19T02:30')).toBe(true)
  })

  test('closed and hours may stand together', () => {
    const both = calendar({
      weekly: weekdays('09:00-18:00'),
      exceptions: [{ date: '2026-06-18', hours: ['08:00-20:00'], closed: ['14:00-16:00'] }],
    })
    expect(hoursOn(both, '2026-06-18')).toBe(10)
  })

  test('an exception over the years before and after is read in full', () => {
    const shut = calendar({ weekly: 'always', exceptions: [{ first: '1970-01-01', last: '2100-12-30', hours: [] }] })
    expect(formatInstant(shut.nextOpening(0))).toBe('2100-12-30T23:00:00.000Z')
  })
})

describe('a calendar that never opens again says so', () => {
  const shut: readonly (readonly [string, Partial<CalendarDefinition>])[] = [
    ['no hours', { weekly: {} }],
    ['empty days', { weekly: { mon: [], tue: [] } }],
    ['closed from now on', { weekly: 'always', exceptions: [{ first: '2026-01-01', last: '2100-12-31', hours: [] }] }],
    [
      'cut from now on',
      { weekly: 'always', exceptions: [{ first: '2026-01-01', last: '2100-12-31', closed: ['00:00-24:00'] }] },
    ],
    ['open once', { weekly: {}, exceptions: [{ date: '2020-01-01', hours: ['09:00-10:00'] }] }],
  ]
  test.each(shut)('%s', (_, definition) => {
    const closed = calendar(definition)
    const now = at('2026-06-01T00:00Z')
    expect(code(() => closed.add(now, 1))).toBe('never-opens')
    expect(code(() => closed.nextOpening(now))).toBe('never-opens')
    expect(code(() => closed.workingDaysAfter(now, 1))).toBe('never-opens')
    expect(closed.add(now, 0)).toBe(now)
    expect(closed.between(now, at('2027-06-01T00:00Z'))).toBe(0)
    expect(closed.isOpen(now)).toBe(false)
    expect(closed.segments(now, now + 1000)).toMatchObject([{ kind: 'outside-hours' }])
  })

  test('backwards likewise', () => {
    const later = calendar({ weekly: {}, exceptions: [{ date: '2030-01-01', hours: ['09:00-10:00'] }] })
    expect(code(() => later.add(at('2026-06-01T00:00Z'), -1))).toBe('never-opens')
    expect(formatInstant(later.add(at('2026-06-01T00:00Z'), HOUR))).toBe('2030-01-01T09:00:00.000Z')
    expect(code(() => later.add(at('2026-06-01T00:00Z'), HOUR + 1))).toBe('never-opens')
  })
})

describe('a question past 1970–2100 is refused', () => {
  const always = calendar({ timeZone: 'UTC', weekly: 'always' })
  const desk = calendar({ weekly: weekdays('09:00-18:00'), holidays: { country: 'FR' } })
  const end = at('2101-01-01T00:00Z')

  test('as out of range, whatever is asked', () => {
    for (const t of [-1, end + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(code(() => always.between(t, 0))).toBe('out-of-range')
      expect(code(() => always.between(0, t))).toBe('out-of-range')
      expect(code(() => always.add(t, 1))).toBe('out-of-range')
      expect(code(() => always.isOpen(t))).toBe('out-of-range')
      expect(code(() => always.nextOpening(t))).toBe('out-of-range')
      expect(code(() => always.segments(0, t))).toBe('out-of-range')
      expect(code(() => always.civilDate(t))).toBe('out-of-range')
      expect(code(() => always.workingDaysAfter(t, 1))).toBe('out-of-range')
    }
    expect(code(() => always.opensOn('2101-01-01'))).toBe('out-of-range')
  })

  test('and so is an answer that would lie there', () => {
    expect(always.add(0, end / 1000)).toBe(end)
    expect(code(() => always.add(0, end / 1000 + 1))).toBe('out-of-range')
    expect(code(() => desk.add(0, 1e12))).toBe('out-of-range')
    expect(code(() => desk.add(0, -1e9))).toBe('out-of-range')
    expect(code(() => desk.workingDaysAfter(0, 1_000_000))).toBe('out-of-range')
  })

  test('while the whole of it can be counted', () => {
    expect(always.between(0, end)).toBe(end / 1000)
    expect(always.between(end, 0)).toBe(-end / 1000)
  })
})

describe('an argument that means nothing is refused', () => {
  const desk = calendar({ weekly: weekdays('09:00-18:00') })
  const now = at('2026-06-01T00:00Z')
  const invalid: readonly (readonly [string, () => unknown])[] = [
    ['a duration finer than a millisecond', () => desk.add(now, 0.0005)],
    ['no number', () => desk.add(now, Number.NaN)],
    ['an infinite duration', () => desk.add(now, Number.POSITIVE_INFINITY)],
    ['a pause that ends before it starts', () => desk.between(now, now + 1, [[now + 1, now]])],
    ['a pause without a bound', () => desk.between(now, now + 1, [[now, Number.NaN]])],
    ['a date that does not exist', () => desk.opensOn('2026-02-30')],
    ['half a working day', () => desk.workingDaysAfter(now, 0.5)],
    ['a negative number of working days', () => desk.workingDaysAfter(now, -1)],
    ['a cut-off that is no time', () => desk.workingDaysAfter(now, 1, '25:00')],
    ['an end that is no time', () => desk.workingDaysAfter(now, 1, undefined, 'noon')],
  ]
  test.each(invalid)('%s', (_, ask) => {
    expect(code(ask)).toBe('invalid-argument')
  })
})

describe('working days', () => {
  const desk = calendar({ weekly: weekdays('08:30-18:00'), holidays: { country: 'FR' } })
  const due = (from: string, days: number, cutoff?: string, until?: string, pauses: [number, number][] = []) =>
    formatInstant(desk.workingDaysAfter(at(from), days, cutoff, until, pauses))

  test.each([
    ['reported in the afternoon', '2026-11-13T16:30+01:00', 1, undefined, '2026-11-16T17:00:00.000Z'],
    [
      'reported after closing: the day still counts',
      '2026-11-13T23:00+01:00',
      1,
      undefined,
      '2026-11-16T17:00:00.000Z',
    ],
    ['reported just before the cut-off', '2026-11-13T15:59:59.999+01:00', 1, '16:00', '2026-11-16T17:00:00.000Z'],
    [
      'reported at the cut-off: day 0 is the next opening day',
      '2026-11-13T16:00+01:00',
      1,
      '16:00',
      '2026-11-17T17:00:00.000Z',
    ],
    ['reported on a Saturday: day 0 is Monday', '2026-11-14T10:00+01:00', 1, undefined, '2026-11-17T17:00:00.000Z'],
    ['reported on a holiday', '2026-11-11T10:00+01:00', 1, '16:00', '2026-11-13T17:00:00.000Z'],
    ['over a holiday', '2026-11-10T10:00+01:00', 1, undefined, '2026-11-12T17:00:00.000Z'],
    ['none: the day itself', '2026-11-13T10:00+01:00', 0, undefined, '2026-11-13T17:00:00.000Z'],
  ])('%s', (_, from, days, cutoff, expected) => {
    expect(due(from, days, cutoff)).toBe(expected)
  })

  test('end-of-day is the last closing instant, a wall time is that time', () => {
    expect(due('2026-11-13T10:00+01:00', 1, undefined, 'end-of-day')).toBe('2026-11-16T17:00:00.000Z')
    expect(due('2026-11-13T10:00+01:00', 1, undefined, '12:00')).toBe('2026-11-16T11:00:00.000Z')
    const split = calendar({
      weekly: { ...weekdays('09:00-12:30', '13:30-18:00'), fri: ['09:00-12:30', '13:30-17:00'] },
    })
    expect(formatInstant(split.workingDaysAfter(at('2026-11-12T10:00+01:00'), 1))).toBe('2026-11-13T16:00:00.000Z')
  })

  test('a night shift closes on the next civil day', () => {
    const night = calendar({ weekly: weekdays('22:00-06:00') })
    expect(formatInstant(night.workingDaysAfter(at('2026-11-12T23:00+01:00'), 1))).toBe('2026-11-14T05:00:00.000Z')
  })

  test('a 24 × 7 day closes at its midnight', () => {
    const always = calendar({ weekly: 'always' })
    expect(formatInstant(always.workingDaysAfter(at('2026-11-13T10:00+01:00'), 5))).toBe('2026-11-18T23:00:00.000Z')
  })

  test('paused open time is appended after the day; a pause over it counts once', () => {
    const stop = pause('2026-11-13T17:00+01:00', '2026-11-16T09:30+01:00')
    expect(due('2026-11-13T16:30+01:00', 1, undefined, undefined, [stop])).toBe('2026-11-17T09:30:00.000Z')
    const across = pause('2026-11-16T17:00+01:00', '2026-11-17T09:30+01:00')
    expect(due('2026-11-13T16:30+01:00', 1, undefined, undefined, [across])).toBe('2026-11-17T09:30:00.000Z')
    const before = pause('2026-11-12T09:00+01:00', '2026-11-13T16:30+01:00')
    expect(due('2026-11-13T16:30+01:00', 1, undefined, undefined, [before])).toBe('2026-11-16T17:00:00.000Z')
    const closed = pause('2026-11-14T09:00+01:00', '2026-11-15T16:30+01:00')
    expect(due('2026-11-13T16:30+01:00', 1, undefined, undefined, [closed])).toBe('2026-11-16T17:00:00.000Z')
  })
})

describe('segments tell why time is closed', () => {
  const business = calendar({
    weekly: { ...weekdays('09:00-12:30', '13:30-18:00'), fri: ['09:00-12:30', '13:30-17:00'] },
    holidays: { country: 'FR', worked: ['whit-monday'] },
    exceptions: [
      { date: '2026-12-24', hours: ['09:00-12:00'], label: 'Fermeture anticipée' },
      { first: '2026-08-10', last: '2026-08-14', hours: [], label: 'Fermeture annuelle' },
      { date: '2026-06-18', closed: ['14:00-16:00'], label: 'Réunion générale' },
    ],
  })
  const told = (from: string, to: string) =>
    business
      .segments(at(from), at(to))
      .map(({ from: start, to: end, kind, label }) =>
        [formatInstant(start).slice(5, 16), formatInstant(end).slice(5, 16), kind, label].filter(Boolean).join(' '),
      )

  test('an early closing, a holiday, a weekend', () => {
    expect(told('2026-12-23T17:00+01:00', '2026-12-28T10:00+01:00')).toEqual([
      '12-23T16:00 12-23T17:00 open',
      '12-23T17:00 12-24T08:00 outside-hours',
      '12-24T08:00 12-24T11:00 open',
      '12-24T11:00 12-24T23:00 outside-hours Fermeture anticipée',
      '12-24T23:00 12-25T23:00 holiday Noël',
      '12-25T23:00 12-28T08:00 outside-hours',
      '12-28T08:00 12-28T09:00 open',
    ])
  })

  test('a yearly closing is one span with the weekend about it, and the holiday within its own', () => {
    expect(told('2026-08-07T16:00+02:00', '2026-08-17T10:00+02:00')).toEqual([
      '08-07T14:00 08-07T15:00 open',
      '08-07T15:00 08-14T22:00 outside-hours Fermeture annuelle',
      '08-14T22:00 08-15T22:00 holiday Assomption',
      '08-15T22:00 08-17T07:00 outside-hours',
      '08-17T07:00 08-17T08:00 open',
    ])
  })

  test('time cut from a day names its reason; a worked holiday is an ordinary day', () => {
    expect(told('2026-06-18T13:30+02:00', '2026-06-18T18:00+02:00')).toEqual([
      '06-18T11:30 06-18T12:00 open',
      '06-18T12:00 06-18T14:00 outside-hours Réunion générale',
      '06-18T14:00 06-18T16:00 open',
    ])
    expect(told('2026-05-25T09:00+02:00', '2026-05-25T12:30+02:00')).toEqual(['05-25T07:00 05-25T10:30 open'])
  })

  test('two holidays in a row are one span with both names, in both languages', () => {
    const alsace = calendar({ weekly: weekdays('09:00-18:00'), holidays: { country: 'FR', region: '67' } })
    const [span] = alsace.segments(at('2026-12-25T00:00+01:00'), at('2026-12-27T00:00+01:00'))
    expect(span).toEqual({
      from: at('2026-12-25T00:00+01:00'),
      to: at('2026-12-27T00:00+01:00'),
      kind: 'holiday',
      label: 'Noël, Saint-Étienne',
      reason: { fr: 'Noël, Saint-Étienne', en: 'Christmas Day, St Stephen’s Day' },
    })
  })

  test('a cancelled night shift is the holiday’s to its end', () => {
    const night = calendar({ weekly: weekdays('22:00-06:00'), holidays: { country: 'FR', closes: 'shift' } })
    const kinds = night.segments(at('2026-05-01T06:00+02:00'), at('2026-05-02T12:00+02:00'))
    expect(kinds.map(({ to, kind }) => [formatInstant(to), kind])).toEqual([
      ['2026-05-02T04:00:00.000Z', 'holiday'],
      ['2026-05-02T10:00:00.000Z', 'outside-hours'],
    ])
  })

  test('nothing to cover is no segment', () => {
    expect(business.segments(5, 5)).toEqual([])
    expect(business.segments(at('2026-05-02T00:00Z'), at('2026-05-01T00:00Z'))).toEqual([])
  })
})

function calendar(definition: Partial<CalendarDefinition>) {
  return compileCalendar({ timeZone: 'Europe/Paris', weekly: {}, ...definition })
}

function weekdays(...hours: readonly string[]) {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
}

function at(text: string): number {
  const instant = parseInstant(text)
  if (typeof instant !== 'number') throw new Error(`${text}: ${instant}`)
  return instant
}

function pause(from: string, to: string): [number, number] {
  return [at(from), at(to)]
}

function added(calendar: ReturnType<typeof compileCalendar>, from: string, seconds: number): string {
  return formatInstant(calendar.add(at(from), seconds))
}

/** Open hours of a civil date in Europe/Paris. */
function hoursOn(calendar: ReturnType<typeof compileCalendar>, date: string): number {
  const noon = at(`${date}T12:00Z`)
  let from = noon
  while (calendar.civilDate(from - 900_000) === date) from -= 900_000
  let to = noon
  while (calendar.civilDate(to) === date) to += 900_000
  return calendar.between(from, to) / HOUR
}

function code(ask: () => unknown): CalendarErrorCode | undefined {
  try {
    ask()
    return undefined
  } catch (error) {
    if (error instanceof CalendarError) return error.code
    throw error
  }
}
