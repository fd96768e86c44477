import { findZone, parseCivilDate, type ServiceCalendar, weekdayOf } from '@vigie/engine/calendar'

/** Half-open, epoch seconds. */
export type Span = { readonly start: number; readonly end: number }

/** One civil day of the simulated period, in the contract's zone. */
export type Day = Span & {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** 0 = January. */
  readonly month: number
  /** 0 = Monday. */
  readonly weekday: number
  /** Opening hours of the desk. */
  readonly open: readonly Span[]
  /** A weekday on which the desk is closed all day. */
  readonly closed: boolean
}

/** The days of `[from, to)`, both `YYYY-MM-DD`. Throws `RangeError` for dates that do not exist or are out of order. */
export function daysOf(from: string, to: string, timeZone: string, desk: ServiceCalendar): readonly Day[] {
  const zone = findZone(timeZone)
  const first = parseCivilDate(from)
  const end = parseCivilDate(to)
  if (zone === undefined) throw new RangeError(`unknown time zone ${timeZone}`)
  if (first === undefined || end === undefined || end <= first) throw new RangeError(`no period ${from}/${to}`)
  return Array.from({ length: end - first }, (_, index) => {
    const startOfDay = zone.startOfDay(first + index)
    const nextStart = zone.startOfDay(first + index + 1)
    const date = desk.civilDate(startOfDay)
    const weekday = weekdayOf(first + index)
    const open = desk
      .segments(startOfDay, nextStart)
      .filter(({ kind }) => kind === 'open')
      .map((segment) => ({ start: segment.from / 1000, end: segment.to / 1000 }))
    return {
      date,
      start: startOfDay / 1000,
      end: nextStart / 1000,
      month: Number(date.slice(5, 7)) - 1,
      weekday,
      open,
      closed: open.length === 0 && weekday < 5,
    }
  })
}
