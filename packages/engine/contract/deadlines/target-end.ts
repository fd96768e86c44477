import { parseDuration } from '../../base/duration.ts'
import type { Instant } from '../../base/instant.ts'
import { addDuration } from '../../calendar/add-duration.ts'
import { CalendarError } from '../../calendar/calendar-error.ts'
import { compileCalendar } from '../../calendar/compile-calendar.ts'
import { findZone } from '../../calendar/local-time.ts'
import type { ServiceCalendar } from '../../calendar/service-calendar.ts'
import type { Target } from '../../commitments/clause-types.ts'
import type { Contract } from '../contract.ts'

/** The end of a delay from an instant: a target in its own calendar, without a site, or an ISO 8601 duration. */
export type TargetEnd = (delay: Target | string, from: Instant) => Instant | undefined

/** Reckons delays of a contract; each calendar is compiled once. `undefined` where a calendar has no such instant. */
export function targetEnds({ timeZone, calendars }: Contract): TargetEnd {
  const zone = findZone(timeZone)
  const compiled = new Map<string, ServiceCalendar>()
  return (delay, from) => {
    try {
      if (zone === undefined) return undefined
      if (typeof delay === 'string') {
        const duration = parseDuration(delay)
        return duration && addDuration(from, duration, zone)
      }
      if (delay.kind === 'civil-days') {
        return addDuration(from, { months: 0, days: delay.days, milliseconds: 0 }, zone)
      }
      const calendar = calendarOf(delay.calendar.default)
      return delay.kind === 'open-time'
        ? calendar?.addMilliseconds(from, delay.milliseconds)
        : calendar?.workingDaysAfter(from, delay.days, delay.cutoff, delay.until)
    } catch (error) {
      if (error instanceof CalendarError && (error.code === 'never-opens' || error.code === 'out-of-range'))
        return undefined
      throw error
    }
  }

  function calendarOf(id: string): ServiceCalendar | undefined {
    const known = compiled.get(id)
    const definition = Object.hasOwn(calendars, id) ? calendars[id] : undefined
    if (known !== undefined || definition === undefined) return known
    const calendar = compileCalendar(definition)
    compiled.set(id, calendar)
    return calendar
  }
}
