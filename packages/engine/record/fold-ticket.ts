import { COLUMNS, type Column, type TicketEvent } from './event.ts'
import type { TicketHistory } from './record.ts'
import type { Attributes, AttributesFrom, Phase, PhaseFrom, Remark, Ticket } from './ticket.ts'

const PRIORITY_COLUMNS: ReadonlySet<Column> = new Set(['impact', 'urgency', 'priority'])
/** Columns that say how a fact came about, not what the ticket is: they are kept from the opening facts only. */
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

export type Effect = 'replaces' | 'fills' | 'none'

/** Folds the facts of one ticket, in canonical order, into its states. Total: every history gives a ticket. */
export function foldTicket(history: TicketHistory): Ticket {
  const { events } = history
  const openings = openingsOf(events)
  const { reported, detected } = openings
  const remarks: Remark[] = []
  const states: AttributesFrom[] = []
  const phases: PhaseFrom[] = []
  let attributes: Attributes = {}
  for (const event of events) {
    const opening = isOpening(event, openings)
    if (!opening && event.event === 'reported') remarks.push({ code: 'reported-again', event })
    const next = withColumns(attributes, event, (column) => effectOf(event, column, opening), remarks)
    if (next !== attributes || states.length === 0) states.push({ from: event.at, event, attributes: next })
    attributes = next
    const phase = phaseAfter(event, phases.at(-1)?.phase)
    if (phase !== phases.at(-1)?.phase) phases.push({ from: event.at, event, phase })
  }
  return {
    id: history.ticket,
    events,
    detectedAt: detected?.at,
    reportedAt: reported?.at,
    openedAt: (reported ?? detected ?? firstOf(events)).at,
    attributes: nonEmpty(states),
    phases: nonEmpty(phases),
    reopenings: events.filter((event) => event.event === 'reopened'),
    assignments: events.filter((event) => event.event === 'assigned'),
    pauses: events.filter((event) => event.event === 'paused'),
    ratings: events
      .filter((event) => event.event === 'rated')
      .filter((event) => event.score !== undefined) as Ticket['ratings'],
    work: events
      .filter((event) => event.event === 'worked')
      .filter((event) => event.minutes !== undefined) as Ticket['work'],
    exclusions: events.filter((event) => event.event === 'excluded'),
    remarks,
  }
}

/** The first report and the first detection; `late`: the detection comes after the report. */
export type Openings = {
  readonly reported: TicketEvent | undefined
  readonly detected: TicketEvent | undefined
  readonly late: boolean
}

export function openingsOf(events: readonly TicketEvent[]): Openings {
  let reported: TicketEvent | undefined
  let detected: TicketEvent | undefined
  let late = false
  for (const event of events) {
    if (event.event === 'reported') reported ??= event
    if (event.event === 'detected' && detected === undefined) {
      detected = event
      late = reported !== undefined
    }
  }
  return { reported, detected, late }
}

/** A detection that comes after the report adds what the report left blank, and replaces nothing. */
export function isOpening(event: TicketEvent, { reported, detected, late }: Openings): boolean {
  return event === reported || (event === detected && !late)
}

/** Before any opening fact a ticket is open already: an early fact proves that it exists. */
export function phaseAfter(event: TicketEvent, before: Phase | undefined): Phase {
  switch (event.event) {
    case 'resolved':
      return before === undefined || before === 'open' ? 'resolved' : before
    case 'closed':
      return before === 'cancelled' || before === 'merged' ? before : 'closed'
    case 'reopened':
      return 'open'
    case 'cancelled':
      return 'cancelled'
    case 'merged':
      return 'merged'
    case 'detected':
    case 'reported':
    case 'acknowledged':
    case 'started':
    case 'workaround':
    case 'restored':
    case 'paused':
    case 'resumed':
    case 'prioritised':
    case 'reclassified':
    case 'assigned':
    case 'updated':
    case 'commented':
    case 'worked':
    case 'linked':
    case 'rated':
    case 'contested':
    case 'answered':
    case 'excluded':
      return before ?? 'open'
  }
}

export function effectOf(event: TicketEvent, column: Column, opening: boolean): Effect {
  if (opening) return 'replaces'
  if (FACT_COLUMNS.has(column)) return 'none'
  if (column === 'parent') return event.event === 'linked' ? 'replaces' : 'fills'
  if (column === 'into') return event.event === 'merged' ? 'replaces' : 'fills'
  const setter = PRIORITY_COLUMNS.has(column) ? 'prioritised' : 'reclassified'
  return event.event === setter ? 'replaces' : 'fills'
}

function withColumns(
  before: Attributes,
  event: TicketEvent,
  effect: (column: Column) => Effect,
  remarks: Remark[],
): Attributes {
  let after: { [C in Column]?: string } | undefined
  for (const column of COLUMNS) {
    const value = event[column]
    if (value === undefined || value === before[column]) continue
    switch (effect(column)) {
      case 'none':
        continue
      case 'fills':
        if (before[column] !== undefined) {
          remarks.push({ code: 'column-without-effect', event, column })
          continue
        }
        remarks.push({ code: 'filled-late', event, column })
        break
      case 'replaces':
        break
    }
    after ??= { ...before }
    after[column] = value
  }
  return after ?? before
}

function firstOf(events: readonly TicketEvent[]): TicketEvent {
  const first = events[0]
  if (first === undefined) throw new RangeError('a ticket history holds at least one fact')
  return first
}

function nonEmpty<State>(states: readonly State[]): readonly [State, ...State[]] {
  const [first, ...rest] = states
  if (first === undefined) throw new RangeError('a ticket history holds at least one fact')
  return [first, ...rest]
}
