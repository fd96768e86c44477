import { multiplyRatio, parseDecimal, type Ratio } from '../../base/ratio.ts'
import type { FeeFact } from '../../record/read-fees.ts'

/** A fee as the price book declares it. */
export type DeclaredFee = { readonly amount: string } | { readonly times: string; readonly of: string }

/**
 * The amounts of fees in one month (`YYYY-MM`): what a fact states, else what the contract declares, a fee that is a
 * multiple of another following it. Undefined where neither does.
 */
export function feeBook(
  month: string,
  facts: readonly FeeFact[],
  declared: Readonly<Record<string, DeclaredFee>>,
): (id: string) => Ratio | undefined {
  const stated = new Map(facts.filter((fact) => fact.month === month).map(({ fee, amount }) => [fee, amount]))
  return function amountOf(id: string): Ratio | undefined {
    const amount = stated.get(id)
    if (amount !== undefined) return parseDecimal(amount)
    const fee = Object.hasOwn(declared, id) ? declared[id] : undefined
    if (fee === undefined) return undefined
    if ('amount' in fee) return parseDecimal(fee.amount)
    const [times, base] = [parseDecimal(fee.times), amountOf(fee.of)]
    return times === undefined || base === undefined ? undefined : multiplyRatio(times, base)
  }
}
