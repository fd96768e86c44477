/** The door of the test kit: builders and naive models for the tests of every room. */
export { CALENDARS } from './calendars.ts'
export { chapter, civilDays, commitment, hours, minutes, pause, workingDays } from './clauses.ts'
export { compliance, contractOf, followUp, versionsOf } from './contracts.ts'
export { eventCsv, eventJsonLines, recordOf } from './event-rows.ts'
export { type Fact, history, inCanonicalOrder, instantOf } from './facts.ts'
export { agreedFilm, countAvailability, type NaiveAvailability } from './naive/availability.ts'
export { replayTicket } from './naive/clock.ts'
export { countControls, type NaiveControl } from './naive/controls.ts'
export { type NaiveRow, naiveCsv } from './naive/csv.ts'
export type { MinuteCalendar, NaiveInput, NaiveMeasure } from './naive/film.ts'
export { minuteCalendar, type WeekOfMinutes, weekdaysOf } from './naive/minute-calendar.ts'
export { type NaiveGrid, type NaiveTicket, naivePenalties } from './naive/penalties.ts'
export {
  everyCell,
  fewestByTrying,
  judgeCell,
  type NaiveCell,
  type NaiveRule,
  type NaiveVerdict,
} from './naive/scope.ts'
export {
  figuresOf,
  judgeCase,
  monthOf,
  noticesOf,
  type PenaltyTermsOfCase,
  penaltyContract,
  RESTORE,
  ticketOf,
} from './penalty-cases.ts'
export { anyScope, type RandomScope } from './random-scopes.ts'
export { anyChapter, anyTicket } from './random-tickets.ts'
export { shuffled } from './shuffled.ts'
export { plus, termsSource } from './terms-source.ts'
