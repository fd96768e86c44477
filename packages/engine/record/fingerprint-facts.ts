import type { Instant } from '../base/instant.ts'
import { recordedAtOf } from './canonical-order.ts'
import { EVENT_TYPES } from './event.ts'
import { type EventStore, hexadecimal } from './event-store.ts'
import { scatter } from './text-pool.ts'

/**
 * Four sums, mod 2³², of four different mixtures of each fact's hash and explicit id: the same facts in any order give
 * the same. It tells two inputs apart by mistake, not by malice: it is no seal. With `knownAt`, of the facts known then:
 * those of a ticket whose report was not known yet are none, as for a reader of that day.
 */
export function fingerprintOfFacts(store: EventStore, starts: Uint32Array, knownAt = Number.POSITIVE_INFINITY): string {
  const sums = new Int32Array(4)
  for (let group = 0; group + 1 < starts.length; group++) {
    const [start, end] = [starts[group] as number, starts[group + 1] as number]
    if (!isOpened(store, start, end, knownAt)) continue
    for (let fact = start; fact < end; fact++) {
      if (recordedAtOf(store, fact) > knownAt) continue
      let a = store.hashA[fact] as number
      let b = store.hashB[fact] as number
      const own = store.id === undefined ? 0 : (store.id[fact] as number)
      if (own !== 0) {
        a = scatter(a ^ store.ids.hashA(own - 1))
        b = scatter(b ^ store.ids.hashB(own - 1))
      }
      sums[0] = (sums[0] as number) + a
      sums[1] = (sums[1] as number) + b
      sums[2] = (sums[2] as number) + scatter(a ^ Math.imul(b, 0x9e3779b1))
      sums[3] = (sums[3] as number) + scatter(b ^ Math.imul(a, 0x85ebca77))
    }
  }
  return Array.from(sums, hexadecimal).join('')
}

function isOpened(store: EventStore, start: number, end: number, knownAt: Instant): boolean {
  for (let fact = start; fact < end; fact++) {
    const opens = store.type[fact] === REPORTED || store.type[fact] === DETECTED
    if (opens && recordedAtOf(store, fact) <= knownAt) return true
  }
  return false
}

const REPORTED = EVENT_TYPES.indexOf('reported')
const DETECTED = EVENT_TYPES.indexOf('detected')
