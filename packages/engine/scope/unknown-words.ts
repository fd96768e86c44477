import { FIVE_DIMENSIONS } from './dimensions.ts'
import { QUESTION_FACTS, type ScopeQuestion } from './scope-question.ts'
import type { ScopeSpace } from './scope-space.ts'
import type { ScopeTerms } from './scope-terms.ts'
import type { UnknownWord } from './scope-verdict.ts'
import { sizeOf } from './size-of.ts'

/** Keys that are no dimension and no fact, sizes that are no number, prerequisites that the contract does not have. */
export function unknownWords(
  terms: ScopeTerms,
  { dimensions }: ScopeSpace,
  question: ScopeQuestion,
): readonly UnknownWord[] {
  const keys = [...new Set([...FIVE_DIMENSIONS, ...dimensions.map(({ name }) => name), ...QUESTION_FACTS])]
  const strange = Object.entries(question).flatMap(([key, value]): UnknownWord[] =>
    value === undefined || keys.includes(key) ? [] : [{ key, value: String(value), known: keys }],
  )
  const sizes = (['used', 'days', 'hours', 'amount'] as const).flatMap((key): UnknownWord[] => {
    const value = question[key]
    return value === undefined || sizeOf(value) !== undefined ? [] : [{ key, value: String(value), known: [] }]
  })
  const owed = (terms.prerequisites ?? []).map(({ id }) => id)
  const unmet = (question.prerequisitesUnmet ?? []).filter((id) => !owed.includes(id))
  return [...strange, ...sizes, ...unmet.map((value) => ({ key: 'prerequisitesUnmet', value, known: owed }))]
}
