import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRatio, formatPercent, formatRatio, parseDecimal, parsePercent, ratioOf } from './ratio.ts'

describe('an exact fraction', () => {
  test('is in lowest terms with a positive denominator', () => {
    expect(ratioOf(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n })
    expect(ratioOf(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n })
    expect(() => ratioOf(1n, 0n)).toThrow(RangeError)
  })

  test.each([
    ['150.00', 150n, 1n],
    ['0.1', 1n, 10n],
    ['-2.5', -5n, 2n],
    ['0', 0n, 1n],
    ['123456789012345678901234567890.5', 246913578024691357802469135781n, 2n],
  ])('%s is read from its digits', (text, numerator, denominator) => {
    expect(parseDecimal(text)).toEqual({ numerator, denominator })
  })

  test.each(['1e3', '0x10', '+5', '007', '.5', '5.', '', ' 1', '1,5', '.inf', 'NaN'])(
    '%j is no plain decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined()
    },
  )

  test.each([
    ['99.5%', 199n, 200n],
    ['0%', 0n, 1n],
    ['120%', 6n, 5n],
  ])('%s is a percentage', (text, numerator, denominator) => {
    expect(parsePercent(text)).toEqual({ numerator, denominator })
  })

  test.each(['95', '95 %', '-1%', '99,5%', '%', '9e1%'])('%j is no percentage', (text) => {
    expect(parsePercent(text)).toBeUndefined()
  })
})

describe('the display of a rate', () => {
  test.each([
    [175n, 184n, 2, '95.11'],
    [1n, 3n, 2, '33.33'],
    [2n, 3n, 2, '66.67'],
    [1n, 8n, 1, '12.5'],
    [5n, 1000n, 0, '1'],
    [99_999n, 100_000n, 2, '99.99'],
    [999_999n, 1_000_000n, 0, '99'],
    [1n, 1n, 2, '100.00'],
    [6n, 5n, 1, '120.0'],
    [0n, 5n, 2, '0.00'],
  ])('%s/%s with %s decimals', (numerator, denominator, digits, text) => {
    expect(formatPercent(ratioOf(numerator, denominator), digits)).toBe(text)
  })

  test('rounds half-up, away from zero below it', () => {
    expect(formatRatio(ratioOf(5n, 1000n), 2)).toBe('0.01')
    expect(formatRatio(ratioOf(-5n, 1000n), 2)).toBe('-0.01')
    expect(formatRatio(ratioOf(21_425n, 1000n), 0)).toBe('21')
  })

  test('law: the text is within one unit of the value, and under 100 for every value under 1', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 0, max: 6 }),
        (n, d, digits) => {
          const value = ratioOf(n, d)
          const shown = parsePercent(`${formatPercent(value, digits)}%`)
          if (shown === undefined) return false
          if (compareRatio(value, ratioOf(1n, 1n)) < 0 && compareRatio(shown, ratioOf(1n, 1n)) >= 0) return false
          const gap = shown.numerator * value.denominator - value.numerator * shown.denominator
          const size = (gap < 0n ? -gap : gap) * 100n * 10n ** BigInt(digits)
          return size <= shown.denominator * value.denominator
        },
      ),
    )
  })

  test('law: the order of fractions is the order of their cross products', () => {
    const fraction = fc.tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n))
    fc.assert(
      fc.property(fraction, fraction, ([a, b], [c, d]) => {
        const order = compareRatio(ratioOf(a, b), ratioOf(c, d))
        return order === Math.sign(Number(a) * Number(d) - Number(c) * Number(b))
      }),
    )
  })
})
