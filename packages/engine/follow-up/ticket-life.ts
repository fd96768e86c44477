import type { Instant } from '../base/instant.ts'
import { columnAt } from '../record/column-at.ts'
import type { Column } from '../record/event.ts'
import { openingsOf, phaseAfter } from '../record/fold-ticket.ts'
import type { TicketHistory } from '../record/record.ts'
import type { Phase } from '../record/ticket.ts'
import type { KpiSpan } from './kpi-span.ts'

/** What KPIs know of a ticket, as known at the observation. */
export type TicketLife = {
  readonly id: string
  /** The first report, else the first detection. */
  readonly openedAt: Instant
  /** Successive phases; each holds from its instant on, facts at that very instant included. */
  readonly phases: readonly { readonly from: Instant; readonly phase: Phase }[]
  /** Passages from open to resolved (a closure without a resolution counts as one), in order. */
  readonly resolutions: readonly Instant[]
  readonly reopenings: readonly Instant[]
  readonly assignments: number
  readonly pauses: number
  /** Texts of the scores given, in order. */
  readonly scores: readonly string[]
  readonly kind: string | undefined
  /** The one in force, whatever fact it came from. */
  readonly priority: string | undefined
  readonly column: (column: Column) => string | undefined
}

/** Reads one ticket's facts up to `at`; `priority` is what the clocks took, where there is a clock. */
export function readTicketLife(history: TicketHistory, at: Instant, priority: string | undefined): TicketLife {
  const { events, ticket } = history
  const phases: { from: Instant; phase: Phase }[] = []
  let resolutions = NO_INSTANTS
  let reopenings = NO_INSTANTS
  let scores = NO_SCORES
  let assignments = 0
  let pauses = 0
  let phase: Phase | undefined
  for (const event of events) {
    if (event.at > at) break
    const next = phaseAfter(event, phase)
    if (next !== phase) {
      phases.push({ from: event.at, phase: next })
      if (isResolved(next) && !isResolved(phase)) resolutions = [...resolutions, event.at]
    }
    phase = next
    switch (event.event) {
      case 'reopened':
        reopenings = [...reopenings, event.at]
        break
      case 'assigned':
        assignments += 1
        break
      case 'paused':
        pauses += 1
        break
      case 'rated':
        if (event.score !== undefined) scores = [...scores, event.score]
        break
    }
  }
  const { reported, detected } = openingsOf(events)
  return {
    id: ticket,
    openedAt: (reported ?? detected ?? events[0])?.at ?? at,
    phases,
    resolutions,
    reopenings,
    assignments,
    pauses,
    scores,
    kind: columnAt(history, 'kind', at),
    priority: priority ?? columnAt(history, 'priority', at),
    column: (column) => columnAt(history, column, at),
  }
}

/** What a ticket did in a span; `ticket` says the rest. */
export type TicketInSpan = {
  readonly ticket: TicketLife
  readonly reported: boolean
  /** The last resolution in the span; undefined where there is none. */
  readonly resolvedAt: Instant | undefined
  readonly reopened: boolean
  /** Neither resolved, closed, cancelled nor merged at the end of the span, or at the observation before it. */
  readonly open: boolean
}

/** Undefined where the ticket did nothing in the span and is not open at its end. */
export function ticketInSpan(ticket: TicketLife, span: KpiSpan): TicketInSpan | undefined {
  if (ticket.openedAt >= span.to) return undefined
  const reported = falls(ticket.openedAt, span)
  const resolvedAt = lastIn(ticket.resolutions, span)
  const reopened = lastIn(ticket.reopenings, span) !== undefined
  const open = isOpenAtEnd(ticket, span)
  return reported || resolvedAt !== undefined || reopened || open
    ? { ticket, reported, resolvedAt, reopened, open }
    : undefined
}

/** Whether an instant lies in a half-open span and was known at the observation. */
export function falls(instant: Instant, { from, to, at }: KpiSpan): boolean {
  return from <= instant && instant < to && instant <= at
}

function lastIn(instants: readonly Instant[], span: KpiSpan): Instant | undefined {
  for (let index = instants.length - 1; index >= 0; index--) {
    const instant = instants[index]
    if (instant !== undefined && falls(instant, span)) return instant
  }
  return undefined
}

function isOpenAtEnd({ phases }: TicketLife, { to }: KpiSpan): boolean {
  let open = false
  for (const { from, phase } of phases) {
    if (from >= to) break
    open = phase === 'open'
  }
  return open
}

function isResolved(phase: Phase | undefined): boolean {
  return phase === 'resolved' || phase === 'closed'
}

const NO_INSTANTS: readonly Instant[] = []
const NO_SCORES: readonly string[] = []
