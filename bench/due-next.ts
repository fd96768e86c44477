// What is due next: the cost of one event over 1 k, 10 k and 100 k open clocks, against a sorted array kept in order.
import { createDueQueue } from '@vigie/engine'
import type { BenchRow } from './row.ts'

const SIZES = [1_000, 10_000, 100_000]
const EVENTS = 20_000
const ROUNDS = 5
const SHOWN = 20
const YEAR = 31_536_000_000

type Clock = { readonly key: string; readonly dueAt: number }

/** Each event takes a clock out and puts it back due at another instant; `next(20)` is asked every hundred events. */
export function benchDueNext(): BenchRow[] {
  const costs = SIZES.map((size) => ({ size, queue: costOf(size, queueOf), array: costOf(size, arrayOf) }))
  const [smallest] = costs
  return costs.map(({ size, queue, array }) => ({
    name: `an event over ${size.toLocaleString('en')} open clocks`,
    measured: `${queue.toFixed(2)} µs`,
    baseline: `${(smallest?.queue ?? queue).toFixed(2)} µs at 1,000; a sorted array: ${array.toFixed(2)} µs`,
    ratio: queue / (smallest?.queue ?? queue),
    goal: `O(log n): ≤ ${(2 * (Math.log2(size) / Math.log2(SIZES[0] ?? 1))).toFixed(1)}`,
  }))
}

type Board = {
  readonly put: (clock: Clock) => void
  readonly remove: (key: string) => boolean
  readonly next: (count: number) => readonly Clock[]
}

function queueOf(clocks: readonly Clock[]): Board {
  const queue = createDueQueue<Clock>()
  for (const clock of clocks) queue.put(clock)
  return queue
}

/** The baseline: an array in order, each entry found by a halving search, moved by a splice. */
function arrayOf(clocks: readonly Clock[]): Board {
  const list = [...clocks].sort(compare)
  const known = new Map(clocks.map((clock) => [clock.key, clock]))
  const placeOf = (clock: Clock) => {
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(list[middle] as Clock, clock) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    put: (clock) => {
      known.set(clock.key, clock)
      list.splice(placeOf(clock), 0, clock)
    },
    remove: (key) => {
      const clock = known.get(key)
      if (clock === undefined) return false
      list.splice(placeOf(clock), 1)
      return known.delete(key)
    },
    next: (count) => list.slice(0, count),
  }
}

/** Microseconds an event, the median of the rounds. */
function costOf(size: number, boardOf: (clocks: readonly Clock[]) => Board): number {
  const random = generator(size)
  const clocks = Array.from({ length: size }, (_, n) => ({ key: `T-${n}`, dueAt: random(YEAR) }))
  const times = Array.from({ length: ROUNDS }, () => {
    const board = boardOf(clocks)
    let seen = 0
    const start = performance.now()
    for (let event = 0; event < EVENTS; event++) {
      const key = `T-${random(size)}`
      board.remove(key)
      board.put({ key, dueAt: random(YEAR) })
      if (event % 100 === 0) seen += board.next(SHOWN).length
    }
    if (seen === 0) throw new Error('the board showed nothing')
    return ((performance.now() - start) * 1000) / EVENTS
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
}

function compare(a: Clock, b: Clock): number {
  return a.dueAt - b.dueAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
}

/** A linear congruential generator: the same sequence in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}
