import type { EpochDay } from '../base/civil-date.ts'
import { parseCivilDate } from '../base/civil-date.ts'
import type { Localised } from '../base/message.ts'
import { invalidCalendar } from './calendar-error.ts'
import type { CalendarDefinition, CalendarException, Weekday } from './definition.ts'
import { closingHolidays } from './holidays.ts'
import { findZone, type Zone } from './local-time.ts'
import { parseCalendar } from './parse-calendar.ts'
import { MINUTES_PER_DAY, parseWallInterval, type WallInterval } from './wall-interval.ts'

/** A definition with every text read: hours in minutes, dates in epoch days, the zone found. */
export type CalendarPlan = {
  readonly zone: Zone
  /** Hours of Monday to Sunday. */
  readonly weekly: readonly (readonly WallInterval[])[]
  /** Days that a holiday closes, unless an exception has hours for them. */
  readonly holidays: ReadonlyMap<EpochDay, Localised>
  /** What a holiday closes: the shifts that start on it, or its civil day. */
  readonly closes: 'shift' | 'civil-day'
  /** Exceptions with hours, in order of days, without overlap. */
  readonly replaced: readonly (PlannedException & { readonly hours: readonly WallInterval[] })[]
  /** Exceptions that cut wall-clock time, in order of their first day. */
  readonly cut: readonly (PlannedException & { readonly closed: readonly WallInterval[] })[]
  /** Whether any day can open at all. */
  readonly opens: boolean
}

/** Inclusive days. */
type PlannedException = { readonly first: EpochDay; readonly last: EpochDay; readonly label?: string }

/** Throws `CalendarError` `invalid-calendar`, with the located issues, where `parseCalendar` finds any. */
export function planCalendar(value: CalendarDefinition): CalendarPlan {
  const reading = parseCalendar(value)
  if (!reading.ok) throw invalidCalendar(reading.issues)
  const { definition } = reading
  const zone = findZone(definition.timeZone) as Zone
  const weekly = WEEKDAYS.map((day) => hoursOf(definition, day))
  const exceptions = (definition.exceptions ?? []).map(planned)
  const replaced = exceptions.flatMap(({ hours, ...rest }) => (hours === undefined ? [] : [{ ...rest, hours }]))
  const cut = exceptions.flatMap(({ closed, ...rest }) => (closed.length === 0 ? [] : [{ ...rest, closed }]))
  const byFirst = (a: PlannedException, b: PlannedException): number => a.first - b.first
  return {
    zone,
    weekly,
    holidays: closingHolidays(definition.holidays ?? {}),
    closes: definition.holidays?.closes ?? 'shift',
    replaced: replaced.sort(byFirst),
    cut: cut.sort(byFirst),
    opens: [...weekly, ...replaced.map(({ hours }) => hours)].some((hours) => hours.length > 0),
  }
}

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WHOLE_DAY: WallInterval = { start: 0, end: MINUTES_PER_DAY }

function hoursOf({ weekly }: CalendarDefinition, day: Weekday): readonly WallInterval[] {
  return weekly === 'always' ? [WHOLE_DAY] : intervals(weekly[day] ?? [])
}

function planned({ date, first, last, hours, closed, label }: CalendarException) {
  return {
    first: parseCivilDate(date ?? first ?? '') ?? Number.NaN,
    last: parseCivilDate(date ?? last ?? '') ?? Number.NaN,
    hours: hours === undefined ? undefined : intervals(hours),
    closed: intervals(closed ?? []),
    ...(label === undefined ? {} : { label }),
  }
}

function intervals(texts: readonly string[]): readonly WallInterval[] {
  return texts.map(parseWallInterval).filter((interval) => interval !== undefined)
}
