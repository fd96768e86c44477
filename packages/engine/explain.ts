import type { Explanation } from './assessment.ts'
import type { Instant } from './base/instant.ts'
import type { Issue } from './base/issue.ts'
import { CalendarError } from './calendar/calendar-error.ts'
import { explainTicket } from './commitments/explain-ticket.ts'
import { measureTicket } from './commitments/measure-ticket.ts'
import type { TermsInForce } from './commitments/terms.ts'
import type { TicketFamily } from './commitments/ticket-measures.ts'
import type { ContractHistory } from './contract/contract.ts'
import { calendarIssue, tieIssue, unknownTicketIssue } from './evaluation-issues.ts'
import type { ControlFact } from './record/read-controls.ts'
import type { EventRecord } from './record/record.ts'
import { termsOfContract } from './terms-of-contract.ts'
import { ticketFamily } from './ticket-family.ts'

export type ExplanationInput = {
  readonly contract: ContractHistory
  readonly record: EventRecord
  readonly ticket: string
  readonly at: Instant
  /** They may tell that a prerequisite of the client was unmet. */
  readonly controls?: readonly ControlFact[]
}

export type ExplanationReading =
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/** One ticket explained, as known at an instant: every measure with the ledger of its clock. */
export function explain({ contract, record, ticket, at, controls }: ExplanationInput): ExplanationReading {
  const history = record.history(ticket, at)
  if (history === undefined) return { ok: false, issues: [unknownTicketIssue(ticket)] }
  try {
    const terms = termsOfContract(contract)
    const family = familyOf(ticket, record, terms, at, controls)
    const { measures, warnings, ties } = explainTicket(history, terms, at, family)
    const [first, ...others] = ties
    if (first === undefined) return { ok: true, explanation: { ticket, measures, warnings } }
    return { ok: false, issues: [tieIssue(first, ticket), ...others.map((tie) => tieIssue(tie, ticket))] }
  } catch (error) {
    if (error instanceof CalendarError) return { ok: false, issues: [calendarIssue(error, ticket)] }
    throw error
  }
}

/** Children of a parent that is no ticket of the record are asked in the order of their ids, as in an evaluation. */
function familyOf(
  ticket: string,
  record: EventRecord,
  terms: TermsInForce,
  at: Instant,
  controls: readonly ControlFact[] | undefined,
): TicketFamily {
  const family = ticketFamily(record, at, controls)
  const asked = new Set<string>()
  return {
    ...family,
    counts: (child, parent) => {
      if (!asked.has(parent) && record.history(parent, at) === undefined) {
        asked.add(parent)
        for (const sibling of record.histories(at)) {
          if (sibling.ticket >= ticket) break
          if (sibling.events.some((event) => event.parent === parent)) measureTicket(sibling, terms, at, family)
        }
      }
      return family.counts(child, parent)
    },
  }
}
