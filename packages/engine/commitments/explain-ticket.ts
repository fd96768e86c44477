import type { Instant } from '../base/instant.ts'
import type { TicketHistory } from '../record/record.ts'
import { judgeClocks } from './judge-clocks.ts'
import { ledgerOf } from './ledger.ts'
import type { Because, LedgerEntry, Measure } from './measure.ts'
import type { TargetTie } from './select-target.ts'
import type { TermsInForce } from './terms.ts'
import type { TicketFamily } from './ticket-measures.ts'

/** One ticket explained: every measure with its full ledger. */
export type TicketExplanation = {
  readonly ticket: string
  readonly measures: readonly (Measure & { readonly ledger: readonly LedgerEntry[] })[]
  readonly warnings: readonly Because[]
  readonly ties: readonly TargetTie[]
}

/** The measures of `measureTicket`, each with the ledger that a person can follow with a calendar in hand. */
export function explainTicket(
  ticket: TicketHistory,
  terms: TermsInForce,
  at: Instant,
  family?: TicketFamily,
): TicketExplanation {
  const measures: (Measure & { readonly ledger: readonly LedgerEntry[] })[] = []
  const { warnings, ties } = judgeClocks(ticket, terms, at, family, (clock) =>
    measures.push({ ...clock.measure, ledger: ledgerOf(clock, at) }),
  )
  return { ticket: ticket.ticket, measures, warnings, ties }
}
