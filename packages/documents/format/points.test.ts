import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFractions, difference, fractionOf, percentOf, rounded } from './points.ts'

test.each([
  [19, 20, '95', 2, '0.00'],
  [16, 19, '90', 2, '-5.79'],
  [1, 3, '33.33', 4, '0.0033'],
  [94_999, 100_000, '95', 2, '0.00'],
  [199, 200, '99.5', 1, '0.0'],
])('%d of %d less %s', (met, judged, target, places, expected) => {
  expect(rounded(difference(percentOf(met, judged), fractionOf(target)), places)).toBe(expected)
})

test('a gap that rounds to zero keeps its sign', () => {
  expect(compareFractions(percentOf(94_999, 100_000), fractionOf('95'))).toBe(-1)
})

test('rounding is half away from zero, as on paper', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (thousandths) => {
      const exact = { part: BigInt(thousandths), of: 1000n }
      const expected = (Math.sign(thousandths) * Math.floor(Math.abs(thousandths) / 10 + 0.5)) / 100
      expect(Number(rounded(exact, 2))).toBeCloseTo(expected, 10)
    }),
  )
})
