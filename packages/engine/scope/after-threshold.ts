import type { Draft } from './draft-verdict.ts'
import type { ScopeQuestion } from './scope-question.ts'
import type { ScopeTerms } from './scope-terms.ts'
import { isAbove } from './size-of.ts'

/** Above the project threshold, what the fee includes becomes a project with an estimate; a breakdown never does. */
export function afterThreshold({ projectThreshold }: ScopeTerms, question: ScopeQuestion, draft: Draft): Draft {
  if (projectThreshold === undefined || question.kind === 'incident') return draft
  if (draft.outcome !== 'included' && draft.outcome !== 'on-demand') return draft
  const units = ['days', 'hours', 'amount'] as const
  const asked = units.filter((unit) => question[unit] !== undefined)
  const compared = asked.filter((unit) => projectThreshold[unit] !== undefined)
  if (asked.length === 0) return draft
  if (compared.length === 0 && draft.outcome === 'on-demand') return draft
  if (compared.length === 0) {
    const missing = units.filter((unit) => projectThreshold[unit] !== undefined)
    return { ...draft, outcome: 'undetermined', missing, possible: [] }
  }
  const above = compared.some((unit) => isAbove(question[unit], projectThreshold[unit]))
  if (!above) return { ...draft, threshold: 'within' }
  const { quota: _, ...rest } = draft
  const price = projectThreshold.beyond ?? draft.price
  return { ...rest, outcome: 'on-demand', estimate: true, threshold: 'above', ...(price !== undefined && { price }) }
}
