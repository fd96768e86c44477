import type { Instant } from '../base/instant.ts'
import type { TicketEvent } from './event.ts'
import type { EventRow } from './event-columns.ts'

/**
 * The facts of one ticket as known at an instant: corrections applied, withdrawn facts gone, exact duplicates once,
 * in the canonical order (`at`, `seq`, event type, canonical bytes). Holds at least one `reported` or `detected`.
 */
export type TicketHistory = { readonly ticket: string; readonly events: readonly TicketEvent[] }

/** An append-only record of ticket facts. Immutable once read; the order of the input leaves no trace in it. */
export type EventRecord = {
  /** Distinct accepted facts. */
  readonly count: number
  /** Tickets that the facts are about. */
  readonly ticketCount: number
  /** First and last `at` of the facts; undefined when empty. */
  readonly firstAt: Instant | undefined
  readonly lastAt: Instant | undefined
  /** When the last of the facts was known. */
  readonly lastRecordedAt: Instant | undefined
  /** Order-independent fingerprint of the facts (hex): the same facts, however ordered or compressed, give the same. */
  readonly fingerprint: string
  /** The same of the facts known at an instant (`recordedAt ≤ knownAt`): what was added later leaves no trace in it. */
  fingerprintAt(knownAt: Instant): string
  /** Every ticket with what was known at `knownAt` (`recordedAt ≤ knownAt`), by ticket id in code-unit order, one at a time. */
  histories(knownAt?: Instant): Iterable<TicketHistory>
  /**
   * The same, handed to `take` until it returns false, as cheap as may be: the facts are views, whose columns are read when
   * asked for by name and are not to be listed, copied or compared.
   */
  visit(knownAt: Instant, take: (history: TicketHistory) => boolean): void
  history(ticket: string, knownAt?: Instant): TicketHistory | undefined
  /**
   * Every accepted fact as the row of an event file, corrected and withdrawn ones included, by ticket id then in the
   * canonical order: `id` and `recordedAt` always given, instants UTC with ms. Read again, they are the same record.
   */
  rows(): Iterable<EventRow>
}
