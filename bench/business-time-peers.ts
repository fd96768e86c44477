// The most used business-time libraries of npm, behind one shape. All of them work in the zone of the process.
import { createRequire } from 'node:module'

export type Peer = {
  readonly name: string
  /** Business time from `a` to `b`, in the library's finest unit. */
  readonly between: (a: number, b: number) => unknown
  readonly addHours?: (a: number, hours: number) => unknown
}

/** Monday to Friday 9–12 and 14–18, French holidays; one interval a day, 9–17, for the library that fails on two. */
export function businessTimePeers(holidays: readonly string[]): readonly Peer[] {
  return [dayjsBusinessTime(holidays), momentBusinessTime(holidays), workingTimeCalculator()]
}

const require = createRequire(import.meta.url)

type Dayjs = { businessMinutesDiff(other: Dayjs): number; addBusinessHours(hours: number): Dayjs }
type DayjsFactory = {
  (instant: number): Dayjs
  extend(plugin: unknown): void
  setHolidays(dates: readonly string[]): void
  setBusinessTime(week: Readonly<Record<string, unknown>>): void
}

function dayjsBusinessTime(holidays: readonly string[]): Peer {
  const dayjs = require('dayjs') as DayjsFactory
  dayjs.extend(require('dayjs-business-time'))
  const hours = [
    { start: '09:00:00', end: '12:00:00' },
    { start: '14:00:00', end: '18:00:00' },
  ]
  const week = { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours }
  dayjs.setBusinessTime({ sunday: null, ...week, saturday: null })
  dayjs.setHolidays(holidays)
  return {
    name: 'dayjs-business-time 1.0.4',
    between: (a, b) => dayjs(a).businessMinutesDiff(dayjs(b)),
    addHours: (a, hoursToAdd) => dayjs(a).addBusinessHours(hoursToAdd),
  }
}

type Moment = { workingDiff(other: Moment, unit: string): number; addWorkingTime(count: number, unit: string): Moment }
type MomentFactory = { (instant: number): Moment; updateLocale(locale: string, settings: object): void }

function momentBusinessTime(holidays: readonly string[]): Peer {
  const moment = require('moment-business-time') as MomentFactory
  const day = ['09:00:00', '17:00:00']
  moment.updateLocale('en', { workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null }, holidays })
  return {
    name: 'moment-business-time 2.0.0',
    between: (a, b) => moment(b).workingDiff(moment(a), 'seconds'),
    addHours: (a, hours) => moment(a).addWorkingTime(hours, 'hours'),
  }
}

type Calculator = {
  addWorkingHours(days: unknown, start: string, stop: string, timeZone: string): void
  calcSecondsBetween(a: string, b: string): number
}
type CalculatorClass = { new (): Calculator; readonly WEEKDAYS: unknown }

function workingTimeCalculator(): Peer {
  const WorkingTimeCalculator = require('working-time-calculator') as CalculatorClass
  const calculator = new WorkingTimeCalculator()
  calculator.addWorkingHours(WorkingTimeCalculator.WEEKDAYS, '09:00', '12:00', 'Europe/Paris')
  calculator.addWorkingHours(WorkingTimeCalculator.WEEKDAYS, '14:00', '18:00', 'Europe/Paris')
  return {
    name: 'working-time-calculator 0.0.2',
    between: (a, b) => calculator.calcSecondsBetween(new Date(a).toISOString(), new Date(b).toISOString()),
  }
}
