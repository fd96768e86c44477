import { groupBy } from '../../base/group-by.ts'
import type { Instant } from '../../base/instant.ts'
import { compareCodePoints } from '../../record/canonical-order.ts'
import type { ControlFact } from '../../record/read-controls.ts'

/** The facts of one control about one subject, each list in order of time. */
export type SubjectFacts = {
  readonly subject: string | null
  readonly firstAt: Instant
  /** Successes, with the evidence where the clause demands it. */
  readonly good: readonly ControlFact[]
  /** Failures and partial results. */
  readonly bad: readonly ControlFact[]
  readonly needs: readonly ControlFact[]
  /** It left the population then, and no later fact speaks of it. */
  readonly retiredAt?: Instant
}

/**
 * The facts of one control by subject, sorted by name. A success without the evidence that the clause demands is no
 * success: nobody can check it, so it is unknown.
 */
export function controlSubjects(
  facts: readonly ControlFact[],
  control: string,
  evidenceRequired: boolean,
): readonly SubjectFacts[] {
  const own = facts.filter((fact) => fact.control === control).sort((a, b) => a.at - b.at)
  return [...groupBy(own, ({ subject }) => subject ?? null)]
    .map(([subject, ofSubject]) => subjectFacts(subject, ofSubject, evidenceRequired))
    .sort((a, b) => compareCodePoints(a.subject ?? '', b.subject ?? ''))
}

/** Whether the subject is of the population at the end of a span: named by then, and not retired. */
export function belongsBy({ firstAt, retiredAt }: SubjectFacts, end: Instant): boolean {
  return firstAt < end && (retiredAt === undefined || retiredAt >= end)
}

function subjectFacts(subject: string | null, facts: readonly ControlFact[], evidenceRequired: boolean): SubjectFacts {
  const last = facts.at(-1)
  const retired = last?.result === 'retired' ? last : undefined
  return {
    subject,
    firstAt: facts[0]?.at ?? 0,
    good: facts.filter(({ result, evidence }) => result === 'success' && !(evidenceRequired && evidence === undefined)),
    bad: facts.filter(({ result }) => result === 'failure' || result === 'partial'),
    needs: facts.filter(({ result }) => result === 'needed'),
    ...(retired === undefined ? {} : { retiredAt: retired.at }),
  }
}
