import type { Instant } from '../../base/instant.ts'
import type { Column } from '../../record/event.ts'
import type { TicketHistory } from '../../record/record.ts'
import type { AvailabilityCommitment } from '../clause-types.ts'
import { readTimeline } from '../read-timeline.ts'
import { stateAt } from '../states-in-force.ts'
import type { Terms } from '../terms.ts'
import type { TicketFamily } from '../ticket-measures.ts'
import { type Mark, RANKS, REOPENED, type TicketState, type Timeline, UNANSWERED, WITHDRAWN } from '../timeline.ts'

/** Which tickets are outages of a service, and between which of their facts (clause kind: outages from incidents). */
export type IncidentOutages = NonNullable<AvailabilityCommitment['fromIncidents']>

/** A span in which a ticket says that the service was down; `to` absent while it lasts. */
export type ToldOutage = { readonly from: Instant; readonly to?: Instant }

/**
 * The outages that one ticket tells under one clause, with what is known at `at`. A reopening begins another one. A
 * ticket that is cancelled, merged, excluded by both parties, or counted with its parent tells none. What the ticket is,
 * priority included, is what it was when the outage ended.
 */
export function incidentOutages(
  history: TicketHistory,
  clause: AvailabilityCommitment,
  rules: IncidentOutages,
  terms: Terms,
  at: Instant,
  family?: TicketFamily,
): readonly ToldOutage[] {
  const timeline = readTimeline(history, terms, at)
  if (timeline === undefined || isNeutral(timeline, clause, terms, family)) return []
  const told: ToldOutage[] = []
  let from: Instant | undefined = startOf(timeline, rules.from)
  for (const mark of timeline.marks) {
    if (mark.rank === REOPENED) from ??= isUndone(mark, rules) ? mark.at : undefined
    const ends = mark.rank === UNANSWERED || (mark.rank >= RANKS[rules.to] && mark.rank <= RANKS.closed)
    if (from === undefined || !ends || mark.at < from) continue
    if (isOutage(stateAt(timeline, mark.index), clause, rules)) told.push({ from, to: mark.at })
    from = undefined
  }
  const isOpen = from !== undefined && isOutage(stateAt(timeline, Number.POSITIVE_INFINITY), clause, rules)
  return isOpen && from !== undefined ? [...told, { from }] : told
}

function startOf({ report, detection }: Timeline, from: IncidentOutages['from']): Instant {
  switch (from) {
    case 'reported':
      return report.at
    case 'detected':
      return detection?.at ?? report.at
    case 'first':
      return Math.min(report.at, detection?.at ?? report.at)
  }
}

/** A reopening undoes restoration and what comes after it, never a workaround. */
function isUndone({ reopening }: Mark, { to }: IncidentOutages): boolean {
  return reopening !== 'nothing' && RANKS[to] >= RANKS.restored
}

function isOutage(state: TicketState, { service }: AvailabilityCommitment, { when }: IncidentOutages): boolean {
  const kind = columnOf(state, 'kind')
  if (when.kind === undefined && kind !== undefined && kind !== 'incident') return false
  return Object.entries({ service: [service], ...when }).every(([column, accepted]) => {
    const value = columnOf(state, column as Column)
    return value !== undefined && accepted.includes(value)
  })
}

function columnOf({ attributes, decided }: TicketState, column: Column): string | undefined {
  if (column === 'impact' || column === 'urgency' || column === 'priority') return decided[column]
  return attributes[column]
}

function isNeutral(
  { marks, exclusions, states, ticket, opensClock }: Timeline,
  clause: AvailabilityCommitment,
  terms: Terms,
  family: TicketFamily | undefined,
): boolean {
  if (!opensClock) return true
  const last = marks.findLast(({ rank }) => rank === WITHDRAWN || rank === REOPENED)
  if (last?.rank === WITHDRAWN) return true
  const parties = new Set(
    exclusions
      .filter(({ commitment }) => commitment === undefined || commitment === clause.id)
      .map(({ party }) => party),
  )
  if (parties.has('client') && parties.has('provider')) return true
  const parent = states.at(-1)?.attributes.parent
  if (parent === undefined || parent === ticket.ticket) return false
  return terms.commitments.clock.mass === 'parent-only' && family?.counts(ticket.ticket, parent) !== true
}
