import * as z from 'zod'
import { digitsOf } from '../document/plain-value.ts'
import { compareRatio, parseDecimal, parsePercent, type Ratio, ratioOf } from '../ratio.ts'
import type { Form } from './forms.ts'

const ZERO = ratioOf(0n, 1n)
const ONE = ratioOf(1n, 1n)
const MILLION = ratioOf(1_000_000n, 1n)

/** An exact decimal, given as the digits of the document (`"150.00"`). */
export function decimal() {
  return number('a-decimal', {}, () => true)
}

/** A decimal greater than 0, at most a million. */
export function positiveDecimal() {
  return number('a-positive-decimal', { exclusiveMinimum: 0, maximum: 1_000_000 }, (value) => {
    return compareRatio(value, ZERO) > 0 && compareRatio(value, MILLION) <= 0
  })
}

/** An amount of money in the contract's currency, 0 or more. */
export function amount() {
  return number('an-amount', { minimum: 0 }, (value) => compareRatio(value, ZERO) >= 0)
}

/** A whole number ≥ 0 (`least` 1: ≥ 1), at most nine digits. */
export function wholeNumber(least: 0 | 1 = 0) {
  const form = least === 0 ? 'a-whole-number' : 'a-positive-whole-number'
  const limits = { type: 'integer', minimum: least, maximum: 999_999_999 }
  return number(
    form,
    limits,
    ({ numerator, denominator }) => denominator === 1n && numerator >= BigInt(least) && numerator <= 999_999_999n,
  ).transform(Number)
}

/** A percentage with its sign, as written. */
export function percentageText() {
  return z
    .string('a-percentage' satisfies Form)
    .regex(/^(0|[1-9]\d{0,19})(\.\d{1,19})?%$/, 'a-percentage' satisfies Form)
}

/** A percentage with its sign, as an exact ratio. */
export function percentage() {
  return percentageText().transform((text): Ratio => parsePercent(text) ?? ZERO)
}

/** A percentage from 0 % to 100 %, as an exact ratio. */
export function percentageUpTo100() {
  return z
    .string('a-percentage-up-to-100' satisfies Form)
    .regex(/^((0|[1-9]\d?)(\.\d{1,19})?|100(\.0{1,19})?)%$/, 'a-percentage-up-to-100' satisfies Form)
    .transform((text): Ratio => parsePercent(text) ?? ZERO)
}

/** A weight from 0 to 1, as a decimal or a percentage. */
export function weight() {
  const share = number('a-weight', { minimum: 0, maximum: 1 }, (value) => {
    return compareRatio(value, ZERO) >= 0 && compareRatio(value, ONE) <= 0
  })
  const exact = share.transform((digits): Ratio => parseDecimal(digits) ?? ZERO)
  return z.union([exact, percentageUpTo100()], 'a-weight' satisfies Form)
}

/** A number of the document that `holds`; `limits` say so in JSON Schema. Its digits come out, for exact reading. */
function number(form: Form, limits: Readonly<Record<string, unknown>>, holds: (value: Ratio) => boolean) {
  const accepts = (value: unknown): boolean => {
    const ratio = parseDecimal(digitsOf(value) ?? '')
    return ratio !== undefined && holds(ratio)
  }
  return z
    .custom<symbol>(accepts, form)
    .meta({ type: 'number', ...limits })
    .transform((value): string => digitsOf(value) ?? '')
}
