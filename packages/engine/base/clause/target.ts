import * as z from 'zod'
import type { Milliseconds } from '../instant.ts'
import { localise } from '../localise.ts'
import { parseDecimal } from '../ratio.ts'
import { wallTime } from './civil-time.ts'
import type { Form } from './forms.ts'
import { reference, referenceIfDeclared } from './identifiers.ts'
import { positiveDecimal, wholeNumber } from './quantities.ts'
import { rule } from './rule.ts'

/** Which calendar counts: one, or by the ticket's site. */
export const CalendarChoice = z
  .union(
    [
      reference('calendar'),
      z.strictObject({
        bySite: z
          .record(referenceIfDeclared('site'), reference('calendar'))
          .describe('Calendar of each site, by the site’s id.'),
        default: reference('calendar').describe('Calendar of every other site, and of a ticket without a site.'),
      }),
    ],
    'a-calendar-choice' satisfies Form,
  )
  .transform((choice) => (typeof choice === 'string' ? { default: choice, bySite: {} } : choice))
  .describe('The calendar whose open time counts: its id, or one by site.')

const minutes = z
  .strictObject({ minutes: positiveDecimal().describe('Open minutes of the calendar.'), calendar: CalendarChoice })
  .transform(({ minutes, calendar }) => openTime(minutes, 60_000n, calendar))

const hours = z
  .strictObject({ hours: positiveDecimal().describe('Open hours of the calendar.'), calendar: CalendarChoice })
  .transform(({ hours, calendar }) => openTime(hours, 3_600_000n, calendar))

const workingDays = z
  .strictObject({
    workingDays: wholeNumber().describe('Opening days of the calendar after the day of the report; 0: that same day.'),
    calendar: CalendarChoice,
    cutoff: wallTime()
      .exactOptional()
      .describe('A report at or after this time counts from the next opening day. Absent: the whole day counts.'),
    until: z
      .union([z.literal('end-of-day'), wallTime('an-end-of-day-or-a-wall-time')])
      .exactOptional()
      .describe('When the last day ends: end-of-day (default: its last closing) or a time of day.'),
  })
  .transform(({ workingDays, until, ...rest }) => ({
    kind: 'working-days' as const,
    days: workingDays,
    until: until ?? 'end-of-day',
    ...rest,
  }))

const civilDays = z
  .strictObject({ days: wholeNumber(1).describe('Civil days: the same time of day, n days later.') })
  .transform(({ days }) => ({ kind: 'civil-days' as const, days }))

/** A time with its clock (semantics, *Targets*): open time, working days or civil days, never a bare number. */
export const Target = z
  .union([minutes, hours, workingDays, civilDays], 'a-target' satisfies Form)
  .refine(
    (target) => target.kind !== 'open-time' || target.milliseconds >= 1,
    rule(
      'not-a-whole-millisecond',
      'cette durée n’est pas un nombre entier de millisecondes',
      'this duration is no whole number of milliseconds',
      [],
      localise(
        'une durée d’au moins un millième de seconde, sans reste',
        'a duration of whole thousandths of a second',
      ),
    ),
  )
  .meta({
    id: 'Target',
    description: 'A duration with its clock: minutes or hours of a calendar, working days, civil days.',
  })

/** The type of `Target`, for the chapters that cannot import that of the commitments. */
export type TimedTarget = z.output<typeof Target>

type CalendarChoice = z.output<typeof CalendarChoice>

/** 0 ms where the decimal is no whole number of them, which `Target` then refuses. */
function openTime(digits: string, size: bigint, calendar: CalendarChoice) {
  const { numerator = 0n, denominator = 1n } = parseDecimal(digits) ?? {}
  const whole = (numerator * size) % denominator === 0n
  const milliseconds: Milliseconds = whole ? Number((numerator * size) / denominator) : 0
  return { kind: 'open-time' as const, milliseconds, calendar }
}
