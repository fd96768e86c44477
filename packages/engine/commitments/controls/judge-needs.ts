import type { Duration } from '../../base/duration.ts'
import type { Instant, Interval } from '../../base/instant.ts'
import type { ControlFact } from '../../record/read-controls.ts'
import type { SubjectFacts } from './control-subjects.ts'
import type { ControlStanding } from './control-verdict.ts'
import { firstFrom, lastBefore } from './judge-recurrence.ts'

export type NeedRules = {
  readonly needsNamed: boolean
  readonly within: Duration
  readonly add: (from: Instant, duration: Duration) => Instant
}

/**
 * The needs of one subject that count in a span (clause kind: delay, such as of critical patches): each is good with a
 * success from it up to `within` later, equality included. A need belongs to the span of that success, else to that of its
 * due date; not due by `seen` and not done, it is running; a subject that is retired
 * before owes it no more. Where the facts of the control name no need at all
 * (`needsNamed`), each result speaks for itself, in the span of its own instant: the source has judged the delay.
 */
export function judgeNeeds(
  subject: SubjectFacts,
  span: Interval,
  seen: Instant,
  { within, add, needsNamed }: NeedRules,
): readonly ControlStanding[] {
  const { good, bad, needs, retiredAt = Number.POSITIVE_INFINITY } = subject
  const holds = (instant: Instant) => span.from <= instant && instant < span.to
  const ofNeeds = needs.flatMap((need): readonly ControlStanding[] => {
    const due = add(need.at, within)
    const done = firstFrom(good, need.at)
    if (done !== undefined && done.at <= due) return holds(done.at) ? ['good'] : []
    if (due > retiredAt) return []
    if (due >= seen) return need.at < span.to && due >= span.from ? ['running'] : []
    if (!holds(due)) return []
    const failure = lastBefore(bad, due + 1)
    const isKnown = done !== undefined || (failure !== undefined && failure.at >= need.at)
    return [isKnown ? 'bad' : 'unknown']
  })
  if (needsNamed) return ofNeeds
  const alone = (facts: readonly ControlFact[]) => facts.filter(({ at }) => holds(at))
  return [...alone(good).map(() => 'good' as const), ...alone(bad).map(() => 'bad' as const)]
}
