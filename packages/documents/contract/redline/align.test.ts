import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from './align.ts'

const sequence = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 })

/** Longest common subsequence by the textbook table. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = Array.from({ length: b.length + 1 }, () => 0)
  for (const one of a) {
    let diagonal = 0
    for (const [index, other] of b.entries()) {
      const above = row[index + 1] ?? 0
      row[index + 1] = one === other ? diagonal + 1 : Math.max(above, row[index] ?? 0)
      diagonal = above
    }
  }
  return row.at(-1) ?? 0
}

describe('the way from one sequence to another', () => {
  test('keeps as much as can be kept, in both orders', () => {
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const steps = align(before, after)
        const kept = steps.filter(({ kind }) => kind === 'kept')
        expect(kept.length).toBe(longestCommon(before, after))
        for (const step of kept) expect(before[step.before]).toBe(after[step.after])
        expect(steps.filter(({ kind }) => kind !== 'inserted').map((step) => step.before)).toEqual(
          before.map((_, index) => index),
        )
        expect(steps.filter(({ kind }) => kind !== 'deleted').map((step) => step.after)).toEqual(
          after.map((_, index) => index),
        )
      }),
    )
  })

  test('deletes before it inserts', () => {
    expect(align(['a', 'x', 'b'], ['a', 'y', 'b']).map(({ kind }) => kind)).toEqual([
      'kept',
      'deleted',
      'inserted',
      'kept',
    ])
  })
})
