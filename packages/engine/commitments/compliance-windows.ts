import { addMonths, civilDateOf, type EpochDay, epochDayOf, formatCivilDate } from '../base/civil-date.ts'
import { type Instant, MILLISECONDS_PER_DAY } from '../base/instant.ts'
import type { Period } from '../base/period.ts'
import type { Zone } from '../calendar/local-time.ts'
import type { Compliance } from './clause-types.ts'

export type Over = Compliance['over']

/** Where months, quarters and contract years begin: civil dates at 00:00 in the contract's zone. */
export type CivilYears = {
  readonly zone: Zone
  /** First day of the first contract year; the others begin on its anniversaries. */
  readonly effectiveFrom: EpochDay
  /** First day after the term, where the contract states one: its last year ends there. */
  readonly effectiveTo?: EpochDay
}

/** The spans that one rate is made of. */
export type JudgedSpan = {
  readonly judged: Period
  /** Under `carry-over`, the earlier windows of the contract year, oldest first. */
  readonly earlier: readonly Period[]
  /** The judged window ends before the clause's own window does: the quarter so far. */
  readonly unfinished: boolean
  /** No later window of the same contract year. */
  readonly endsYear: boolean
}

/**
 * Over which span a clause is judged when `period` is asked.
 * The clause's own window where the period is one; the window so far where the period is a month or a quarter inside a
 * longer one; else the period itself, as one.
 */
export function judgedSpan(period: Period, compliance: Compliance | undefined, years: CivilYears): JudgedSpan {
  if (compliance === undefined) return alone(period)
  const own = windowAt(period.from, compliance.over, years)
  const inside = own.from <= period.from && period.to <= own.to
  const exact = own.from === period.from && period.to === own.to
  if (!inside || !(exact || isCivilWindow(period, years))) return alone(period)
  const judged = exact
    ? period
    : { from: own.from, to: period.to, label: `${dateAt(own.from, years)}/${dateAt(period.to, years)}` }
  const earlier = compliance.small === 'carry-over' ? earlierInYear(own, compliance.over, years) : []
  return { judged, earlier, unfinished: period.to < own.to, endsYear: endsYear(own, years) }
}

/** The month, quarter (civil, January first) or contract year that holds an instant. */
export function windowAt(instant: Instant, over: Over, { zone, effectiveFrom }: CivilYears): Period {
  const day = Math.floor(zone.toLocal(instant) / MILLISECONDS_PER_DAY)
  const { year, month } = civilDateOf(day)
  switch (over) {
    case 'month': {
      const first = epochDayOf(year, month, 1)
      return windowOf(zone, first, addMonths(first, 1), formatCivilDate(first).slice(0, 7))
    }
    case 'quarter': {
      const quarter = Math.floor((month - 1) / 3)
      const first = epochDayOf(year, quarter * 3 + 1, 1)
      return windowOf(zone, first, addMonths(first, 3), `${formatCivilDate(first).slice(0, 4)}-Q${quarter + 1}`)
    }
    case 'year': {
      const { year: firstYear } = civilDateOf(effectiveFrom)
      const anniversary = addMonths(effectiveFrom, 12 * (year - firstYear))
      const number = anniversary <= day ? year - firstYear : year - firstYear - 1
      const first = addMonths(effectiveFrom, 12 * number)
      const next = addMonths(effectiveFrom, 12 * (number + 1))
      return windowOf(zone, first, next, `${formatCivilDate(first)}/${formatCivilDate(next)}`)
    }
  }
}

function windowOf(zone: Zone, first: EpochDay, next: EpochDay, label: string): Period {
  return { from: zone.startOfDay(first), to: zone.startOfDay(next), label }
}

function alone(period: Period): JudgedSpan {
  return { judged: period, earlier: [], unfinished: false, endsYear: true }
}

/** Whether the period is a whole month, quarter or contract year. */
function isCivilWindow(period: Period, years: CivilYears): boolean {
  return (['month', 'quarter', 'year'] as const).some((over) => {
    const own = windowAt(period.from, over, years)
    return own.from === period.from && own.to === period.to
  })
}

/** The windows before `own` that begin in the same contract year, oldest first. */
function earlierInYear(own: Period, over: Over, years: CivilYears): readonly Period[] {
  const year = windowAt(own.from, 'year', years)
  const earlier: Period[] = []
  for (let window = own; window.from > year.from; ) {
    window = windowAt(window.from - 1, over, years)
    if (window.from < year.from) break
    earlier.unshift(window)
  }
  return earlier
}

function endsYear(own: Period, years: CivilYears): boolean {
  const { zone, effectiveTo } = years
  const lastOfTerm = effectiveTo !== undefined && zone.startOfDay(effectiveTo) <= own.to
  return lastOfTerm || windowAt(own.to, 'year', years).from !== windowAt(own.from, 'year', years).from
}

function dateAt(instant: Instant, { zone }: CivilYears): string {
  return formatCivilDate(Math.floor(zone.toLocal(instant) / MILLISECONDS_PER_DAY))
}
