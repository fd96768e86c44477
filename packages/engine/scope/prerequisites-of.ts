import type { ScopeQuestion } from './scope-question.ts'
import { namedValues } from './scope-space.ts'
import type { ScopeTerms, WhenTerms } from './scope-terms.ts'
import type { PrerequisiteState } from './scope-verdict.ts'

/** The prerequisites of the cells asked, each with whether the question says that it is unmet. */
export function prerequisitesOf({ prerequisites }: ScopeTerms, question: ScopeQuestion): readonly PrerequisiteState[] {
  const unmet = question.prerequisitesUnmet ?? []
  return (prerequisites ?? [])
    .filter(({ when }) => mayHold(when, question))
    .map(({ id, label, by, remedyWithin }) => ({
      id,
      ...(label !== undefined && { label }),
      ...(by !== undefined && { by }),
      unmet: unmet.includes(id),
      ...(remedyWithin !== undefined && { remedyWithin }),
    }))
}

/** Whether no coordinate of the question excludes the box. */
function mayHold(when: WhenTerms | undefined, question: ScopeQuestion): boolean {
  return Object.keys(when ?? {}).every((dimension) => {
    const [asked, named] = [question[dimension], namedValues(when, dimension)]
    return asked === undefined || named === undefined || named.includes(String(asked))
  })
}
