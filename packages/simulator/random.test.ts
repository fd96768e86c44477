import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomOf } from './random.ts'

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw)

describe('a seeded stream', () => {
  test('gives the same draws for the same seed and labels', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.array(fc.nat(), { maxLength: 4 }), (seed, labels) => {
        const one = randomOf(seed, ...labels)
        const other = randomOf(seed, ...labels)
        expect(draws(20, () => one.below(1000))).toEqual(draws(20, () => other.below(1000)))
      }),
    )
  })

  test('keeps its first draws for ever (from an independent implementation)', () => {
    const random = randomOf(1, 2, 3)
    expect(draws(8, () => random.below(1000))).toEqual([340, 9, 273, 477, 710, 472, 836, 337])
  })

  test.each([
    ['seed', randomOf(1), randomOf(2)],
    ['high half of the seed', randomOf(1), randomOf(1 + 2 ** 32)],
    ['label', randomOf(1, 1), randomOf(1, 2)],
    ['number of labels', randomOf(1, 0), randomOf(1, 0, 0)],
    ['order of the labels', randomOf(1, 2, 3), randomOf(1, 3, 2)],
  ])('changes with the %s', (_, one, other) => {
    expect(draws(8, () => one.below(1000))).not.toEqual(draws(8, () => other.below(1000)))
  })

  test('draws whole numbers of the range, each about as often', () => {
    const random = randomOf(7)
    const counts = new Array<number>(10).fill(0)
    for (const value of draws(20_000, () => random.between(5, 14))) counts[value - 5] = (counts[value - 5] ?? 0) + 1
    expect(counts.reduce((sum, count) => sum + count)).toBe(20_000)
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200)
  })

  test.each([0, 5, 250, 1000])('is true %i times in a thousand', (perThousand) => {
    const random = randomOf(11)
    const hits = draws(20_000, () => (random.chance(perThousand) ? 1 : 0)).filter((hit) => hit === 1).length
    expect(Math.abs(hits / 20 - perThousand)).toBeLessThan(perThousand === 0 || perThousand === 1000 ? 0.01 : 15)
  })

  test('picks positions by their weights, never one that weighs nothing', () => {
    const random = randomOf(13)
    const counts = [0, 0, 0]
    for (const position of draws(10_000, () => random.pick([1, 0, 3]))) counts[position] = (counts[position] ?? 0) + 1
    expect(counts[1]).toBe(0)
    expect(Math.abs((counts[2] ?? 0) - 7500)).toBeLessThan(250)
  })

  test('draws from quantiles: within the ends, and half of the draws below the middle one', () => {
    const table = [10, 20, 30, 40, 50, 60, 70, 80, 100, 200, 300, 400, 500, 600, 700, 800, 10_000]
    const random = randomOf(17)
    const values = draws(20_000, () => random.draw(table))
    expect(values.every((value) => Number.isInteger(value) && value >= 10 && value < 10_000)).toBe(true)
    expect(Math.abs(values.filter((value) => value < 100).length - 10_000)).toBeLessThan(300)
  })
})
