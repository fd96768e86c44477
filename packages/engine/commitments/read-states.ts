import type { Column, TicketEvent } from '../record/event.ts'
import type { Attributes } from '../record/ticket.ts'
import { because } from './because.ts'
import type { PriorityRules } from './clause-types.ts'
import { decidePriority, NO_PRIORITY, type PriorityDecision, type PriorityState } from './decide-priority.ts'
import type { Terms } from './terms.ts'
import type { Finding, TicketState } from './timeline.ts'

export type TicketStates = {
  readonly states: readonly [TicketState, ...TicketState[]]
  readonly findings: readonly Finding[]
}

/**
 * What a ticket is over time, by the rules of `foldTicket`, for the columns that the terms name, with the priority
 * that has effect. `report` and `detection` are the places of its opening facts (−1: none); at least one is known.
 */
export function readStates(
  events: readonly TicketEvent[],
  known: number,
  report: number,
  detection: number,
  terms: Terms,
): TicketStates {
  const rules = terms.commitments.priorities
  const states: TicketState[] = []
  let findings: Finding[] | undefined
  let attributes: Attributes = NOTHING
  let decided = NO_PRIORITY
  // Something is unknown, that any fact may tell.
  let blank = true
  for (let index = 0; index < known; index++) {
    const event = events[index] as TicketEvent
    if (!blank && !sets(event)) continue
    // A detection after the report fills what the report left blank, as any other fact does.
    const opening = index === report || (index === detection && (report === -1 || detection < report))
    const after = opening && attributes === NOTHING ? event : withColumns(attributes, event, opening, terms.columns)
    let state = decided
    if (speaksOfPriority(event)) {
      const decision = decide(rules, decided, event, opening)
      state = decision.state
      if (decision.finding !== undefined) {
        findings ??= []
        findings.push({ index, because: because(decision.finding, event.id) })
      }
    }
    if (after === attributes && isSame(state, decided) && !opening) continue
    attributes = after
    decided = state
    blank =
      decided.priority === undefined ||
      decided.impact === undefined ||
      decided.urgency === undefined ||
      terms.columns.some((column) => attributes[column] === undefined)
    states.push({ index, at: event.at, event, attributes, decided })
  }
  return { states: states as [TicketState, ...TicketState[]], findings: findings ?? NO_FINDINGS }
}

const NOTHING: Attributes = {}
const NO_FINDINGS: readonly Finding[] = []

/** Columns that say how a fact came about: kept from the opening facts only. */
const FACT_COLUMNS: ReadonlySet<Column> = new Set([
  'reason',
  'commitment',
  'actor',
  'party',
  'minutes',
  'billable',
  'score',
  'text',
])

/** Opening facts and `prioritised` decide; any other fact fills what is blank. */
function decide(
  rules: PriorityRules | undefined,
  decided: PriorityState,
  event: TicketEvent,
  opening: boolean,
): PriorityDecision {
  if (opening || event.event === 'prioritised') return decidePriority(rules, decided, event)
  const impact = decided.impact ?? event.impact
  const urgency = decided.urgency ?? event.urgency
  const { priority } = decided
  if (priority !== undefined) return { state: { impact, urgency, priority } }
  return decidePriority(rules, decided, { impact, urgency, priority: event.priority })
}

function withColumns(before: Attributes, event: TicketEvent, opening: boolean, columns: readonly Column[]): Attributes {
  let after: { [C in Column]?: string } | undefined
  for (const column of columns) {
    const value = event[column]
    if (value === undefined || value === before[column]) continue
    if (!opening && !replaces(event, column) && (before[column] !== undefined || FACT_COLUMNS.has(column))) continue
    if (after === undefined) {
      after = {}
      for (const known of columns) {
        const kept = before[known]
        if (kept !== undefined) after[known] = kept
      }
    }
    after[column] = value
  }
  return after ?? before
}

/** Facts that may replace what is known. */
function sets({ event }: TicketEvent): boolean {
  return (
    event === 'reported' ||
    event === 'detected' ||
    event === 'prioritised' ||
    event === 'reclassified' ||
    event === 'linked'
  )
}

function replaces(event: TicketEvent, column: Column): boolean {
  if (column === 'parent') return event.event === 'linked'
  return event.event === 'reclassified' && column !== 'into' && !FACT_COLUMNS.has(column)
}

function speaksOfPriority(event: TicketEvent): boolean {
  return event.priority !== undefined || event.impact !== undefined || event.urgency !== undefined
}

function isSame(a: PriorityState, b: PriorityState): boolean {
  return a === b || (a.priority === b.priority && a.impact === b.impact && a.urgency === b.urgency)
}
