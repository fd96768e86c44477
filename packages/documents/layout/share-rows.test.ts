import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareRows } from './share-rows.ts'

test.each([
  [[3, 4], 300, [3, 4]],
  [[3, 1000], 300, [3, 297]],
  [[500, 500, 500], 300, [100, 100, 100]],
  [[10, 500, 500], 301, [10, 145, 146]],
  [[], 300, []],
])('%j within %d', (counts, most, expected) => {
  expect(shareRows(counts, most)).toEqual(expected)
})

test('no row is lost, none is invented', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2000), { maxLength: 12 }), fc.nat(1500), (counts, most) => {
      const rows = shareRows(counts, most)
      const shared = rows.reduce((sum, row) => sum + row, 0)
      const all = counts.reduce((sum, count) => sum + count, 0)
      expect(rows.every((row, index) => row <= (counts[index] ?? 0))).toBe(true)
      expect(shared).toBe(Math.min(all, most))
    }),
  )
})
