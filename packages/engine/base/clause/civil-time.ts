import * as z from 'zod'
import { parseCivilDate } from '../civil-date.ts'
import { parseDuration } from '../duration.ts'
import type { Form } from './forms.ts'

// Time zones and holidays are known from 1970 to 2100.
const CIVIL_DATE = /^(19[7-9]\d|20\d\d|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const MONTH = /^(19[7-9]\d|20\d\d|2100)-(0[1-9]|1[0-2])$/
const DAY_OF_THE_YEAR = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const WALL_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/
const DURATION = /^P(?=[\dT])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+([.,]\d+)?H)?(\d+([.,]\d+)?M)?(\d+([.,]\d+)?S)?)?$/

/** `YYYY-MM-DD`, a date that exists, in the contract's zone. */
export function civilDate() {
  return z
    .string('a-civil-date' satisfies Form)
    .regex(CIVIL_DATE, 'a-civil-date' satisfies Form)
    .refine((text) => !CIVIL_DATE.test(text) || parseCivilDate(text) !== undefined, 'a-civil-date' satisfies Form)
}

/** `YYYY-MM`. */
export function month() {
  return z.string('a-month' satisfies Form).regex(MONTH, 'a-month' satisfies Form)
}

/** `MM-DD`, a day of every year. */
export function dayOfTheYear() {
  return z
    .string('a-day-of-the-year' satisfies Form)
    .regex(DAY_OF_THE_YEAR, 'a-day-of-the-year' satisfies Form)
    .refine(
      (text) => !DAY_OF_THE_YEAR.test(text) || parseCivilDate(`2001-${text}`) !== undefined,
      'a-day-of-the-year' satisfies Form,
    )
}

/** `HH:MM` on the wall clock of a calendar, `24:00` the end of the day; `form` where something else would do too. */
export function wallTime(form: Form = 'a-wall-time') {
  return z.string(form).regex(WALL_TIME, form)
}

/** ISO 8601: years to days are civil time in the contract's zone, hours to seconds elapsed time. */
export function duration() {
  return z
    .string('a-duration' satisfies Form)
    .regex(DURATION, 'a-duration' satisfies Form)
    .refine((text) => !DURATION.test(text) || parseDuration(text) !== undefined, 'a-duration' satisfies Form)
}

/** iCalendar recurrence (RFC 5545 `RRULE` without its name). */
export function recurrence() {
  return z.string('a-recurrence' satisfies Form).regex(RECURRENCE, 'a-recurrence' satisfies Form)
}

const RECURRENCE =
  /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|COUNT|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS|BYHOUR|BYMINUTE|BYSECOND)=-?\d+(,-?\d+)*|;BYDAY=([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*|;WKST=(MO|TU|WE|TH|FR|SA|SU)|;UNTIL=\d{8}(T\d{6}Z?)?)*$/
