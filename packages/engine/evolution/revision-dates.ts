import { addMonths, civilDateOf, daysInMonth, type EpochDay, epochDayOf, parseCivilDate } from '../base/civil-date.ts'
import { daysAfter, daysBefore, repeatedAfter } from '../base/shift-date.ts'
import { knownIndex } from './known-indices.ts'
import type { Pricing } from './pricing-schema.ts'
import type { Revision } from './revision-schema.ts'

/** A month of an index that a revision needs, by the term of the formula. */
export type IndexMonth = {
  readonly term: number
  readonly index: string
  /** First day of the month; absent where the value is the last one published on `publishedBy`. */
  readonly month?: EpochDay
  /** Last day on which it comes out, where the lag of publication is known. */
  readonly publishedBy?: EpochDay
}

/**
 * The days on which prices are revised, after `start` and before `until`: the day of the year where the clause states
 * one, every `every` (default a year); else the anniversaries of the start.
 */
export function revisionDates(
  { date, every = 'P1Y' }: Revision,
  start: EpochDay,
  until: EpochDay,
): readonly EpochDay[] {
  const first = date === undefined ? undefined : firstAfter(date, start)
  const days: EpochDay[] = []
  for (let k = 0; k < MOST_REVISIONS; k++) {
    const day = first === undefined ? repeatedAfter(start, every, k + 1) : repeatedAfter(first, every, k)
    if (day >= until || day <= start) break
    days.push(day)
  }
  return days
}

/** The last full day on which a revised price is made known in time; without a notice, the day of the revision. */
export function revisionKnownBy({ notice }: Revision, day: EpochDay): EpochDay {
  return notice === undefined ? day : daysBefore(day, notice) - 1
}

/** The index months that a revision on `day` needs, where the formula says which. */
export function indexMonths({ formula }: Revision, indices: Pricing['indices'], day: EpochDay): readonly IndexMonth[] {
  return formula.terms.flatMap(({ index, current }, term): readonly IndexMonth[] => {
    if ('rule' in current) return []
    const at = 'month' in current ? parseCivilDate(`${current.month}-01`) : daysBefore(day, current.lag)
    if (at === undefined) return []
    if (current.reading === 'last-published') return [{ term, index, publishedBy: at }]
    const { year, month } = civilDateOf(at)
    const first = epochDayOf(year, month, 1)
    const after = indices?.find(({ id }) => id === index)?.publishedAfter ?? knownIndex(index)?.publishedAfter
    return [
      {
        term,
        index,
        month: first,
        ...(after === undefined ? {} : { publishedBy: daysAfter(addMonths(first, 1), after) - 1 }),
      },
    ]
  })
}

const MOST_REVISIONS = 1000

/** The first such day of a year that is after `start`; 29 February is the 28th in a common year. */
function firstAfter(dayOfYear: string, start: EpochDay): EpochDay {
  const [month = 1, day = 1] = dayOfYear.split('-').map(Number)
  const { year } = civilDateOf(start)
  const of = (one: number) => epochDayOf(one, month, Math.min(day, daysInMonth(one, month)))
  return of(year) > start ? of(year) : of(year + 1)
}
