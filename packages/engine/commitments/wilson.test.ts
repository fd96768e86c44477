import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from './wilson.ts'

/** The textbook formula, in floats: near enough for four decimals. */
function textbook(met: number, count: number): readonly [number, number] {
  const z = 1.959964
  const p = met / count
  const centre = p + (z * z) / (2 * count)
  const spread = z * Math.sqrt((p * (1 - p)) / count + (z * z) / (4 * count * count))
  const scale = 1 + (z * z) / count
  return [(100 * (centre - spread)) / scale, (100 * (centre + spread)) / scale]
}

describe('the Wilson interval', () => {
  test('agrees with the textbook formula within its fourth decimal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, share) => {
          const met = Math.round(share * count)
          const [low, high] = textbook(met, count)
          const interval = wilsonInterval(met, count)
          expect(Math.abs(Number(interval?.low) - low)).toBeLessThan(0.000051)
          expect(Math.abs(Number(interval?.high) - high)).toBeLessThan(0.000051)
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each([
    [175, 184, { low: '90.9668', high: '97.4056' }],
    [0, 5, { low: '0.0000', high: '43.4482' }],
    [5, 5, { low: '56.5518', high: '100.0000' }],
    [1, 2, { low: '9.4531', high: '90.5469' }],
  ])('%i of %i', (met, count, interval) => {
    expect(wilsonInterval(met, count)).toEqual(interval)
  })

  test('of nothing is nothing', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
  })

  test('is the same seen from the misses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (count, some) => {
        const met = some % (count + 1)
        const a = wilsonInterval(met, count)
        const b = wilsonInterval(count - met, count)
        expect(Number(a?.low) + Number(b?.high)).toBeCloseTo(100, 3)
      }),
    )
  })
})
