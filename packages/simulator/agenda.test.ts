import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAgenda } from './agenda.ts'

describe('an agenda', () => {
  test('gives steps by time, then in the order of planning: as a stable sort does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (times) => {
        const agenda = createAgenda<number>(0)
        for (const [order, at] of times.entries()) agenda.plan(at, order)
        const given: number[] = []
        for (let step = agenda.next(100); step !== undefined; step = agenda.next(100)) given.push(step)
        const sorted = times.map((at, order) => ({ at, order })).toSorted((one, other) => one.at - other.at)
        expect(given).toEqual(sorted.map(({ order }) => order))
      }),
    )
  })

  test('agrees with a sorted list while steps are planned and taken in turn', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(30), { nil: undefined }), { maxLength: 200 }), (acts) => {
        const agenda = createAgenda<number>(0)
        const list: { at: number; order: number }[] = []
        for (const [order, delay] of acts.entries()) {
          if (delay === undefined) {
            const first = list.toSorted((one, other) => one.at - other.at || one.order - other.order)[0]
            expect(agenda.next(Number.POSITIVE_INFINITY)).toBe(first?.order)
            if (first) {
              expect(agenda.now).toBe(first.at)
              list.splice(list.indexOf(first), 1)
            }
          } else {
            agenda.plan(agenda.now + delay, order)
            list.push({ at: agenda.now + delay, order })
          }
        }
      }),
    )
  })

  test('plans nothing in the past: it happens now', () => {
    const agenda = createAgenda<string>(10)
    agenda.plan(3, 'late')
    expect(agenda.next(100)).toBe('late')
    expect(agenda.now).toBe(10)
  })

  test('ends before its end', () => {
    const agenda = createAgenda<string>(0)
    agenda.plan(10, 'at the end')
    expect(agenda.next(10)).toBeUndefined()
    expect(agenda.next(11)).toBe('at the end')
  })
})
