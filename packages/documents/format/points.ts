/** An exact fraction of integers, `of > 0`. Differences in points are taken on these, never on rounded figures. */
export type Fraction = { readonly part: bigint; readonly of: bigint }

/** A rate as a fraction of one hundred points. */
export function percentOf(numerator: number, denominator: number): Fraction {
  return { part: BigInt(numerator) * 100n, of: BigInt(denominator) }
}

/** A decimal string (`"99.5"`). */
export function fractionOf(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.')
  return { part: BigInt(whole + decimals), of: 10n ** BigInt(decimals.length) }
}

export function difference(a: Fraction, b: Fraction): Fraction {
  return { part: a.part * b.of - b.part * a.of, of: a.of * b.of }
}

/** Decimal string with `places` decimals, half away from zero. */
export function rounded({ part, of }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places)
  const size = part < 0n ? -part : part
  const units = (size * scale * 2n + of) / (of * 2n)
  const digits = units.toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return part < 0n && units > 0n ? `-${text}` : text
}

export function absolute({ part, of }: Fraction): Fraction {
  return { part: part < 0n ? -part : part, of }
}

/** -1, 0 or 1. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const { part } = difference(a, b)
  return part < 0n ? -1 : part > 0n ? 1 : 0
}
