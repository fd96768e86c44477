import type { Instant, Milliseconds } from '../base/instant.ts'
import { localise } from '../base/localise.ts'
import { CalendarError } from './calendar-error.ts'
import type { OpenTimeline } from './open-timeline.ts'
import type { Pauses } from './service-calendar.ts'
import { parseWallTime } from './wall-interval.ts'

/** `{ workingDays: n, cutoff?, until? }` (clause kind: target in working days). */
export type WorkingDays = {
  readonly days: number
  /** `HH:MM`: what is reported from then on belongs to the next opening day. */
  readonly cutoff: string | undefined
  /** `end-of-day` (default: the day's last closing instant) or `HH:MM`. */
  readonly until: string | undefined
}

/**
 * The due instant before pauses: day 0 is the reporting day if it opens and the cut-off is not reached, else the next
 * one.
 */
export function dueOnWorkingDay(timeline: OpenTimeline, a: Instant, { days, cutoff, until }: WorkingDays): Instant {
  if (!Number.isSafeInteger(days) || days < 0) throw invalid(`${days} jours ouvrés`, `${days} working days`)
  const reported = timeline.dayOf(a)
  const onTime = cutoff === undefined || a < timeline.zone.instantInDay(reported, wallTime(cutoff))
  let day = timeline.openingDay(onTime ? reported : reported + 1)
  for (let n = 0; n < days; n++) day = timeline.openingDay(day + 1)
  if (until === undefined || until === 'end-of-day') return timeline.lastClosing(day) as Instant
  return timeline.zone.instantInDay(day, wallTime(until))
}

/** Moves a due instant on by the open time that was paused before it; further pauses hold it up again. */
export function appendPaused(
  calendar: {
    openMilliseconds(a: Instant, b: Instant, pauses?: Pauses): Milliseconds
    addMilliseconds(a: Instant, milliseconds: Milliseconds, pauses?: Pauses): Instant
  },
  a: Instant,
  due: Instant,
  pauses: Pauses,
): Instant {
  if (due <= a || pauses.length === 0) return due
  const paused = calendar.openMilliseconds(a, due) - calendar.openMilliseconds(a, due, pauses)
  return calendar.addMilliseconds(due, paused, pauses)
}

function wallTime(text: string): number {
  const minutes = parseWallTime(text)
  if (minutes === undefined) throw invalid(`« ${text} »`, `"${text}"`)
  return minutes
}

function invalid(fr: string, en: string): CalendarError {
  return new CalendarError('invalid-argument', localise(`valeur refusée : ${fr}`, `value refused: ${en}`))
}
