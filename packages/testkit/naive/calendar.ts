// The service calendar read aloud: it walks the clock step by step and asks of each moment whether it is open.
// Civil time by temporal-polyfill, French holidays from the law: nothing of the engine's calendar is used but its type.
import type { CalendarDefinition, CalendarException, Weekday } from '@vigie/engine/calendar'
import { Temporal } from 'temporal-polyfill'
import { type FrenchRegion, frenchHolidays } from './french-holidays.ts'

type Span = readonly [from: number, to: number]
type Kind = 'open' | 'holiday' | 'outside-hours'

export type NaiveCalendar = {
  kindAt(instant: number): Kind
  /** Milliseconds, counted in steps; both instants are whole steps. */
  between(a: number, b: number, pauses: readonly Span[], step: number): number
  /** Walks at most `steps`; `undefined` if they do not suffice. */
  add(a: number, milliseconds: number, pauses: readonly Span[], step: number, steps: number): number | undefined
  opensOn(date: string): boolean
  workingDaysAfter(a: number, days: number, cutoff?: string, until?: string): number | undefined
}

export function naiveCalendar(definition: CalendarDefinition): NaiveCalendar {
  const zone = definition.timeZone
  const dates = new Map<string, NaiveDay>()
  const dayOf = (date: string): NaiveDay => {
    const day = dates.get(date) ?? readDay(definition, date)
    dates.set(date, day)
    return day
  }
  // Of the five dates around, what touches the quarter of an hour that was last asked about.
  let quarter = { from: Number.NaN, day: NOTHING }
  const near = (instant: number): NaiveDay => {
    const from = Math.floor(instant / QUARTER) * QUARTER
    if (from !== quarter.from) {
      const today = dateAt(from, zone)
      const days = [-2, -1, 0, 1, 2].map((n) => dayOf(plusDays(today, n)))
      const touching = (key: keyof NaiveDay): readonly Span[] =>
        days.flatMap((day) => day[key].filter(([start, end]) => start < from + QUARTER && end > from))
      quarter = {
        from,
        day: {
          hours: touching('hours'),
          cuts: touching('cuts'),
          holiday: touching('holiday'),
          cancelled: touching('cancelled'),
        },
      }
    }
    return quarter.day
  }
  const kindAt = (instant: number): Kind => {
    const { hours, cuts, holiday, cancelled } = near(instant)
    const within = (span: Span): boolean => span[0] <= instant && instant < span[1]
    if (hours.some(within) && !cuts.some(within)) return 'open'
    return holiday.some(within) || cancelled.some(within) ? 'holiday' : 'outside-hours'
  }
  const counts = (instant: number, pauses: readonly Span[]): boolean =>
    kindAt(instant) === 'open' && !pauses.some((pause) => holds(pause, instant))
  const lastClosing = (date: string): number | undefined => {
    const { hours, holiday } = dayOf(date)
    if (holiday.length > 0) return undefined
    const ends = hours.flatMap((span) =>
      remaining(
        span,
        [-1, 0, 1, 2].flatMap((n) => dayOf(plusDays(date, n)).cuts),
      ),
    )
    return ends.length === 0 ? undefined : Math.max(...ends.map(([, to]) => to))
  }
  return {
    kindAt,
    between(a, b, pauses, step) {
      if (b < a) return 0 - this.between(b, a, pauses, step)
      let open = 0
      for (let t = a; t < b; t += step) if (counts(t, pauses)) open += step
      return open
    },
    add(a, milliseconds, pauses, step, steps) {
      const forward = milliseconds > 0
      let left = Math.abs(milliseconds)
      let t = a
      for (let n = 0; left > 0; n++) {
        if (n >= steps) return undefined
        if (counts(forward ? t : t - step, pauses)) left -= step
        t += forward ? step : -step
      }
      return t
    },
    opensOn: (date) => lastClosing(date) !== undefined,
    workingDaysAfter(a, days, cutoff, until) {
      let date = dateAt(a, zone)
      let left = days
      const late = cutoff !== undefined && a >= wallInstant(date, cutoff, zone)
      if (late) date = plusDays(date, 1)
      for (let n = 0; n < 400; n++) {
        if (lastClosing(date) !== undefined && left-- === 0) {
          return until === undefined ? lastClosing(date) : wallInstant(date, until, zone)
        }
        date = plusDays(date, 1)
      }
      return undefined
    },
  }
}

/** What one civil date says: its shifts, the time cut from any shift, and what a holiday closes. */
type NaiveDay = {
  readonly hours: readonly Span[]
  readonly cuts: readonly Span[]
  readonly holiday: readonly Span[]
  readonly cancelled: readonly Span[]
}

const QUARTER = 900_000
const NOTHING: NaiveDay = { hours: [], cuts: [], holiday: [], cancelled: [] }
const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function readDay(definition: CalendarDefinition, date: string): NaiveDay {
  const zone = definition.timeZone
  const whole: Span = [wallInstant(date, '00:00', zone), wallInstant(plusDays(date, 1), '00:00', zone)]
  if (dateAt(whole[0], zone) !== date) return NOTHING
  const exceptions = (definition.exceptions ?? []).filter((exception) => covers(exception, date))
  const cuts = exceptions.flatMap(({ closed }) => spansOf(closed ?? [], date, zone))
  const replaced = exceptions.find(({ hours }) => hours !== undefined)?.hours
  if (replaced !== undefined) return { ...NOTHING, hours: spansOf(replaced, date, zone), cuts }
  const weekday = WEEKDAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? 'mon'
  const texts = definition.weekly === 'always' ? ['00:00-24:00'] : (definition.weekly[weekday] ?? [])
  const hours = spansOf(texts, date, zone)
  if (!isHoliday(definition, date)) return { ...NOTHING, hours, cuts }
  if (definition.holidays?.closes === 'civil-day')
    return { hours, cuts: [...cuts, whole], holiday: [whole], cancelled: [] }
  return { hours: [], cuts, holiday: [whole], cancelled: hours }
}

function isHoliday({ holidays }: CalendarDefinition, date: string): boolean {
  const worked = holidays?.worked ?? []
  if (worked.includes(date)) return false
  if (holidays?.dates?.includes(date)) return true
  if (holidays?.country === undefined) return false
  const named = frenchHolidays(Number(date.slice(0, 4)), holidays.region as FrenchRegion | undefined).get(date) ?? []
  return named.some((id) => !worked.includes(id))
}

function covers({ date, first, last }: CalendarException, day: string): boolean {
  return date === day || (first !== undefined && last !== undefined && first <= day && day <= last)
}

/** `HH:MM-HH:MM` on a date; an end at or before the start is on the next date. */
function spansOf(texts: readonly string[], date: string, zone: string): readonly Span[] {
  return texts
    .map((text): Span => {
      const [start = '', end = ''] = text.split('-')
      const endDate = end <= start ? plusDays(date, 1) : date
      return [wallInstant(date, start, zone), wallInstant(endDate, end, zone)]
    })
    .filter(([from, to]) => from < to)
}

function remaining(span: Span, cuts: readonly Span[]): readonly Span[] {
  return cuts.reduce<readonly Span[]>(
    (left, [from, to]) =>
      left
        .flatMap(([a, b]): Span[] => [
          [a, Math.min(b, from)],
          [Math.max(a, to), b],
        ])
        .filter(([a, b]) => a < b),
    [span],
  )
}

function wallInstant(date: string, time: string, zone: string): number {
  const [day, clock] = time === '24:00' ? [plusDays(date, 1), '00:00'] : [date, time]
  return Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds
}

function dateAt(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function holds([from, to]: Span, instant: number): boolean {
  return from <= instant && instant < to
}
