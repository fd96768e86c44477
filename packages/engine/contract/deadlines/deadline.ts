import type { EpochDay } from '../../base/civil-date.ts'
import type { Instant } from '../../base/instant.ts'
import type { Localised } from '../../base/message.ts'

/** What happens on the day of a deadline. */
export type DeadlineKind =
  | 'term-ends'
  | 'refuse-renewal'
  | 'agree-renewal'
  | 'exit-decided'
  | 'exit-opens'
  | 'data-returned'
  | 'data-erased'
  | 'exit-support-ends'
  | 'switching-notice'
  | 'retrieval-ends'
  | 'switching-free'
  | 'revision-index'
  | 'revision-known'
  | 'revision'
  | 'option-opens'
  | 'option-ends'
  | 'phase'
  | 'review-reminder'
  | 'review'
  | 'exit-plan'
  | 'exit-drill'
  | 'acceptance-ends'
  | 'register-notice'
  | 'register-ends'
  | 'report-due'
  | 'claim-ends'
  | 'committee'

/**
 * One dated point of a contract. `date` is a civil date of the contract's zone: the last day of an act that must be
 * done in time, the day itself of what happens.
 */
export type Deadline = {
  readonly kind: DeadlineKind
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** The instant, where the contract states a time of day: a report due, a meeting. */
  readonly at?: Instant
  /** Number of the term that it belongs to: 1 the initial one, 2 its first renewal. */
  readonly term?: number
  /** The thing that it is about: a data set, a report, an option. */
  readonly subject?: string
  /** Number of the clause, where it has one. */
  readonly clause?: string
  /** Place in the contract: `contract.term.notice`. */
  readonly path: string
  readonly label: Localised
}

/** The same before it is written: its day as a number. */
export type DraftDeadline = Omit<Deadline, 'date'> & { readonly day: EpochDay }
