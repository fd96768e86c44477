import type { Instant, Interval, Milliseconds } from '../base/instant.ts'
import { CalendarError } from '../calendar/calendar-error.ts'
import type { Pauses, ServiceCalendar } from '../calendar/service-calendar.ts'
import type { CalendarChoice, Target } from './clause-types.ts'
import type { Terms } from './terms.ts'

/** No closed time. Shared, so that the many clocks without a pause allocate none. */
export const NO_PAUSES: Pauses = []

/** The calendar that counts for a ticket's site. */
export function calendarIdOf(choice: CalendarChoice, site: string | undefined): string {
  const ofSite = site !== undefined && Object.hasOwn(choice.bySite, site) ? choice.bySite[site] : undefined
  return ofSite ?? choice.default
}

/** The calendar of a target; `undefined` for civil days, which have none. */
export function calendarIdFor(target: Target, site: string | undefined): string | undefined {
  return target.kind === 'civil-days' ? undefined : calendarIdOf(target.calendar, site)
}

/** Counted time in `[from, to)`: open time less `closed`; without a calendar, elapsed time less `closed`. */
export function countedIn(
  calendar: ServiceCalendar | undefined,
  from: Instant,
  to: Instant,
  closed: Pauses,
): Milliseconds {
  if (to <= from) return 0
  if (calendar !== undefined) return calendar.openMilliseconds(from, to, closed)
  return to - from - mergedWithin(closed, from, to).reduce((sum, span) => sum + span.to - span.from, 0)
}

/**
 * When a target that starts at `from` is due (clause kind: service-level target; semantics, *Targets*): the earliest
 * instant with that much counted time; for days, the end of the n-th day with the closed time appended.
 * `calendar`: the one that counts, absent for civil days. `undefined` where the calendar has no such instant.
 */
export function dueAt(
  target: Target,
  calendar: ServiceCalendar | undefined,
  terms: Terms,
  from: Instant,
  closed: Pauses,
): Instant | undefined {
  try {
    switch (target.kind) {
      case 'open-time':
        return calendar?.addMilliseconds(from, target.milliseconds, closed)
      case 'working-days':
        return calendar?.workingDaysAfter(from, target.days, target.cutoff, target.until, closed)
      case 'civil-days':
        return postponed(from, terms.addDuration(from, `P${target.days}D`), closed)
    }
  } catch (error) {
    return noAnswer(error)
  }
}

/** The same for a length of a pause or of a risk, in its own calendar. */
export function endOf(target: Target, terms: Terms, site: string | undefined, from: Instant): Instant | undefined {
  return dueAt(target, calendarFor(target, terms, site), terms, from, NO_PAUSES)
}

/** The calendar of a target for a ticket's site; `undefined` for civil days, which have none. */
export function calendarFor(target: Target, terms: Terms, site: string | undefined): ServiceCalendar | undefined {
  const id = calendarIdFor(target, site)
  return id === undefined ? undefined : terms.calendar(id)
}

/** The answer of a calendar, `undefined` where it has none to give. */
export function ifAny(ask: () => Instant): Instant | undefined {
  try {
    return ask()
  } catch (error) {
    return noAnswer(error)
  }
}

function noAnswer(error: unknown): undefined {
  if (error instanceof CalendarError && (error.code === 'never-opens' || error.code === 'out-of-range'))
    return undefined
  throw error
}

/** `due` moved by the closed time between `from` and itself. */
function postponed(from: Instant, due: Instant, closed: Pauses): Instant {
  let moved = due
  for (const span of mergedWithin(closed, from, Number.POSITIVE_INFINITY)) {
    if (span.from >= moved) break
    moved += span.to - span.from
  }
  return moved
}

/** Closed spans clipped to `[from, to)`, in order, without overlap. */
function mergedWithin(closed: Pauses, from: Instant, to: Instant): readonly Interval[] {
  const merged: { from: Instant; to: Instant }[] = []
  const clipped = closed
    .map(([start, end]) => ({ from: Math.max(start, from), to: Math.min(end, to) }))
    .filter((span) => span.from < span.to)
    .toSorted((a, b) => a.from - b.from)
  for (const span of clipped) {
    const last = merged.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push(span)
  }
  return merged
}
