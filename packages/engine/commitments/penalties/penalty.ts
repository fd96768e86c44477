import type { Grounds } from '../../base/grounds.ts'
import type { Instant } from '../../base/instant.ts'
import type { Localised } from '../../base/message.ts'
import type { Money } from '../../base/money.ts'
import type { MonthDates } from './month-acts.ts'

export type PenaltyKind = 'breach' | 'lateness' | 'shortfall' | 'tier' | 'bonus' | 'earn-back'

/**
 * One step of the way to an amount. `value` is exact: a decimal, or a fraction where no decimal is (`150/7`); `clause`
 * is the number of the clause that decides the step.
 */
export type PenaltyStep = {
  readonly what:
    | 'rate'
    | 'lateness'
    | 'tier'
    | 'units'
    | 'amount'
    | 'fee'
    | 'share'
    | 'divisor'
    | 'product'
    | 'sum'
    | 'recurrence'
    | 'cap'
    | 'rounded'
    | 'deductible'
    | 'phase'
    | 'notice'
    | 'claim'
    | 'accrued'
    | 'earn-back'
    | 'missing'
  readonly value: string
  readonly clause: string
  readonly message: Localised
}

/**
 * What an amount is worth: `due`; `calculable`, until the other party is put on notice; `waived` by a phase or by the
 * deductible; `accrued`, while the breach is open; `unknown`, for want of a fee or of a rule (then `amount` is null).
 */
export type DueState = 'due' | 'calculable' | 'waived' | 'accrued' | 'unknown'

/** One amount under one penalty clause. Positive: owed by the provider; negative: a bonus, or a malus cancelled. */
export type PenaltyLine = {
  readonly penalty: string
  readonly clause: string
  readonly commitment: string
  /** Label of the month in which it falls due: `2026-10`. */
  readonly period: string
  readonly ticket?: string
  /** Present with `ticket`. */
  readonly cycle?: number
  readonly kind: PenaltyKind
  readonly amount: Money | null
  readonly due: DueState
  readonly chain: readonly PenaltyStep[]
  readonly grounds: Grounds
}

/** A cut of a month’s amounts; its amount is negative, save where a waived sum falls due after all or a bonus is cut. */
export type CapLine = {
  readonly cap: 'cumulation' | 'event' | 'month' | 'year' | 'contract' | 'waiver'
  /** The penalty whose own cap it is; absent: that of the rules of all penalties. */
  readonly penalty?: string
  readonly clause: string
  readonly period: string
  /** For `event` and `cumulation`: the ticket, or the commitment whose rate it is. */
  readonly event?: string
  readonly limit: Money | null
  readonly amount: Money
  readonly message: Localised
}

/** Something to know beside the amounts: a right that a chronic breach gives, a tier that nothing covers, a fee without amount. */
export type PenaltyFinding = {
  readonly code:
    | 'chronic-breach'
    | 'tier-gap'
    | 'fee-missing'
    | 'not-computable'
    | 'not-judged'
    | 'cumulation-unstated'
    | 'partial-month'
    | 'claimed-late'
    | 'not-claimed'
    | 'observed-late'
    | 'settled-early'
    | 'act-without-effect'
  readonly clause: string
  readonly message: Localised
}

/** What the rules of the contract say of all amounts, as stated; absent where it says nothing. */
export type PenaltyTerms = {
  readonly cumulation?: 'sum' | 'max'
  readonly liberating?: boolean
  readonly putOnNotice?: 'waived' | 'required'
  readonly settlement?: 'credit-note' | 'deduction' | 'payment'
  readonly vat?: 'outside' | 'price-reduction'
  /** The last instant to claim, counted from the end of the last month judged. */
  readonly claimUntil?: Instant
  /** The end of the other party’s time to answer, were the amounts notified at that end. */
  readonly observationsUntil?: Instant
}

/** One civil month of a period: what it costs, and what the parties did about it. */
export type PenaltyMonthTotal = MonthDates & {
  /** Label of the month: `2026-10`. */
  readonly period: string
  readonly from: Instant
  readonly to: Instant
  readonly total: Money | null
  readonly incurred: Money | null
}

/** A month of which the period holds a part: its amounts are not judged, for a month is judged whole. */
export type PartialMonth = {
  /** Label of the month. */
  readonly month: string
  /** The part of it that the period holds. */
  readonly from: Instant
  readonly to: Instant
  readonly message: Localised
}

/**
 * The penalties of the whole civil months of a period, by their months. Lines + cap lines = total, always; `incurred` is the
 * part of it that is due. `total` is null where an amount, or a limit, has no base. Amounts that do not count (waived,
 * accrued) stand apart.
 */
export type PenaltyAssessment = {
  readonly status: 'computed' | 'incomplete' | 'fee-missing' | 'no-penalty' | 'not-computed'
  readonly currency: string
  readonly lines: readonly PenaltyLine[]
  readonly capLines: readonly CapLine[]
  readonly notDue: readonly PenaltyLine[]
  readonly total: Money | null
  readonly incurred: Money | null
  /** Oldest first; their totals add up to `total`. */
  readonly months: readonly PenaltyMonthTotal[]
  readonly partialMonths: readonly PartialMonth[]
  readonly terms: PenaltyTerms
  readonly findings: readonly PenaltyFinding[]
}
