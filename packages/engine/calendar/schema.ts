import * as z from 'zod'
import { civilDate } from '../base/clause/civil-time.ts'
import type { Form } from '../base/clause/forms.ts'
import type { CalendarDefinition as Definition } from './definition.ts'

const WALL_INTERVAL = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** Wall-clock hours of a day: `["09:00-12:30", "13:30-18:00"]`. */
export const hours = z
  .array(
    z
      .string('hours-of-a-day' satisfies Form)
      .regex(WALL_INTERVAL, 'hours-of-a-day' satisfies Form)
      .describe('HH:MM-HH:MM; 24:00 ends the day, 22:00-06:00 runs into the next one, equal ends are 24 hours'),
    'a-list' satisfies Form,
  )
  .describe('Wall-clock hours, half-open')

const text = z.string('a-text' satisfies Form)

const weekly = z.strictObject({
  mon: hours.exactOptional(),
  tue: hours.exactOptional(),
  wed: hours.exactOptional(),
  thu: hours.exactOptional(),
  fri: hours.exactOptional(),
  sat: hours.exactOptional(),
  sun: hours.exactOptional(),
})

const holidays = z.strictObject({
  country: z
    .string('a-country' satisfies Form)
    .regex(/^[A-Z]{2}$/, 'a-country' satisfies Form)
    .exactOptional()
    .describe('ISO 3166-1 alpha-2'),
  region: text.exactOptional().describe('A French department ("57", "971") or a state of the country ("BY")'),
  dates: z.array(civilDate()).exactOptional().describe('Fixed dates that are holidays too'),
  worked: z.array(text).exactOptional().describe('Holidays that are worked: ids such as whit-monday, or dates'),
  closes: z
    .enum(['shift', 'civil-day'])
    .exactOptional()
    .describe('Needed where hours run over midnight: the shift that starts on the holiday, or 00:00 to 24:00'),
})

const exception = z.strictObject({
  date: civilDate().exactOptional(),
  first: civilDate().exactOptional().describe('First day, inclusive'),
  last: civilDate().exactOptional().describe('Last day, inclusive'),
  hours: hours.exactOptional().describe('Replaces the hours of the day; an empty list closes it'),
  closed: hours.exactOptional().describe('Wall-clock time cut from the day'),
  label: text.exactOptional(),
})

/** The form of one service calendar (contract format v1); `findCalendarFaults` tells what no form can say. */
export const CalendarDefinition = z.strictObject({
  label: text.exactOptional(),
  timeZone: text.describe('IANA zone name, e.g. Europe/Paris'),
  weekly: z.union([z.literal('always'), weekly], 'the-hours-of-a-week' satisfies Form),
  holidays: holidays.exactOptional(),
  exceptions: z.array(exception).exactOptional(),
  onCall: z.boolean('a-boolean' satisfies Form).exactOptional(),
}) satisfies z.ZodType<Definition>
