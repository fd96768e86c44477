import { floorRatio, formatRatio, type Ratio } from './ratio.ts'

/** A rounded amount: integer minor units (hundredths), with its ISO 4217 currency. */
export type Money = { readonly minor: bigint; readonly currency: string }

/** Rounded half-up to the hundredth. */
export function roundMoney(value: Ratio, currency: string): Money {
  return { minor: BigInt(formatRatio(value, 2).replace('.', '')), currency }
}

/** Whole hundredths that a limit allows: rounded down, so that a sum under it never exceeds the limit. */
export function minorWithin({ numerator, denominator }: Ratio): bigint {
  return floorRatio({ numerator: numerator * 100n, denominator })
}

/** `"150.00"`, `"-12.50"`. */
export function formatMinor(minor: bigint): string {
  return formatRatio({ numerator: minor, denominator: 100n }, 2)
}

/** The lesser of two amounts in minor units. */
export function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a
  return b
}
