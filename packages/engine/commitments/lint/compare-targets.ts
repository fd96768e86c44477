import type { CalendarChoice, Target } from '../clause-types.ts'

/** Order of two targets on one clock; `undefined` where the clocks differ and only a case could tell. */
export function compareTargets(a: Target, b: Target): -1 | 0 | 1 | undefined {
  if (a.kind === 'civil-days' && b.kind === 'civil-days') return order(a.days, b.days)
  if (a.kind === 'open-time' && b.kind === 'open-time' && sameCalendar(a.calendar, b.calendar))
    return order(a.milliseconds, b.milliseconds)
  if (a.kind === 'working-days' && b.kind === 'working-days' && sameCalendar(a.calendar, b.calendar))
    return a.days === b.days ? undefined : order(a.days, b.days)
  return undefined
}

function order(a: number, b: number): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function sameCalendar(a: CalendarChoice, b: CalendarChoice): boolean {
  const sites = new Set([...Object.keys(a.bySite), ...Object.keys(b.bySite)])
  return a.default === b.default && [...sites].every((site) => a.bySite[site] === b.bySite[site])
}
