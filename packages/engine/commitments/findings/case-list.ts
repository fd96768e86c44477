import type { Instant, Interval } from '../../base/instant.ts'
import { NAMED_CASES, type Signal, type SignalCase } from './signal.ts'

/** Counts cases and keeps the first ones; tickets come in the order of their ids. */
export function caseList() {
  const cases: SignalCase[] = []
  let count = 0
  return {
    add: (one: SignalCase): void => {
      count += 1
      if (cases.length < NAMED_CASES) cases.push(one)
    },
    /** The finding, or `undefined` under `least` cases. */
    signal: (rest: Omit<Signal, 'count' | 'cases'>, least = 1): Signal | undefined =>
      count < least ? undefined : { ...rest, count, cases },
  }
}

/** Whether something happened in the period, and by the observation. */
export function isIn(period: Interval, instant: Instant, at: Instant): boolean {
  return period.from <= instant && instant < period.to && instant <= at
}
