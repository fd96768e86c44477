import type { PriorityRules } from './clause-types.ts'

/** Impact, urgency and priority in force. */
export type PriorityState = {
  readonly impact: string | undefined
  readonly urgency: string | undefined
  readonly priority: string | undefined
}

/** What a fact says of them; `party` is who says it. */
export type PriorityFact = {
  readonly impact?: string | undefined
  readonly urgency?: string | undefined
  readonly priority?: string | undefined
  readonly party?: string | undefined
}

export type PriorityDecision = {
  readonly state: PriorityState
  readonly finding?:
    | 'priority-differs-from-matrix'
    | 'priority-outside-matrix'
    | 'priority-not-in-levels'
    | 'priority-change-not-allowed'
}

export const NO_PRIORITY: PriorityState = { impact: undefined, urgency: undefined, priority: undefined }

/**
 * The priority in force after a fact (clause kind: priority matrix and requalification). A priority given is used, even
 * against the matrix; impact or urgency alone give the matrix's. The first priority of a ticket is nobody's change. A
 * change counts where its party is absent or allowed:
 * - `client`, `provider`: that party; `both`: either;
 * - `matrix`: the desk changes upwards, the client downwards; upwards by the client only as the matrix says.
 *   The requester agrees to a lowering by recording it.
 */
export function decidePriority(
  rules: PriorityRules | undefined,
  before: PriorityState,
  fact: PriorityFact,
): PriorityDecision {
  const impact = fact.impact ?? before.impact
  const urgency = fact.urgency ?? before.urgency
  const byMatrix = cell(rules, impact, urgency)
  const priority = fact.priority ?? byMatrix ?? before.priority
  const changes = before.priority !== undefined && priority !== before.priority
  if (changes && !isAllowed(rules, before.priority, priority, byMatrix, fact.party)) {
    return { state: before, finding: 'priority-change-not-allowed' }
  }
  const state = { impact, urgency, priority }
  if (fact.priority === undefined) {
    const outside =
      rules?.matrix !== undefined && impact !== undefined && urgency !== undefined && byMatrix === undefined
    return outside ? { state, finding: 'priority-outside-matrix' } : { state }
  }
  if (byMatrix !== undefined && byMatrix !== fact.priority) return { state, finding: 'priority-differs-from-matrix' }
  if (rules !== undefined && !rules.levels.includes(fact.priority)) return { state, finding: 'priority-not-in-levels' }
  return { state }
}

function cell(
  rules: PriorityRules | undefined,
  impact: string | undefined,
  urgency: string | undefined,
): string | undefined {
  const { matrix } = rules ?? {}
  if (matrix === undefined || impact === undefined || urgency === undefined) return undefined
  const row = Object.hasOwn(matrix, impact) ? matrix[impact] : undefined
  return row !== undefined && Object.hasOwn(row, urgency) ? row[urgency] : undefined
}

function isAllowed(
  rules: PriorityRules | undefined,
  before: string | undefined,
  after: string | undefined,
  byMatrix: string | undefined,
  party: string | undefined,
): boolean {
  if (rules === undefined || party === undefined) return true
  switch (rules.decidedBy) {
    case 'client':
    case 'provider':
      return party === rules.decidedBy
    case 'both':
      return party === 'client' || party === 'provider'
    case 'matrix': {
      const lowers = levelOf(rules, after) > levelOf(rules, before)
      return party === 'client' ? lowers || after === byMatrix : !lowers
    }
  }
}

/** 0 is the highest; a level that the contract does not know is lower than all. */
function levelOf(rules: PriorityRules, priority: string | undefined): number {
  const index = priority === undefined ? -1 : rules.levels.indexOf(priority)
  return index === -1 ? rules.levels.length : index
}
