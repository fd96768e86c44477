/** An exact fraction; `denominator > 0`. Thresholds, rates and shares are ratios until they are displayed. */
export type Ratio = { readonly numerator: bigint; readonly denominator: bigint }

/** Builds a fraction in lowest terms. Throws `RangeError` on a denominator of 0. */
export function ratioOf(numerator: bigint, denominator: bigint): Ratio {
  if (denominator === 0n) throw new RangeError('a ratio needs a denominator')
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** Reads a plain decimal (`150.00`, `-0.5`): no exponent, no sign `+`, no leading zero, no bare point; else `undefined`. */
export function parseDecimal(text: string): Ratio | undefined {
  const match = DECIMAL.exec(text)
  if (match === null) return undefined
  const [, sign = '', whole = '0', fraction = ''] = match
  return ratioOf(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length))
}

/** Reads a percentage (`99.5%` is 199/200): a plain decimal that is not negative, then `%` without a space; else `undefined`. */
export function parsePercent(text: string): Ratio | undefined {
  if (!text.endsWith('%') || text.startsWith('-')) return undefined
  const value = parseDecimal(text.slice(0, -1))
  return value && ratioOf(value.numerator, value.denominator * 100n)
}

/** Negative, zero or positive as a is below, equal to or above b. Exact. */
export function compareRatio(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function addRatio(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtractRatio(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiplyRatio(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** The greatest integer that is not above the value. */
export function floorRatio({ numerator, denominator }: Ratio): bigint {
  const cut = numerator / denominator
  return numerator < 0n && cut * denominator !== numerator ? cut - 1n : cut
}

/** Decimal text with `digits` decimals, rounded half-up (half away from zero for a negative value). */
export function formatRatio(value: Ratio, digits: number): string {
  return fixed(roundHalfUp(value.numerator * 10n ** BigInt(digits), value.denominator), digits)
}

/**
 * Percentage without its sign (`"95.11"`), `digits` decimals, rounded half-up; a value below 100 % is never shown as
 * 100 (semantics, *Availability*: no display rounds up to 100 %).
 */
export function formatPercent(value: Ratio, digits: number): string {
  const scale = 10n ** BigInt(digits)
  const hundred = 100n * scale
  const rounded = roundHalfUp(value.numerator * hundred, value.denominator)
  const reached = value.numerator >= value.denominator
  return fixed(rounded >= hundred && !reached ? hundred - 1n : rounded, digits)
}

const DECIMAL = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (2n * size + denominator) / (2n * denominator)
  return numerator < 0n ? -rounded : rounded
}

function fixed(scaled: bigint, digits: number): string {
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
