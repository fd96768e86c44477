import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCalendar } from './compile-calendar.ts'
import type { CalendarDefinition } from './definition.ts'
import type { Pauses } from './service-calendar.ts'

const DAY = 86_400_000

const CALENDARS = (
  [
    { timeZone: 'Europe/Paris', weekly: weekdays('09:00-12:30', '13:30-18:00'), holidays: { country: 'FR' } },
    { timeZone: 'America/Sao_Paulo', weekly: 'always', holidays: { country: 'BR' } },
    {
      timeZone: 'Australia/Lord_Howe',
      weekly: { ...weekdays('22:00-06:00'), sun: ['01:30-02:15'] },
      holidays: { country: 'AU', closes: 'shift' },
    },
    {
      timeZone: 'Pacific/Apia',
      weekly: weekdays('08:30-08:30'),
      holidays: { country: 'NZ', closes: 'civil-day' },
      exceptions: [{ first: '2020-03-01', last: '2020-05-01', closed: ['02:00-14:00'] }],
    },
    { timeZone: 'Africa/Cairo', weekly: { sun: ['00:00-00:30', '23:00-24:00'], fri: ['00:00-24:00'] } },
  ] as const satisfies readonly CalendarDefinition[]
).map(compileCalendar)

const calendar = fc.constantFrom(...CALENDARS)
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) }),
  fc.integer({ min: Date.UTC(2011, 11, 20), max: Date.UTC(2012, 0, 10) }),
  fc.integer({ min: Date.UTC(2020, 2, 1), max: Date.UTC(2020, 4, 10) }),
)
const duration = fc.integer({ min: 1, max: 40 * DAY })
const RUNS = { numRuns: 1000 }

describe('laws of open time', () => {
  test('it adds up: a to c is a to b and b to c', () => {
    fc.assert(
      fc.property(calendar, instant, duration, duration, (open, a, one, two) => {
        const [b, c] = [a + one, a + one + two]
        expect(open.openMilliseconds(a, c)).toBe(open.openMilliseconds(a, b) + open.openMilliseconds(b, c))
      }),
      RUNS,
    )
  })

  test('with pauses too', () => {
    fc.assert(
      fc.property(withPauses(), duration, ({ open, a, pauses }, size) => {
        const b = a + Math.floor(size / 3)
        const c = a + size
        expect(open.openMilliseconds(a, c, pauses)).toBe(
          open.openMilliseconds(a, b, pauses) + open.openMilliseconds(b, c, pauses),
        )
      }),
      RUNS,
    )
  })

  test('it never runs backwards, nor faster than the clock', () => {
    fc.assert(
      fc.property(withPauses(), duration, ({ open, a, pauses }, size) => {
        const counted = open.openMilliseconds(a, a + size, pauses)
        expect(counted).toBeGreaterThanOrEqual(0)
        expect(counted).toBeLessThanOrEqual(open.openMilliseconds(a, a + size))
        expect(open.openMilliseconds(a, a + size)).toBeLessThanOrEqual(size)
      }),
      RUNS,
    )
  })

  test('the way back is the way there, negative', () => {
    fc.assert(
      fc.property(withPauses(), duration, ({ open, a, pauses }, size) => {
        expect(open.openMilliseconds(a + size, a, pauses)).toBe(0 - open.openMilliseconds(a, a + size, pauses))
      }),
      RUNS,
    )
  })

  test('what is added is counted again, and nothing less suffices', () => {
    fc.assert(
      fc.property(withPauses(), duration, ({ open, a, pauses }, size) => {
        const due = open.addMilliseconds(a, size, pauses)
        expect(open.openMilliseconds(a, due, pauses)).toBe(size)
        expect(open.openMilliseconds(a, due - 1, pauses)).toBe(size - 1)
      }),
      RUNS,
    )
  })

  test('what is taken away is counted again, and nothing less suffices', () => {
    fc.assert(
      fc.property(withPauses(), duration, ({ open, a, pauses }, size) => {
        const from = open.addMilliseconds(a, -size, pauses)
        expect(open.openMilliseconds(from, a, pauses)).toBe(size)
        expect(open.openMilliseconds(from + 1, a, pauses)).toBe(size - 1)
      }),
      RUNS,
    )
  })

  test('its segments partition the time, and the open ones are what is counted', () => {
    fc.assert(
      fc.property(calendar, instant, duration, (open, a, size) => {
        const segments = open.segments(a, a + size)
        expect([a, ...segments.map(({ to }) => to)]).toEqual([...segments.map(({ from }) => from), a + size])
        const counted = segments.reduce((sum, { from, to, kind }) => (kind === 'open' ? sum + to - from : sum), 0)
        expect(counted).toBe(open.openMilliseconds(a, a + size))
        for (const { from, kind } of segments) expect(open.isOpen(from)).toBe(kind === 'open')
      }),
      RUNS,
    )
  })

  test('the next opening is open, and nothing opens before it', () => {
    fc.assert(
      fc.property(calendar, instant, (open, a) => {
        const next = open.nextOpening(a)
        expect(open.isOpen(next)).toBe(true)
        expect(open.openMilliseconds(a, next)).toBe(0)
      }),
      RUNS,
    )
  })

  test('an answer does not depend on the questions before it', () => {
    const definition: CalendarDefinition = {
      timeZone: 'Europe/Paris',
      weekly: weekdays('22:00-06:00'),
      holidays: { country: 'FR', closes: 'civil-day' },
      exceptions: [{ first: '1990-01-01', last: '2060-12-31', closed: ['23:00-23:30'] }],
    }
    const asked = compileCalendar(definition)
    fc.assert(
      fc.property(instant, duration, (a, size) => {
        const fresh = compileCalendar(definition)
        expect(asked.openMilliseconds(a, a + size)).toBe(fresh.openMilliseconds(a, a + size))
        expect(asked.addMilliseconds(a, size)).toBe(fresh.addMilliseconds(a, size))
        expect(asked.workingDaysAfter(a, 3)).toBe(fresh.workingDaysAfter(a, 3))
        expect(asked.segments(a, a + size)).toEqual(fresh.segments(a, a + size))
      }),
      { numRuns: 150 },
    )
  })
})

function withPauses() {
  return fc.tuple(calendar, instant).chain(([open, a]) => {
    const pause = fc.tuple(fc.integer({ min: -20 * DAY, max: 60 * DAY }), fc.integer({ min: 0, max: 3 * DAY }))
    const pauses: fc.Arbitrary<Pauses> = fc.array(
      pause.map(([from, length]) => [a + from, a + from + length] as const),
      { maxLength: 6 },
    )
    return fc.record({ open: fc.constant(open), a: fc.constant(a), pauses })
  })
}

function weekdays(...hours: readonly string[]) {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
}
