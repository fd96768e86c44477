import type { Localised } from '../base/message.ts'
import type { CalendarDefinition, Weekday } from './definition.ts'
import { MINUTES_PER_DAY, parseWallInterval } from './wall-interval.ts'

/** Minutes of a week from Monday 00:00, half-open, `0 ≤ from < to ≤ 10 080`. */
export type Span = { readonly from: number; readonly to: number }

export const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WEEK = 7 * MINUTES_PER_DAY

/** The hours of one day (0 Monday) in the week; past Sunday midnight they come back on Monday. */
export function spansOfDay(day: number, hours: readonly string[]): readonly Span[] {
  return hours.flatMap((text) => {
    const interval = parseWallInterval(text)
    if (interval === undefined) return []
    const [from, to] = [day * MINUTES_PER_DAY + interval.start, day * MINUTES_PER_DAY + interval.end]
    return to <= WEEK
      ? [{ from, to }]
      : [
          { from, to: WEEK },
          { from: 0, to: to - WEEK },
        ]
  })
}

/** The hours of a calendar’s week, without its holidays and exceptions. */
export function spansOfWeek(weekly: CalendarDefinition['weekly']): readonly Span[] {
  if (weekly === 'always') return [{ from: 0, to: WEEK }]
  return DAYS.flatMap((day, index) => spansOfDay(index, weekly[day] ?? []))
}

/** What no span covers of the week. */
export function gapsOf(spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = []
  let reached = 0
  for (const { from, to } of merged(spans)) {
    if (from > reached) gaps.push({ from: reached, to: from })
    reached = to
  }
  return reached < WEEK ? [...gaps, { from: reached, to: WEEK }] : gaps
}

/** What two sets of spans have in common. */
export function within(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const others = merged(b)
  return merged(a).flatMap((one) =>
    others.flatMap(({ from, to }) => {
      const common = { from: Math.max(one.from, from), to: Math.min(one.to, to) }
      return common.from < common.to ? [common] : []
    }),
  )
}

/** `samedi 08:00–18:00, dimanche 08:00–18:00`; a span over midnight is cut there. */
export function sayWeek(spans: readonly Span[]): Localised {
  const parts = merged(spans).flatMap(({ from, to }) => {
    const days: { readonly day: number; readonly hours: string }[] = []
    for (let start = from; start < to; ) {
      const day = Math.floor(start / MINUTES_PER_DAY)
      const end = Math.min(to, (day + 1) * MINUTES_PER_DAY)
      days.push({ day, hours: `${time(start - day * MINUTES_PER_DAY)}–${time(end - day * MINUTES_PER_DAY)}` })
      start = end
    }
    return days
  })
  const say = (names: readonly string[]) => parts.map(({ day, hours }) => `${names[day]} ${hours}`).join(', ')
  return { fr: say(NAMES.fr), en: say(NAMES.en) }
}

const NAMES = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

function time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: { from: number; to: number }[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}
