import { addRatio, compareRatio, multiplyRatio, parseDecimal, type Ratio, ratioOf } from '../../base/ratio.ts'
import { feeBook } from '../../commitments/penalties/fee-book.ts'
import type { PenaltyClause, PenaltyRulesClause } from '../../commitments/penalty-schema.ts'
import type { Contract } from '../contract.ts'

/** An amount, or a share of a fee, as a clause writes it. */
export type WrittenSum = { readonly amount: string } | { readonly share: Ratio; readonly of: string }

/** Caps by level, narrowest first. */
export const CAP_LEVELS = ['event', 'month', 'year', 'contract'] as const
export type CapLevel = (typeof CAP_LEVELS)[number]

/** Amounts by the declared fees; `undefined` where the fee is not declared. */
export function sumsOf({ chapters: { evolution } }: Contract): (sum: WrittenSum) => Ratio | undefined {
  const amountOf = feeBook('', [], evolution?.pricing?.fees ?? {})
  return (sum) => {
    if ('amount' in sum) return parseDecimal(sum.amount)
    const fee = amountOf(sum.of)
    return fee && multiplyRatio(sum.share, fee)
  }
}

/** The caps of a clause that have an amount, narrowest first. */
export function capsOf(
  { cap }: Pick<PenaltyClause | PenaltyRulesClause, 'cap'>,
  amountOf: (sum: WrittenSum) => Ratio | undefined,
): readonly { readonly level: CapLevel; readonly value: Ratio }[] {
  return CAP_LEVELS.flatMap((level) => {
    const sum = cap?.[level]
    const value = sum === undefined ? undefined : amountOf(sum)
    return value === undefined ? [] : [{ level, value }]
  })
}

export function smallest(values: readonly (Ratio | undefined)[]): Ratio | undefined {
  return values.reduce((a, b) => (a === undefined || (b !== undefined && compareRatio(b, a) < 0) ? b : a), undefined)
}

export function totalOf(values: readonly Ratio[]): Ratio {
  return values.reduce(addRatio, ratioOf(0n, 1n))
}
