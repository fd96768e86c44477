import type { Corrections } from './corrections.ts'
import type { EventStore } from './event-store.ts'
import { type Numbers, release, transferred } from './widened.ts'

/**
 * Keeps of a store the given facts, in the given order: position i holds what was fact `order[i]`. Tickets and
 * lines are dropped: the first are known by the order, the others of no more use. In place but for one array of scratch, so that a large record is never twice in memory.
 */
export function arrangeFacts(store: EventStore, order: Uint32Array): void {
  const scratch = new ArrayBuffer(order.length * Float64Array.BYTES_PER_ELEMENT)
  arrange(store.at, order, new Float64Array(scratch))
  arrange(store.type, order, new Uint8Array(scratch))
  arrange(store.hashA, order, new Int32Array(scratch))
  arrange(store.hashB, order, new Int32Array(scratch))
  if (store.recordedAt) arrange(store.recordedAt, order, new Float64Array(scratch))
  arrange(store.list, order, new Uint32Array(scratch))
  if (store.seq instanceof Int32Array) arrange(store.seq, order, new Int32Array(scratch))
  else if (store.seq) arrange(store.seq, order, new Float64Array(scratch))
  if (store.id) arrange(store.id, order, new Uint32Array(scratch))
  if (store.corrects) arrange(store.corrects, order, new Uint32Array(scratch))
  transferred(scratch, 0)
  release(store.ticket)
  store.lineRuns = { facts: [], lines: [] }
  store.count = order.length
}

/** The same corrections between the places that the facts now have. */
export function arrangeCorrections(corrections: Corrections, order: Uint32Array): Corrections {
  if (corrections.size === 0) return corrections
  const places = new Map<number, number>()
  const named = new Set([...corrections].flat())
  order.forEach((fact, place) => {
    if (named.has(fact)) places.set(fact, place)
  })
  return new Map([...corrections].map(([fact, target]) => [places.get(fact) as number, places.get(target) as number]))
}

function arrange<Kind extends Numbers>(numbers: Kind, order: Uint32Array, scratch: Kind): void {
  for (let i = 0; i < order.length; i++) scratch[i] = numbers[order[i] as number] as number
  numbers.set(scratch.subarray(0, order.length))
}
