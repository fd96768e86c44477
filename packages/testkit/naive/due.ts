import type { Instant, Target } from '@vigie/engine'
import { MINUTE, type MinuteCalendar, type NaiveInput } from './film.ts'

function calendarOf(input: NaiveInput, target: Target, site: string | undefined): MinuteCalendar | undefined {
  if (target.kind === 'civil-days') return undefined
  const { bySite, default: usual } = target.calendar
  return input.calendars.get((site === undefined ? undefined : bySite[site]) ?? usual)
}

export function isOpen(input: NaiveInput, target: Target, site: string | undefined, minute: Instant): boolean {
  const calendar = calendarOf(input, target, site)
  return calendar === undefined || calendar.open[(minute - input.from) / MINUTE] === 1
}

export function nextOpening(input: NaiveInput, target: Target, site: string | undefined, from: Instant): Instant {
  let minute = from
  while (!isOpen(input, target, site, minute)) minute += MINUTE
  return minute
}

/** When a target is due; `isFree` says which minutes are neither paused nor closed. */
export function dueOf(
  input: NaiveInput,
  target: Target,
  site: string | undefined,
  start: Instant,
  isFree: (minute: Instant) => boolean,
): Instant | undefined {
  switch (target.kind) {
    case 'open-time':
      return walk(input, target, site, start, target.milliseconds, isFree)
    case 'civil-days': {
      const due = input.addDuration(start, `P${target.days}D`)
      return walk(input, target, site, start, due - start, isFree)
    }
    case 'working-days': {
      const base = workingDay(input, target, site, start)
      if (base === undefined) return undefined
      let held = 0
      for (let minute = start; minute < base; minute += MINUTE) {
        if (!isFree(minute) && isOpen(input, target, site, minute)) held += MINUTE
      }
      return walk(input, target, site, base, held, isFree)
    }
  }
}

/** The minute at which that much free open time has passed. */
function walk(
  input: NaiveInput,
  target: Target,
  site: string | undefined,
  start: Instant,
  length: number,
  isFree: (minute: Instant) => boolean,
): Instant | undefined {
  const last = input.from + (calendarOf(input, target, site)?.open.length ?? Number.POSITIVE_INFINITY) * MINUTE
  let left = length
  let minute = start
  while (left > 0) {
    if (minute >= last) return undefined
    if (isFree(minute) && isOpen(input, target, site, minute)) left -= MINUTE
    minute += MINUTE
  }
  return minute
}

/** The end of the n-th opening day after day 0: the day of the start if it opens and the start is before the cutoff. */
function workingDay(
  input: NaiveInput,
  target: Extract<Target, { kind: 'working-days' }>,
  site: string | undefined,
  start: Instant,
): Instant | undefined {
  const calendar = calendarOf(input, target, site)
  if (calendar === undefined) return undefined
  const { open, day, wall } = calendar
  const startFrame = (start - input.from) / MINUTE
  const days: { readonly day: number; readonly frames: number[] }[] = []
  for (let frame = 0; frame < open.length; frame++) {
    if (open[frame] !== 1) continue
    const last = days.at(-1)
    if (last?.day === day[frame]) last?.frames.push(frame)
    else days.push({ day: day[frame] as number, frames: [frame] })
  }
  const today = day[startFrame] as number
  const inTime = target.cutoff === undefined || (wall[startFrame] as number) < minutesOf(target.cutoff)
  const zero = days.findIndex((opening) => (opening.day === today ? inTime : opening.day > today))
  const due = zero === -1 ? undefined : days[zero + target.days]
  if (due === undefined) return undefined
  if (target.until === 'end-of-day') return input.from + ((due.frames.at(-1) as number) + 1) * MINUTE
  const until = minutesOf(target.until)
  const frame = day.findIndex((value, index) => value === due.day && wall[index] === until)
  return frame === -1 ? undefined : input.from + frame * MINUTE
}

function minutesOf(wall: string): number {
  return Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5))
}
