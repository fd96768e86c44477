import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCalendar } from '../../calendar/compile-calendar.ts'
import type { CalendarDefinition } from '../../calendar/definition.ts'
import type { Target } from '../clause-types.ts'
import { compareTargets } from './compare-targets.ts'

const HOUR = 3_600_000
const business: CalendarDefinition = {
  timeZone: 'Europe/Paris',
  weekly: {
    mon: ['08:00-18:00'],
    tue: ['08:00-18:00'],
    wed: ['08:00-12:00'],
    thu: ['08:00-18:00'],
    fri: ['08:00-17:00'],
  },
}
const calendars = { business }
const calendar = { default: 'business', bySite: {} }
const hours = (count: number): Target => ({ kind: 'open-time', milliseconds: count * HOUR, calendar })
const workingDays = (days: number, cutoff?: string): Target => ({
  kind: 'working-days',
  days,
  calendar,
  until: 'end-of-day',
  ...(cutoff !== undefined && { cutoff }),
})

describe('targets on one calendar', () => {
  test.each([
    ['2 h and 4 h', hours(2), hours(4), -1],
    ['9 working days and 8 h', workingDays(9), hours(8), 1],
    ['8 h and 9 working days', hours(8), workingDays(9), -1],
    ['1 working day and 8 h: it depends on the hour of the report', workingDays(1), hours(8), undefined],
    ['3 and 5 working days', workingDays(3), workingDays(5), -1],
    ['3 civil days and 3 working days', { kind: 'civil-days', days: 3 } as const, workingDays(3), undefined],
  ])('%s', (_, a, b, expected) => {
    expect(compareTargets(a, b, calendars)).toBe(expected)
  })

  test('a target that is called longer is due later, whenever the ticket is reported', () => {
    const compiled = compileCalendar(business)
    const monday = Date.UTC(2026, 0, 5)
    const reports = Array.from({ length: 7 * 24 }, (_, hour) => monday + hour * HOUR)
    const dueAt = (target: Target, from: number): number =>
      target.kind === 'open-time'
        ? compiled.addMilliseconds(from, target.milliseconds)
        : target.kind === 'working-days'
          ? compiled.workingDaysAfter(from, target.days, target.cutoff, target.until)
          : from
    const anyDays = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(undefined, '12:00'))
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 1, max: 90 }), ([days, cutoff], count) => {
        const [late, open] = [workingDays(days, cutoff), hours(count)]
        const said = compareTargets(late, open, calendars)
        if (said === undefined) return true
        return reports.every((from) => Math.sign(dueAt(late, from) - dueAt(open, from)) === said)
      }),
      { numRuns: 100 },
    )
  })
})
