import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDateOf, formatCivilDate, parseCivilDate, weekdayOf } from '../base/civil-date.ts'
import { meetingDays } from './meeting-days.ts'

const day = (text: string) => parseCivilDate(text) ?? Number.NaN

function meetings(every: string, to: string, start = '2026-01-01', from = start): readonly string[] {
  return meetingDays(every, day(start), day(from), day(to)).map((one) => formatCivilDate(one.day))
}

describe('the days of a recurrence', () => {
  test.each<[rule: string, to: string, days: readonly string[]]>([
    ['FREQ=MONTHLY;BYDAY=2TU', '2026-04-01', ['2026-01-13', '2026-02-10', '2026-03-10']],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-03-01', ['2026-01-30', '2026-02-27']],
    ['FREQ=MONTHLY;BYMONTHDAY=15', '2026-03-01', ['2026-01-15', '2026-02-15']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-03-01', ['2026-01-31', '2026-02-28']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-06-01', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-03-01', ['2026-01-30', '2026-02-27']],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO', '2026-08-01', ['2026-01-05', '2026-04-06', '2026-07-06']],
    ['FREQ=MONTHLY', '2026-04-01', ['2026-01-01', '2026-02-01', '2026-03-01']],
    ['FREQ=WEEKLY;BYDAY=MO,TH', '2026-01-13', ['2026-01-01', '2026-01-05', '2026-01-08', '2026-01-12']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', '2026-02-01', ['2026-01-14', '2026-01-28']],
    ['FREQ=WEEKLY', '2026-01-20', ['2026-01-01', '2026-01-08', '2026-01-15']],
    ['FREQ=DAILY;INTERVAL=10', '2026-01-25', ['2026-01-01', '2026-01-11', '2026-01-21']],
    ['FREQ=YEARLY;BYMONTH=1;BYDAY=3TH', '2028-01-01', ['2026-01-15', '2027-01-21']],
    ['FREQ=YEARLY;BYDAY=20MO', '2028-01-01', ['2026-05-18', '2027-05-17']],
    ['FREQ=YEARLY;BYYEARDAY=-1', '2028-01-01', ['2026-12-31', '2027-12-31']],
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '2027-01-01', ['2026-05-11']],
    ['FREQ=YEARLY;BYMONTH=3', '2027-06-01', ['2026-03-01', '2027-03-01']],
    ['FREQ=YEARLY', '2028-06-01', ['2026-01-01', '2027-01-01', '2028-01-01']],
    ['FREQ=MONTHLY;BYDAY=2TU;COUNT=2', '2027-01-01', ['2026-01-13', '2026-02-10']],
    ['FREQ=MONTHLY;BYDAY=2TU;UNTIL=20260210', '2027-01-01', ['2026-01-13', '2026-02-10']],
  ])('%s', (rule, to, days) => {
    expect(meetings(rule, to)).toEqual(days)
  })

  test('a count runs from the start, not from what is looked at', () => {
    expect(meetings('FREQ=WEEKLY;COUNT=3', '2027-01-01', '2026-01-01', '2026-01-10')).toEqual(['2026-01-15'])
  })

  test('the time of day comes with the day', () => {
    const [first] = meetingDays('FREQ=MONTHLY;BYDAY=2TU;BYHOUR=10;BYMINUTE=30', day('2026-01-01'), 0, day('2026-02-01'))
    expect(first?.minute).toBe(630)
  })

  test('law: the n-th weekday of every month is in its week and on its day', () => {
    const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
    const start = fc.integer({ min: 0, max: 30_000 })
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 4 }), fc.nat(6), (from, ordinal, weekday) => {
        const found = meetingDays(`FREQ=MONTHLY;BYDAY=${ordinal}${names[weekday]}`, from, from, from + 800)
        expect(found.length).toBeGreaterThanOrEqual(25)
        for (const { day: one } of found) {
          expect(weekdayOf(one)).toBe(weekday)
          expect(Math.floor((civilDateOf(one).day - 1) / 7) + 1).toBe(ordinal)
        }
      }),
    )
  })
})
