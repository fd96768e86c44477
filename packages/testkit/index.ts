/** The door of the test kit: builders and naive models for the tests of every room. */
export { CALENDARS } from './calendars.ts'
export { chapter, civilDays, commitment, hours, minutes, pause, workingDays } from './clauses.ts'
export { eventCsv, eventJsonLines, recordOf } from './event-rows.ts'
export { type Fact, history, inCanonicalOrder, instantOf } from './facts.ts'
export { type MinuteCalendar, type NaiveInput, type NaiveMeasure, replayTicket } from './naive/clock.ts'
export { type NaiveRow, naiveCsv } from './naive/csv.ts'
export { minuteCalendar, type WeekOfMinutes, weekdaysOf } from './naive/minute-calendar.ts'
export { plus, termsSource } from './terms-source.ts'
