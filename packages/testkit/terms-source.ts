import type { CalendarDefinition, CommitmentsChapter, Instant } from '@vigie/engine'
import { compileCalendar } from '@vigie/engine/calendar'
import { Temporal } from 'temporal-polyfill'
import { CALENDARS } from './calendars.ts'

/** What the clocks take from one version of a contract in `timeZone`, over the calendars of the tests. */
export function termsSource(
  commitments: CommitmentsChapter,
  { version = '1', timeZone = 'Europe/Paris' }: { readonly version?: string; readonly timeZone?: string } = {},
) {
  return {
    version,
    commitments,
    calendar: (id: string) => compiled(id),
    calendarLabel: (id: string) => definitionOf(id).label,
    addDuration: (from: Instant, duration: string) => plus(from, duration, timeZone),
  }
}

/** An instant plus an ISO 8601 duration, by Temporal: civil parts in the zone, the rest elapsed. */
export function plus(from: Instant, duration: string, timeZone: string): Instant {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone)
  return start.add(Temporal.Duration.from(duration)).epochMilliseconds
}

const calendars = new Map<string, ReturnType<typeof compileCalendar>>()

function compiled(id: string) {
  const calendar = calendars.get(id) ?? compileCalendar(definitionOf(id))
  calendars.set(id, calendar)
  return calendar
}

function definitionOf(id: string): CalendarDefinition {
  const definition = (CALENDARS as { readonly [id: string]: CalendarDefinition })[id]
  if (definition === undefined) throw new RangeError(`no calendar of the tests: ${id}`)
  return definition
}
