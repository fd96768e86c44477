import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { epochDayOf } from '../base/civil-date.ts'
import { planCalendar } from './calendar-plan.ts'
import { type CalendarWindow, compileWindow } from './compile-window.ts'
import { END_DAY, FIRST_DAY } from './local-time.ts'

const NIGHT = ['22:00-06:00']
const WEEK = { mon: NIGHT, tue: NIGHT, wed: NIGHT, thu: NIGHT, fri: [...NIGHT, '08:00-08:00'] }
const LARGE = { first: epochDayOf(2011, 11, 1), end: epochDayOf(2012, 3, 1) }

describe('a window of days', () => {
  test.each(['Europe/Paris', 'Pacific/Apia', 'America/Sao_Paulo'])(
    'of %s holds what a larger one holds there',
    (timeZone) => {
      const plans = (['shift', 'civil-day'] as const).map((closes) =>
        planCalendar({
          timeZone,
          weekly: WEEK,
          holidays: { country: 'FR', dates: ['2011-11-10', '2011-12-15', '2012-02-01'], closes },
          exceptions: [
            { first: '2011-11-20', last: '2011-12-02', closed: ['23:00-01:00', '05:00-05:30'] },
            { date: '2012-01-11', hours: ['20:00-04:00'] },
            { first: '2012-02-14', last: '2012-02-20', hours: [] },
          ],
        }),
      )
      const large = plans.map((plan) => compileWindow(plan, LARGE.first, LARGE.end))
      const start = fc.integer({ min: LARGE.first + 3, max: LARGE.end - 12 })
      fc.assert(
        fc.property(fc.nat(1), start, fc.integer({ min: 1, max: 8 }), (which, first, days) => {
          const [plan, whole] = [plans[which], large[which]]
          if (plan === undefined || whole === undefined) throw new Error('no plan')
          const part = compileWindow(plan, first, first + days)
          expect(openWithin(part, part)).toEqual(openWithin(whole, part))
          const skipped = first - LARGE.first
          expect(part.lastClosings).toEqual(whole.lastClosings.slice(skipped, skipped + days))
        }),
        { numRuns: 1500 },
      )
    },
  )

  test('starts with the night that runs into it, even on the first day of all', () => {
    const plan = planCalendar({ timeZone: 'Europe/Paris', weekly: WEEK })
    const { opens, closes, from } = compileWindow(plan, FIRST_DAY, FIRST_DAY + 2)
    expect([opens[0], closes[0]]).toEqual([from, from + 6 * 3_600_000])
  })

  test('ends with the night that runs out of it, which closes on the day after', () => {
    const plan = planCalendar({ timeZone: 'Europe/Paris', weekly: WEEK })
    const { closes, count, to, lastClosings } = compileWindow(plan, END_DAY - 1, END_DAY)
    expect(closes[count - 1]).toBe(to)
    expect(lastClosings[0]).toBe(to + 8 * 3_600_000)
  })
})

/** Open intervals of a window, cut to the bounds of another. */
function openWithin(window: CalendarWindow, { from, to }: CalendarWindow): readonly (readonly [number, number])[] {
  return Array.from(window.opens.subarray(0, window.count), (open, i) => [open, window.closes[i] as number] as const)
    .map(([open, close]) => [Math.max(open, from), Math.min(close, to)] as const)
    .filter(([open, close]) => open < close)
}
