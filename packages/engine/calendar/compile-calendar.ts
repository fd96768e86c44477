import { formatCivilDate, parseCivilDate } from '../base/civil-date.ts'
import type { Instant, Milliseconds } from '../base/instant.ts'
import { localise } from '../base/localise.ts'
import { CalendarError } from './calendar-error.ts'
import { planCalendar } from './calendar-plan.ts'
import type { CalendarWindow } from './compile-window.ts'
import type { CalendarDefinition } from './definition.ts'
import { findSegments } from './find-segments.ts'
import { mergePauses } from './merge-pauses.ts'
import { type OpenTimeline, openTimeline } from './open-timeline.ts'
import type { Pauses, ServiceCalendar } from './service-calendar.ts'
import { appendPaused, dueOnWorkingDay } from './working-days.ts'

/**
 * Compiles a calendar: its hours become sorted UTC intervals with running sums, and one function, the open time before
 * an instant, answers every question. Throws `CalendarError` `invalid-calendar`, with the located issues, for a
 * definition that `checkCalendar` refuses.
 */
export function compileCalendar(definition: CalendarDefinition): ServiceCalendar {
  const timeline = openTimeline(planCalendar(definition))
  const { cover, openBefore, intervalAfter, grow, dayOf, lastClosing } = timeline

  function openMilliseconds(a: Instant, b: Instant, pauses: Pauses = NO_PAUSES): Milliseconds {
    if (b < a) return 0 - openMilliseconds(b, a, pauses)
    cover(a, b)
    let open = openBefore(b) - openBefore(a)
    if (pauses.length === 0) return open
    for (const pause of mergePauses(pauses, a, b)) open -= openBefore(pause.to) - openBefore(pause.from)
    return open
  }

  function addMilliseconds(a: Instant, milliseconds: Milliseconds, pauses: Pauses = NO_PAUSES): Instant {
    if (!Number.isFinite(milliseconds)) throw notANumber()
    let window = cover(a, a)
    if (milliseconds === 0) return a
    const side = milliseconds > 0 ? 'after' : 'before'
    const find = side === 'after' ? findLater : findEarlier
    for (;;) {
      const found = find(timeline, window, a, Math.abs(milliseconds), pauses)
      if (found !== undefined) return found
      window = grow(side)
    }
  }

  return {
    between: (a, b, pauses) => openMilliseconds(a, b, pauses) / 1000,
    add: (a, seconds, pauses) => addMilliseconds(a, toMilliseconds(seconds), pauses),
    openMilliseconds,
    addMilliseconds,
    isOpen: (t) => (cover(t, t + 1).opens[intervalAfter(t)] as number) <= t,
    nextOpening(t) {
      let window = cover(t, t)
      while (intervalAfter(t) === window.count) window = grow('after')
      return Math.max(t, window.opens[intervalAfter(t)] as number)
    },
    segments: (a, b) => findSegments(cover(a, b), a, b, intervalAfter(a)),
    civilDate: (t) => formatCivilDate(dayOf(t)),
    opensOn: (date) => lastClosing(requireDay(date)) !== undefined,
    workingDaysAfter(a, days, cutoff, until, pauses = NO_PAUSES) {
      const due = dueOnWorkingDay(timeline, a, { days, cutoff, until })
      return appendPaused({ openMilliseconds, addMilliseconds }, a, due, pauses)
    },
  }
}

const NO_PAUSES: Pauses = []

/** Earliest instant with that much open, unpaused time after `a`; `undefined` if the window ends before. */
function findLater(
  { openBefore, intervalAfter }: OpenTimeline,
  { to, opens, sums, count }: CalendarWindow,
  a: Instant,
  milliseconds: Milliseconds,
  pauses: Pauses,
): Instant | undefined {
  let level = openBefore(a)
  let missing = milliseconds
  if (pauses.length > 0) {
    for (const pause of mergePauses(pauses, a, to)) {
      const open = openBefore(pause.from) - level
      if (open >= missing) break
      missing -= open
      level = openBefore(pause.to)
    }
  }
  const target = level + missing
  if (target > (sums[count] as number)) return undefined
  const i = lastBelow(sums, count, intervalAfter(a), target)
  return (opens[i] as number) + target - (sums[i] as number)
}

/** Latest instant with that much open, unpaused time before `a`; `undefined` if the window begins after. */
function findEarlier(
  { openBefore }: OpenTimeline,
  { from, opens, sums, count }: CalendarWindow,
  a: Instant,
  milliseconds: Milliseconds,
  pauses: Pauses,
): Instant | undefined {
  let level = openBefore(a)
  let missing = milliseconds
  for (const pause of mergePauses(pauses, from, a).toReversed()) {
    const open = level - openBefore(pause.to)
    if (open >= missing) break
    missing -= open
    level = openBefore(pause.from)
  }
  const target = level - missing
  if (target < 0) return undefined
  // At a level where one interval ends and the next begins, the later one answers.
  const i = lastBelow(sums, count, 0, target + HALF)
  return (opens[i] as number) + target - (sums[i] as number)
}

/** Sums are whole milliseconds: "at most `n`" is "below `n + HALF`". */
const HALF = 0.5

/** Last i < count with `sums[i] < limit`, given that `start` is one: by steps that double, then by halves. */
function lastBelow(sums: Float64Array, count: number, start: number, limit: number): number {
  let low = start
  let step = 1
  while (low + step < count && (sums[low + step] as number) < limit) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, count)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sums[middle] as number) < limit) low = middle
    else high = middle
  }
  return low
}

function toMilliseconds(seconds: number): Milliseconds {
  const milliseconds = Math.round(seconds * 1000)
  // A sum of decimals in floats is off by far less than a thousandth of a millisecond.
  if (!(Math.abs(milliseconds - seconds * 1000) < 0.001)) throw notANumber()
  return milliseconds
}

function notANumber(): CalendarError {
  return new CalendarError(
    'invalid-argument',
    localise(
      'une durée est un nombre de secondes à 3 décimales au plus',
      'a duration is a number of seconds with at most 3 decimals',
    ),
  )
}

function requireDay(date: string): number {
  const day = parseCivilDate(date)
  if (day !== undefined) return day
  throw new CalendarError('invalid-argument', localise(`date impossible : « ${date} »`, `impossible date: "${date}"`))
}
