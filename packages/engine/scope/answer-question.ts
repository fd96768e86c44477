import { afterQuota } from './after-quota.ts'
import { afterThreshold } from './after-threshold.ts'
import { afterVisit } from './after-visit.ts'
import type { Draft } from './draft-verdict.ts'
import { prerequisitesOf } from './prerequisites-of.ts'
import { sayVerdict } from './say-verdict.ts'
import { type CellCoordinates, PLACE_FACTS, type ScopeQuestion } from './scope-question.ts'
import type { ScopeSpace } from './scope-space.ts'
import type { ScopeTerms } from './scope-terms.ts'
import type { RuleVerdict, ScopeVerdict } from './scope-verdict.ts'
import { isAbove } from './size-of.ts'
import { unknownWords } from './unknown-words.ts'

type Judge = (cell: CellCoordinates, elsewhere: boolean) => RuleVerdict

/** The rules first; then the project threshold, the quota, the zone, the prerequisites; then why. */
export function answerQuestion(
  terms: ScopeTerms,
  space: ScopeSpace,
  judge: Judge,
  nameOf: (id: string) => string,
  question: ScopeQuestion,
): ScopeVerdict {
  const cell = coordinatesOf(space, question)
  const elsewhere = question.site === undefined && PLACE_FACTS.some((fact) => question[fact] !== undefined)
  const ruled = judge(cell, elsewhere)
  const unknown = [...(ruled.unknown ?? []), ...unknownWords(terms, space, question)]
  const prerequisites = prerequisitesOf(terms, question)
  const { outcome, quota, ...rest } = ruled
  const start: Draft = {
    ...rest,
    outcome: unknown.length > 0 ? 'undetermined' : outcome,
    about: 'cell',
    ...(quota && { quota }),
    prerequisites,
    imputable: !prerequisites.some(({ unmet, by }) => unmet && by !== 'provider'),
    ...(unknown.length > 0 && { unknown }),
  }
  const known = unknown.length === 0
  const sized = known ? afterThreshold(terms, question, start) : start
  const counted = known ? afterQuota(sized, question.used) : sized
  const visited = known ? afterVisit(terms, question, counted) : counted
  const { visit: _, threshold: __, ...verdict } = withApproval(terms, question, visited)
  return { ...verdict, because: sayVerdict(space, visited, question, nameOf) }
}

function coordinatesOf({ dimensions }: ScopeSpace, question: ScopeQuestion): CellCoordinates {
  const named = dimensions.flatMap(({ name }) => {
    const value = question[name]
    return value === undefined ? [] : [[name, String(value)] as const]
  })
  return { ...Object.fromEntries(named), ...(question.kind !== undefined && { kind: question.kind }) }
}

function withApproval({ approval }: ScopeTerms, { amount }: ScopeQuestion, draft: Draft): Draft {
  if (approval === undefined || draft.outcome !== 'on-demand' || draft.about === 'visit') return draft
  const below = approval.above !== undefined && amount !== undefined && !isAbove(amount, approval.above)
  return below ? draft : { ...draft, approval }
}
