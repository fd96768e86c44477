import type { EpochDay } from '../base/civil-date.ts'
import { type Instant, MILLISECONDS_PER_DAY, type Milliseconds } from '../base/instant.ts'
import { type CalendarError, neverOpens, outOfRange } from './calendar-error.ts'
import type { CalendarPlan } from './calendar-plan.ts'
import { type CalendarWindow, compileWindow } from './compile-window.ts'
import { END_DAY, FIRST_DAY, type Zone } from './local-time.ts'

/**
 * The open time of a calendar as one growing function of the instant. It stands on a window of days that is compiled at
 * the first question and widened, by half at least, when one falls outside.
 */
export type OpenTimeline = {
  readonly zone: Zone
  /** The window, once it holds both instants. Throws `out-of-range` past the zone's years, or for what is no number. */
  cover(a: Instant, b: Instant): CalendarWindow
  /** Open time of the window before an instant that it holds, in ms; comparable within one window only. */
  openBefore(t: Instant): Milliseconds
  /** First interval of the window that closes after an instant that it holds. */
  intervalAfter(t: Instant): number
  /**
   * Widens the window on one side; throws `never-opens` or `out-of-range` where there is nothing left to widen into.
   */
  grow(side: Side): CalendarWindow
  dayOf(t: Instant): EpochDay
  /** The last closing instant of a civil day; `undefined` where nothing opens on it. */
  lastClosing(day: EpochDay): Instant | undefined
  /** The first day from `day` on which the calendar opens. */
  openingDay(day: EpochDay): EpochDay
}

export type Side = 'before' | 'after'

export function openTimeline(plan: CalendarPlan): OpenTimeline {
  const { zone } = plan
  let window: CalendarWindow | undefined
  // The window's own fields, unpacked: every question reads them.
  let from = Number.NaN
  let to = Number.NaN
  let firstUtcDay = 0
  let opens: Float64Array = new Float64Array(0)
  let closes = opens
  let sums = opens
  let index: Int32Array = new Int32Array(0)

  function widen(first: EpochDay, end: EpochDay): CalendarWindow {
    const reserve = window === undefined ? 0 : Math.max(MARGIN, Math.floor((window.endDay - window.firstDay) / 2))
    const firstDay =
      window === undefined || first >= window.firstDay ? first : Math.min(first, window.firstDay - reserve)
    const endDay = window === undefined || end <= window.endDay ? end : Math.max(end, window.endDay + reserve)
    const built = compileWindow(
      plan,
      Math.max(FIRST_DAY, Math.min(firstDay, window?.firstDay ?? firstDay)),
      Math.min(END_DAY, Math.max(endDay, window?.endDay ?? endDay)),
    )
    ;({ from, to, firstUtcDay, opens, closes, sums, index } = built)
    window = built
    return built
  }

  function cover(a: Instant, b: Instant): CalendarWindow {
    if (window !== undefined && a >= from && a <= to && b >= from && b <= to) return window
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    if (!(low >= zone.from && high <= zone.to)) throw outOfRange()
    return widen(dayOf(low) - MARGIN, dayOf(high) + MARGIN)
  }

  function dayOf(t: Instant): EpochDay {
    return Math.floor(zone.toLocal(t) / MILLISECONDS_PER_DAY)
  }

  function intervalAfter(t: Instant): number {
    let i = index[Math.floor(t / MILLISECONDS_PER_DAY) - firstUtcDay] as number
    while ((closes[i] as number) <= t) i++
    return i
  }

  function openBefore(t: Instant): Milliseconds {
    const i = intervalAfter(t)
    const opened = t - (opens[i] as number)
    return opened > 0 ? (sums[i] as number) + opened : (sums[i] as number)
  }

  function grow(side: Side): CalendarWindow {
    if (window === undefined || !plan.opens) throw neverOpens()
    const { firstDay, endDay } = window
    if (side === 'after' ? endDay === END_DAY : firstDay === FIRST_DAY) throw exhausted(window, side)
    return side === 'after' ? widen(firstDay, endDay + 1) : widen(firstDay - 1, endDay)
  }

  function lastClosing(day: EpochDay): Instant | undefined {
    if (!(day >= FIRST_DAY && day < END_DAY)) throw outOfRange()
    const held = window !== undefined && day >= window.firstDay && day < window.endDay
    const { lastClosings, firstDay } = held ? (window as CalendarWindow) : widen(day - MARGIN, day + MARGIN)
    const last = lastClosings[day - firstDay] as number
    return Number.isNaN(last) ? undefined : last
  }

  function openingDay(day: EpochDay): EpochDay {
    if (!plan.opens) throw neverOpens()
    for (let next = day; next < END_DAY; next++) if (lastClosing(next) !== undefined) return next
    throw exhausted(cover(zone.to, zone.to), 'after')
  }

  return { zone, cover, openBefore, intervalAfter, grow, dayOf, lastClosing, openingDay }
}

/** Days compiled around a question that falls outside the window. */
const MARGIN = 100
const YEAR = 366 * MILLISECONDS_PER_DAY

/** At the end of the zone's years: a calendar that still opened in the last one would have gone on. */
function exhausted({ count, opens, closes, from, to }: CalendarWindow, side: Side): CalendarError {
  const first = opens[0] ?? Number.NaN
  const last = closes[count - 1] ?? Number.NaN
  return (side === 'after' ? to - last < YEAR : first - from < YEAR) ? outOfRange() : neverOpens()
}
