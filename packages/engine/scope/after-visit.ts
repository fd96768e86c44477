import type { Draft } from './draft-verdict.ts'
import { PLACE_FACTS, type ScopeQuestion } from './scope-question.ts'
import type { ScopeTerms } from './scope-terms.ts'
import { type Visit, visitOf } from './visit-of.ts'

/** Where somebody must come: from which zone, or that none is served. */
export function afterVisit(terms: ScopeTerms, question: ScopeQuestion, draft: Draft): Draft {
  const visit = visitOf(terms, question)
  if (visit === undefined) return draft
  const seen: Draft = { ...draft, visit, ...(visit.kind === 'served' && { zone: visit.zone }) }
  const needed = draft.outcome === 'included' || draft.outcome === 'on-demand' || draft.outcome === 'undetermined'
  if (!visit.onsite || !needed) return seen
  switch (visit.kind) {
    case 'unserved':
    case 'not-on-site':
      return unserved(seen)
    case 'tie':
      return { ...seen, outcome: 'conflict', rule: null, clause: null, rules: visit.zones }
    case 'unclear': {
      const missing = [visit.missing, ...(draft.missing ?? [])]
      return visit.asked ? { ...seen, outcome: 'undetermined', missing, possible: draft.possible ?? [] } : seen
    }
    case 'served':
      return onlyTheVisit(question, seen) ? visitAlone(seen, visit) : seen
  }
}

/** Whatever the rules would say, nobody comes there: nothing is left to ask. */
function unserved({ possible: _, missing: __, ...draft }: Draft): Draft {
  return { ...draft, outcome: 'unserved' }
}

/** Only a place and a mode were named: what is asked is whether somebody comes there. */
function onlyTheVisit(question: ScopeQuestion, { outcome }: Draft): boolean {
  const facts: readonly string[] = [...PLACE_FACTS, 'mode', 'at']
  return (
    outcome === 'undetermined' &&
    Object.keys(question).every((key) => question[key] === undefined || facts.includes(key))
  )
}

function visitAlone(draft: Draft, { zone }: Extract<Visit, { readonly kind: 'served' }>): Draft {
  return {
    ...draft,
    about: 'visit',
    outcome: zone.price === undefined ? 'included' : 'on-demand',
    rule: zone.id,
    clause: zone.id,
    rules: [zone.id],
    ...(zone.price !== undefined && { price: zone.price }),
  }
}
