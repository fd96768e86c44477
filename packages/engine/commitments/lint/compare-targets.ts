import type { Milliseconds } from '../../base/instant.ts'
import type { Calendars } from '../../calendar/lint/calendars-lint.ts'
import { MINUTES_PER_DAY } from '../../calendar/wall-interval.ts'
import { DAYS, spansOfDay } from '../../calendar/week-spans.ts'
import type { CalendarChoice, Target } from '../clause-types.ts'

/**
 * Order of two targets on one clock; `undefined` where only a case could tell. Working days and hours of one calendar are
 * compared where the shortest of the one is longer than the longest of the other, whenever the ticket is reported.
 */
export function compareTargets(a: Target, b: Target, calendars: Calendars): -1 | 0 | 1 | undefined {
  if (a.kind === 'civil-days' || b.kind === 'civil-days')
    return a.kind === 'civil-days' && b.kind === 'civil-days' ? order(a.days, b.days) : undefined
  if (!sameCalendar(a.calendar, b.calendar)) return undefined
  if (a.kind === 'open-time' && b.kind === 'open-time') return order(a.milliseconds, b.milliseconds)
  if (a.kind === 'working-days' && b.kind === 'working-days')
    return a.days === b.days ? undefined : order(a.days, b.days)
  const [first, second] = [openTimeOf(a, calendars), openTimeOf(b, calendars)]
  if (first === undefined || second === undefined) return undefined
  if (first.least > second.most) return 1
  return second.least > first.most ? -1 : undefined
}

function order(a: number, b: number): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

type OpenTime = { readonly least: Milliseconds; readonly most: Milliseconds }

/** The open time that a target leaves in a usual week: working days end on a later day, of which a part may be left. */
function openTimeOf(target: Exclude<Target, { kind: 'civil-days' }>, calendars: Calendars): OpenTime | undefined {
  if (target.kind === 'open-time') return { least: target.milliseconds, most: target.milliseconds }
  const days = openDaysOf(target.calendar.default, calendars)
  if (days.length === 0) return undefined
  return {
    least: Math.max(0, target.days - 1) * Math.min(...days),
    most: (target.days + 2) * Math.max(...days),
  }
}

/** Open milliseconds of the days of the week that open. */
function openDaysOf(id: string, calendars: Calendars): readonly Milliseconds[] {
  const weekly = Object.hasOwn(calendars, id) ? calendars[id]?.weekly : undefined
  if (weekly === undefined) return []
  if (weekly === 'always') return [MINUTES_PER_DAY * 60_000]
  return DAYS.map((day, index) =>
    spansOfDay(index, weekly[day] ?? []).reduce((sum, { from, to }) => sum + (to - from) * 60_000, 0),
  ).filter((open) => open > 0)
}

function sameCalendar(a: CalendarChoice, b: CalendarChoice): boolean {
  const sites = new Set([...Object.keys(a.bySite), ...Object.keys(b.bySite)])
  return a.default === b.default && [...sites].every((site) => a.bySite[site] === b.bySite[site])
}
