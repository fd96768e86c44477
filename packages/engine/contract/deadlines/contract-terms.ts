import { type EpochDay, parseCivilDate } from '../../base/civil-date.ts'
import { parseDuration } from '../../base/duration.ts'
import { daysAfter, repeatedAfter } from '../../base/shift-date.ts'
import { END_DAY } from '../../calendar/local-time.ts'
import type { Contract } from '../contract.ts'

/** One term of a contract, `[from, to)` in civil days: the initial one (number 1), then its renewals. */
export type TermSpan = {
  readonly number: number
  readonly from: EpochDay
  /** Absent: without a stated end. */
  readonly to?: EpochDay
  /** What happens at `to`: it goes on unless refused, it ends unless agreed, it ends. */
  readonly next: 'tacit' | 'express' | 'none'
}

/**
 * The terms that begin before `until` (exclusive), the initial one always. A renewal is one that the contract allows,
 * not one that is certain. A tacit renewal without a length goes on without end.
 */
export function contractTerms(contract: Contract, until: EpochDay): readonly TermSpan[] {
  const start = startOfContract(contract)
  const { term } = contract
  if (term === undefined) return [{ number: 1, from: start, next: 'none' }]
  const { mode = 'none', for: renewed, times = Number.POSITIVE_INFINITY } = term.renewal ?? {}
  const first = daysAfter(start, term.initial)
  const spans: TermSpan[] = []
  for (let number = 1; number <= MOST_TERMS; number++) {
    const from = number === 1 ? start : endOf(number - 1)
    if (from >= END_DAY || (number > 1 && from >= until)) break
    if (number > 1 && renewed === undefined) return [...spans, { number, from, next: 'none' }]
    const next = number <= times ? mode : 'none'
    spans.push({ number, from, to: endOf(number), next })
    if (next === 'none') break
  }
  return spans

  function endOf(number: number): EpochDay {
    if (number === 1 || renewed === undefined) return first
    const [a, b] = [parseDuration(term?.initial ?? ''), parseDuration(renewed)]
    // Both in months: counted from the start, so that a clamped month's end does not stay clamped.
    if (a && b && a.days === 0 && b.days === 0)
      return repeatedAfter(start, `P${a.months + b.months * (number - 1)}M`, 1)
    return repeatedAfter(first, renewed, number - 1)
  }
}

/** A renewal by the day over a century would be as many. */
const MOST_TERMS = 200

/** First day of the first version, in every version. */
export function startOfContract({ startsOn, effectiveFrom }: Contract): EpochDay {
  return parseCivilDate(startsOn ?? effectiveFrom) ?? 0
}

/** The first day after what is looked at where nothing else is asked: the initial term and, if tacit, one renewal. */
export function usualHorizon(contract: Contract): EpochDay {
  const [first, second] = contractTerms(contract, END_DAY)
  const end = second !== undefined && first?.next === 'tacit' ? (second.to ?? second.from) : first?.to
  return end ?? daysAfter(startOfContract(contract), 'P3Y')
}
