import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDueQueue, type Dated } from './due-queue.ts'

const key = fc.integer({ min: 0, max: 40 }).map((n) => `T-${n}`)
const step = fc.oneof(
  fc.record({ put: key, dueAt: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ remove: key }),
  fc.record({ next: fc.integer({ min: 0, max: 60 }) }),
)

test('the queue answers as a sorted list does, whatever comes, moves and goes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const queue = createDueQueue<Dated>()
      const naive = new Map<string, number>()
      for (const one of steps) {
        if ('put' in one) {
          queue.put({ key: one.put, dueAt: one.dueAt })
          naive.set(one.put, one.dueAt)
        } else if ('remove' in one) {
          expect(queue.remove(one.remove)).toBe(naive.delete(one.remove))
        } else {
          expect(queue.next(one.next)).toEqual(sorted(naive).slice(0, one.next))
        }
        expect(queue.size).toBe(naive.size)
      }
      expect(queue.next(Number.POSITIVE_INFINITY)).toEqual(sorted(naive))
    }),
    { numRuns: 300 },
  )
})

test('ties of one instant go by key; asking changes nothing', () => {
  const queue = createDueQueue<Dated>()
  for (const name of ['T-2', 'T-10', 'T-1']) queue.put({ key: name, dueAt: 5 })
  const keys = () => queue.next(3).map((entry) => entry.key)
  expect(keys()).toEqual(['T-1', 'T-10', 'T-2'])
  expect(keys()).toEqual(['T-1', 'T-10', 'T-2'])
})

test('a clock that moves is in the queue once', () => {
  const queue = createDueQueue<Dated>()
  queue.put({ key: 'T-1', dueAt: 5 })
  queue.put({ key: 'T-2', dueAt: 6 })
  queue.put({ key: 'T-1', dueAt: 7 })
  expect(queue.next(9).map(({ key: name }) => name)).toEqual(['T-2', 'T-1'])
})

function sorted(naive: ReadonlyMap<string, number>): readonly Dated[] {
  return [...naive]
    .map(([name, dueAt]) => ({ key: name, dueAt }))
    .sort((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1))
}
