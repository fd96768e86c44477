import type { Duration } from '../../base/duration.ts'
import type { Instant, Interval } from '../../base/instant.ts'
import type { ControlFact } from '../../record/read-controls.ts'
import type { SubjectFacts } from './control-subjects.ts'
import type { ControlStanding } from './control-verdict.ts'

export type RecurrenceRules = {
  /** At the end of a window the latest good result may be so old. */
  readonly tolerance?: Duration
  readonly add: (from: Instant, duration: Duration) => Instant
}

/**
 * The proof of one window for one subject: good with a good result in the window, or with one that is no older than the
 * tolerance when the window ends; else bad where a failure is known in it, unknown without a fact. A window that is not
 * over by `seen` and not good is running.
 */
export function judgeWindow(
  { good, bad }: SubjectFacts,
  window: Interval,
  seen: Instant,
  { tolerance, add }: RecurrenceRules,
): ControlStanding {
  const latest = lastBefore(good, window.to)
  if (latest !== undefined) {
    if (latest.at >= window.from) return 'good'
    if (tolerance !== undefined && add(latest.at, tolerance) >= window.to) return 'good'
  }
  if (window.to > seen) return 'running'
  const failure = lastBefore(bad, window.to)
  return failure !== undefined && failure.at >= window.from ? 'bad' : 'unknown'
}

/** The last fact before an instant; facts are in order of time. */
export function lastBefore(facts: readonly ControlFact[], instant: Instant): ControlFact | undefined {
  return facts[countBefore(facts, instant) - 1]
}

/** The first fact at or after an instant; facts are in order of time. */
export function firstFrom(facts: readonly ControlFact[], instant: Instant): ControlFact | undefined {
  return facts[countBefore(facts, instant)]
}

function countBefore(facts: readonly ControlFact[], instant: Instant): number {
  let low = 0
  let high = facts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((facts[middle]?.at ?? instant) < instant) low = middle + 1
    else high = middle
  }
  return low
}
