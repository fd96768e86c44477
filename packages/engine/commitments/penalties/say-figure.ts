import type { Localised } from '../../base/message.ts'
import { formatRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import { decimalsOf, sayFigure } from '../../base/say-money.ts'

/** A figure exactly: a decimal of at least `digits` decimals, or `numerator/denominator` where it has none. */
export function exactText(value: Ratio, digits = 0): string {
  const decimals = decimalsOf(value.denominator)
  return decimals === undefined
    ? `${value.numerator}/${value.denominator}`
    : formatRatio(value, Math.max(digits, decimals))
}

/** A share for a person: `99,5 %`. */
export function percentText({ numerator, denominator }: Ratio): Localised {
  const { fr, en } = sayFigure(ratioOf(numerator * 100n, denominator))
  return { fr: `${fr}\u00a0%`, en: `${en}%` }
}
