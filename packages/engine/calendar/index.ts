/** The door of calendars: business time for the engine and for other programs. */
export { formatCivilDate, parseCivilDate, weekdayOf } from '../base/civil-date.ts'
export { CalendarError, type CalendarErrorCode } from './calendar-error.ts'
export { checkCalendar } from './check-calendar.ts'
export { compileCalendar } from './compile-calendar.ts'
export type { CalendarDefinition, CalendarException, HolidayRule, Weekday } from './definition.ts'
export { holidayTableVersion } from './holidays.ts'
export { findZone, timeZoneVersion, type Zone, zoneNames } from './local-time.ts'
export type { Pauses, Segment, SegmentKind, ServiceCalendar } from './service-calendar.ts'
