import * as z from 'zod'
import { civilDate } from '../base/clause/civil-time.ts'
import type { Form } from '../base/clause/forms.ts'
import { text } from '../base/clause/identifiers.ts'
import type { CalendarDefinition as Definition } from './definition.ts'

const wallInterval = z
  .string('a-wall-interval' satisfies Form)
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a-wall-interval' satisfies Form)
  .describe('HH:MM-HH:MM, half-open; 24:00 ends the day; 22:00-06:00 runs into the next day; equal ends are 24 hours')

const hours = z.array(wallInterval)

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
  country: text().exactOptional().describe('ISO 3166-1 alpha-2, upper case'),
  region: text().exactOptional().describe('A French department ("57", "971") or a state of the country ("BY")'),
  dates: z.array(civilDate()).exactOptional().describe('Fixed dates that are holidays too'),
  worked: z.array(text()).exactOptional().describe('Holidays that are worked: ids such as whit-monday, or dates'),
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
  label: text().exactOptional(),
})

/** Form of one service calendar (contract format v1); what a form cannot say is told by `checkCalendar`. */
export const CalendarDefinition = z.strictObject({
  label: text().exactOptional(),
  timeZone: z.string('a-time-zone' satisfies Form).describe('IANA zone name, e.g. Europe/Paris'),
  weekly: z.union([z.literal('always'), weekly], 'weekly-hours' satisfies Form),
  holidays: holidays.exactOptional(),
  exceptions: z.array(exception).exactOptional(),
  onCall: z.boolean().exactOptional(),
}) satisfies z.ZodType<Definition>
