import type { Instant, Interval, Milliseconds } from '../../base/instant.ts'
import type { Localised } from '../../base/message.ts'
import type { TicketHistory } from '../../record/record.ts'
import type { Measure } from '../measure.ts'
import type { TermsInForce } from '../terms.ts'

/** What the facts may show. Each is to be looked at; none is a verdict on anyone. */
export type SignalCode =
  | 'pause-before-deadline'
  | 'pause-without-question'
  | 'pause-reason-unlisted'
  | 'reminder-missing'
  | 'priority-lowered-late'
  | 'closed-and-reopened'
  | 'automatic-first-answer'
  | 'resolved-in-batch'

/** One occurrence, with the facts that show it. */
export type SignalCase = {
  readonly tickets: readonly string[]
  readonly at: Instant
  readonly commitment?: string
  readonly events: readonly string[]
  readonly detail: Localised
}

/** A share as two whole numbers. */
export type Share = { readonly numerator: number; readonly denominator: number }

/** A finding: how often, out of how many, what one would expect of chance, and the first cases by ticket. */
export type Signal = {
  readonly code: SignalCode
  readonly message: Localised
  /** Occurrences to look at. */
  readonly count: number
  /** Out of these: pauses, first answers, resolutions… as `message` says. */
  readonly of: number
  /** The share that is compared with `expected`; absent where nothing is. */
  readonly observed?: Share
  /** What the same share would be if nothing special happened. */
  readonly expected?: Share
  /** The first twenty. */
  readonly cases: readonly SignalCase[]
}

export type WatchedTicket = { readonly history: TicketHistory; readonly measures: readonly Measure[] }

export type SignalFrame = { readonly terms: TermsInForce; readonly at: Instant; readonly period: Interval }

/** One sign, looked for in every ticket of one pass. */
export type SignalFinder = {
  readonly add: (ticket: WatchedTicket) => void
  /** `undefined` where there is nothing to look at. */
  readonly signal: () => Signal | undefined
}

/** A pause or a lowered priority is late when at most this share of the target is left: 1 ÷ 4. */
export const LATE_SHARE = 4
/** A milestone comes soon after a pause when the clock counts at most this share of the target more: 1 ÷ 10. */
export const SOON_SHARE = 10
/** A question to the client near a pause: this long before it begins, or after. */
export const QUESTION_BEFORE: Milliseconds = 4 * 3_600_000
export const QUESTION_AFTER: Milliseconds = 3_600_000
/** A reopening is prompt within this time of the resolution. */
export const PROMPT_REOPENING: Milliseconds = 24 * 3_600_000
/** A first answer within this time of the report is taken for automatic. */
export const AUTOMATIC_WITHIN: Milliseconds = 10_000
/** So many automatic first answers in a period are a habit. */
export const REPEATED_ANSWERS = 5
/** Resolutions are counted by spans of this length… */
export const BATCH_SPAN: Milliseconds = 5 * 60_000
/** …at the end of the period… */
export const PERIOD_END: Milliseconds = 72 * 3_600_000
/** …and are a batch from this many on, at so many times the mean of the spans that have any. */
export const BATCH_SIZE = 10
export const BATCH_RATIO = 5
/** Cases named for each finding; the rest are counted. */
export const NAMED_CASES = 20
