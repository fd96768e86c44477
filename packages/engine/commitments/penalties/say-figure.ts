import type { Localised } from '../../base/message.ts'
import { formatRatio, type Ratio, ratioOf } from '../../base/ratio.ts'

/** A figure exactly: a decimal of at least `digits` decimals, or `numerator/denominator` where it has none. */
export function exactText(value: Ratio, digits = 0): string {
  const decimals = decimalsOf(value.denominator)
  return decimals === undefined
    ? `${value.numerator}/${value.denominator}`
    : formatRatio(value, Math.max(digits, decimals))
}

/** A figure for a person: its decimals, cut to four where it has more. */
export function figure(value: Ratio, digits = 0): Localised {
  const decimals = decimalsOf(value.denominator) ?? Number.POSITIVE_INFINITY
  const text = formatRatio(value, Math.max(digits, Math.min(decimals, 4)))
  const about = decimals > 4 ? '≈ ' : ''
  return { fr: `${about}${text.replace('.', ',')}`, en: `${about}${text}` }
}

/** An amount for a person: `150,00 €`, `150.00 EUR`. */
export function sumText(value: Ratio, currency: string): Localised {
  const { fr, en } = figure(value, 2)
  return { fr: `${fr}\u00a0${currency === 'EUR' ? '€' : currency}`, en: `${en} ${currency}` }
}

/** A share for a person: `99,5 %`. */
export function percentText({ numerator, denominator }: Ratio): Localised {
  const { fr, en } = figure(ratioOf(numerator * 100n, denominator))
  return { fr: `${fr}\u00a0%`, en: `${en}%` }
}

/** How many decimals write the fraction exactly; undefined where none do. */
function decimalsOf(denominator: bigint): number | undefined {
  let decimals = 0
  for (let power = 1n; decimals <= 20; power *= 10n) {
    if (power % denominator === 0n) return decimals
    decimals += 1
  }
  return undefined
}
