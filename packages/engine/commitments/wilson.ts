import { formatRatio } from '../base/ratio.ts'

/** Bounds in percent with 4 decimals, `"0.0000"` to `"100.0000"`. */
export type WilsonInterval = { readonly low: string; readonly high: string }

/**
 * The 95 % score interval of `met` out of `count` (E. B. Wilson, 1927), z = 1.959964: information only, no verdict.
 *
 *     (2·met + z² ± z·√(z² + 4·met·(count − met) ÷ count)) ÷ 2·(count + z²)
 *
 * In integers scaled by 10¹⁸, so that every machine prints the same digits. Null where nothing was counted.
 */
export function wilsonInterval(met: number, count: number): WilsonInterval | null {
  if (count === 0) return null
  const k = BigInt(met)
  const n = BigInt(count)
  const spread = (Z * squareRoot((Z_SQUARED + (4n * k * (n - k) * SCALE) / n) * SCALE)) / SCALE
  const centre = 2n * k * SCALE + Z_SQUARED
  const denominator = 2n * (n * SCALE + Z_SQUARED)
  const percent = (numerator: bigint) => formatRatio({ numerator: numerator * 100n, denominator }, 4)
  return {
    low: met === 0 ? '0.0000' : percent(centre - spread),
    high: met === count ? '100.0000' : percent(centre + spread),
  }
}

const SCALE = 10n ** 18n
const Z = 1_959_964n * 10n ** 12n
const Z_SQUARED = (Z * Z) / SCALE

/** ⌊√value⌋ by Newton's iteration. */
function squareRoot(value: bigint): bigint {
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2))
  for (;;) {
    const next = (guess + value / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}
