import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDuration, emptySample, meanOf, nearestRank } from './duration-sample.ts'

function sampleOf(values: readonly number[]) {
  const sample = emptySample()
  for (const value of values) addDuration(sample, value)
  return sample
}

const duration = fc.oneof(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.nat(3))
const durations = fc.array(duration, { minLength: 1, maxLength: 200 })

describe('a sample of durations', () => {
  test.each([
    ['one value is every percentile', [7], 90, 7],
    ['P90 of ten is the ninth', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
    ['P90 of eleven is the tenth', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
    ['P50 of two is the first', [10, 20], 50, 10],
    ['P50 of three is the second', [30, 10, 20], 50, 20],
    ['P99 of a hundred is the ninety-ninth', Array.from({ length: 100 }, (_, n) => n + 1), 99, 99],
  ])('%s', (_, values, percent, expected) => {
    expect(nearestRank(sampleOf(values), percent)).toBe(expected)
  })

  test('nearest rank is the smallest value that at least p percent of the values do not exceed', () => {
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 99 }), (values, percent) => {
        const reached = (candidate: number) =>
          values.filter((value) => value <= candidate).length * 100 >= percent * values.length
        expect(nearestRank(sampleOf(values), percent)).toBe(Math.min(...values.filter(reached)))
      }),
    )
  })

  test.each([
    [[1, 2], 2],
    [[1, 1, 2], 1],
    [[1, 2, 2], 2],
    [[0], 0],
  ])('the mean of %j is %i, half-up', (values, mean) => {
    expect(meanOf(sampleOf(values))).toBe(mean)
  })

  test('the mean of more than the safe integers hold is exact', () => {
    const large = Array.from({ length: 5000 }, (_, n) => 4_000_000_000_000 + n)
    expect(meanOf(sampleOf(large))).toBe(4_000_000_002_500)
  })

  test('nothing has no mean and no percentile', () => {
    expect(meanOf(sampleOf([]))).toBeUndefined()
    expect(nearestRank(sampleOf([]), 90)).toBeUndefined()
  })
})
