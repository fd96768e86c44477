import type { Instant } from './base/instant.ts'
import type { Issue } from './base/issue.ts'
import { CalendarError } from './calendar/calendar-error.ts'
import { createDueBoard, type DueBoard } from './commitments/due-next/due-board.ts'
import { withEvent } from './commitments/due-next/with-event.ts'
import type { ContractHistory } from './contract/contract.ts'
import { calendarIssue, tieIssue } from './evaluation-issues.ts'
import type { TicketEvent } from './record/event.ts'
import type { EventRecord, TicketHistory } from './record/record.ts'
import { termsOfContract } from './terms-of-contract.ts'
import { ticketFamily } from './ticket-family.ts'

export type DueInput = {
  readonly contract: ContractHistory
  readonly record: EventRecord
  /** The observation: what was known and had happened by then. */
  readonly at: Instant
}

export type DueReading =
  | { readonly ok: true; readonly board: LiveBoard }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/** The open clocks of a record, kept up to date by its facts as they come. */
export type LiveBoard = Omit<DueBoard, 'take'> & {
  /** One fact more, observed when it is recorded: its ticket alone is measured again. The faults of the contract, if any. */
  readonly apply: (event: TicketEvent) => readonly Issue[]
  /** Measures one ticket again at a later instant, e.g. where the limit of a pause is past. */
  readonly refresh: (ticket: string, at: Instant) => readonly Issue[]
}

/**
 * What is due next over every open clock of a record. Building it costs one measure of every ticket; each fact after
 * that one measure of its ticket and O(log n) of the queue.
 */
export function dueNext({ contract, record, at }: DueInput): DueReading {
  const terms = termsOfContract(contract)
  const board = createDueBoard(terms)
  const added = new Map<string, TicketHistory>()
  const known: Pick<EventRecord, 'history'> = {
    history: (ticket, knownAt) => added.get(ticket) ?? record.history(ticket, knownAt),
  }
  const measured = (history: TicketHistory, instant: Instant, family = ticketFamily(known, instant)) =>
    faultsOf(history.ticket, () => board.take(history, instant, family))

  const family = ticketFamily(record, at)
  for (const history of record.histories(at)) {
    const [issue, ...issues] = measured(history, at, family)
    if (issue !== undefined) return { ok: false, issues: [issue, ...issues] }
  }
  const { counts, next, paused } = board
  return {
    ok: true,
    board: {
      counts,
      next,
      paused,
      apply: (event) => {
        const history = withEvent(known.history(event.ticket, at), event)
        added.set(event.ticket, history)
        return measured(history, Math.max(event.at, event.recordedAt))
      },
      refresh: (ticket, instant) => {
        const history = known.history(ticket, at)
        return history === undefined ? [] : measured(history, instant)
      },
    },
  }
}

function faultsOf(ticket: string, take: () => ReturnType<DueBoard['take']>): readonly Issue[] {
  try {
    return take().map((tie) => tieIssue(tie, ticket))
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error
    return [calendarIssue(error, ticket)]
  }
}
