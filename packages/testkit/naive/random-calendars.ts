// Random questions for the naive comparison: zones with hard rules, calendars with every feature, instants near changes.
import type { CalendarDefinition, CalendarException, HolidayRule } from '@vigie/engine/calendar'
import fc from 'fast-check'
import { readZoneRules } from './zone-rules.ts'

export type RandomQuestion = {
  readonly definition: CalendarDefinition
  /** Whole minutes, about which the exceptions, holidays and pauses of the question lie. */
  readonly start: number
  readonly pauses: readonly (readonly [number, number])[]
}

/** Midnight jumps, half hours, two hours, a date that does not exist, Ramadan rules, and the plain ones. */
export const ZONES = [
  'Europe/Paris',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/New_York',
  'Pacific/Apia',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'America/St_Johns',
  'Asia/Kathmandu',
  'America/Havana',
  'UTC',
] as const

const MINUTE = 60_000
const DAY = 86_400_000

/** Years 1990–2060; every second question starts within two days of a change of offset. */
export const randomQuestion: fc.Arbitrary<RandomQuestion> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    base: fc.integer({ min: Date.UTC(1990, 0, 3) / MINUTE, max: Date.UTC(2060, 11, 1) / MINUTE }),
    nearChange: fc.boolean(),
    shift: fc.integer({ min: -2880, max: 1440 }),
  })
  .map(({ zone, base, nearChange, shift }) => {
    const change = nearChange ? nextChange(base * MINUTE, zone) : undefined
    return { zone, start: change === undefined ? base * MINUTE : change + shift * MINUTE }
  })
  .chain(({ zone, start }) =>
    fc.record({ definition: calendarAround(zone, start), start: fc.constant(start), pauses: pausesAround(start) }),
  )

function nextChange(instant: number, zone: string): number | undefined {
  const change = readZoneRules(zone).spells.find(({ from }) => from > instant)?.from
  return change === undefined || change > Date.UTC(2060, 11, 1) ? undefined : Math.floor(change / MINUTE) * MINUTE
}

const time = fc
  .integer({ min: 0, max: 287 })
  .map((n) => `${String(Math.floor(n / 12)).padStart(2, '0')}:${String((n % 12) * 5).padStart(2, '0')}`)

/** Usual hours, hours over midnight, 24 hours, and hours that stand on the changes of offset. */
const interval = fc.oneof(
  fc.constantFrom('09:00-12:00', '14:00-18:00', '08:30-18:00', '22:00-06:00', '23:30-00:30', '00:00-24:00'),
  fc.constantFrom(
    '02:00-03:00',
    '01:30-02:15',
    '02:30-03:15',
    '00:00-00:30',
    '00:15-01:15',
    '08:30-08:30',
    '00:00-00:00',
  ),
  fc.tuple(time, time).map(([start, end]) => `${start}-${end}`),
)
const intervals = fc.array(interval, { maxLength: 3 })
const weekly = fc.oneof(
  { weight: 1, arbitrary: fc.constant('always' as const) },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        mon: intervals,
        tue: intervals,
        wed: intervals,
        thu: intervals,
        fri: intervals,
        sat: intervals,
        sun: intervals,
      },
      { requiredKeys: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    ),
  },
)

function calendarAround(timeZone: string, start: number): fc.Arbitrary<CalendarDefinition> {
  const dates = fc.integer({ min: -5, max: 12 }).map((n) => dateNear(start, n))
  return fc.record(
    {
      timeZone: fc.constant(timeZone),
      weekly,
      holidays: holidayRule(dates),
      exceptions: exceptionsAround(start),
    },
    { requiredKeys: ['timeZone', 'weekly'] },
  )
}

function holidayRule(dates: fc.Arbitrary<string>): fc.Arbitrary<HolidayRule> {
  const closes = fc.constantFrom('shift' as const, 'civil-day' as const)
  const own = fc.record({ dates: fc.uniqueArray(dates, { minLength: 1, maxLength: 3 }), closes })
  const french = fc.record(
    {
      country: fc.constant('FR'),
      region: fc.constantFrom('57', '67', '68', '971', '972', '973', '974', '976', '977', '978'),
      worked: fc.subarray(['whit-monday', 'labour-day', 'christmas-day', 'all-saints-day']),
      dates: fc.uniqueArray(dates, { maxLength: 2 }),
      closes,
    },
    { requiredKeys: ['country', 'closes'] },
  )
  return fc.oneof(own, french)
}

/** Hours for some dates, none twice; cuts wherever they fall. */
function exceptionsAround(start: number): fc.Arbitrary<readonly CalendarException[]> {
  const hours = fc
    .uniqueArray(fc.integer({ min: -4, max: 8 }), { maxLength: 3 })
    .chain((days) => fc.tuple(...days.map((n) => intervals.map((list) => ({ date: dateNear(start, n), hours: list })))))
  const cut = fc.record({
    first: fc.integer({ min: -4, max: 6 }),
    length: fc.integer({ min: 0, max: 3 }),
    closed: fc.array(interval, { minLength: 1, maxLength: 2 }),
  })
  const cuts = fc.array(
    cut.map(({ first, length, closed }) => ({
      first: dateNear(start, first),
      last: dateNear(start, first + length),
      closed,
    })),
    { maxLength: 2 },
  )
  return fc.tuple(hours, cuts).map(([first, second]) => [...first, ...second])
}

function pausesAround(start: number): fc.Arbitrary<readonly (readonly [number, number])[]> {
  const pause = fc.tuple(fc.integer({ min: -4000, max: 12_000 }), fc.integer({ min: 0, max: 3000 }))
  return fc.array(
    pause.map(([from, length]) => [start + from * MINUTE, start + (from + length) * MINUTE] as const),
    { maxLength: 4 },
  )
}

function dateNear(start: number, days: number): string {
  return new Date(start + days * DAY).toISOString().slice(0, 10)
}
