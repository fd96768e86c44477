import { parseCivilDate } from '../base/civil-date.ts'
import type { Instant } from '../base/instant.ts'
import { findZone } from '../calendar/local-time.ts'
import type { Contract, ContractHistory } from './contract.ts'

/**
 * The version whose `[effectiveFrom, next effectiveFrom)` holds an instant, each date from 00:00 in the contract's zone;
 * `undefined` before the first and from the end of the term.
 */
export function versionInForce(history: ContractHistory, instant: Instant): Contract | undefined {
  const switches = switchesOf(history)
  let low = 0
  let high = switches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((switches[middle]?.from ?? Number.POSITIVE_INFINITY) <= instant) low = middle + 1
    else high = middle
  }
  const found = switches[low - 1]
  return found !== undefined && instant < found.to ? found.contract : undefined
}

/** A version and when it takes force; `to` is the end of its term, whatever version follows. */
type Switch = { readonly contract: Contract; readonly from: Instant; readonly to: Instant }

const known = new WeakMap<ContractHistory, readonly Switch[]>()

function switchesOf(history: ContractHistory): readonly Switch[] {
  const found = known.get(history)
  if (found !== undefined) return found
  const switches = history.versions.map((contract) => ({
    contract,
    from: startOf(contract, contract.effectiveFrom),
    to: contract.effectiveTo === undefined ? Number.POSITIVE_INFINITY : startOf(contract, contract.effectiveTo),
  }))
  known.set(history, switches)
  return switches
}

/** 00:00 of a civil date in a contract's zone. The reader has checked both; a broken one is a broken invariant. */
function startOf({ timeZone }: Contract, date: string): Instant {
  const zone = findZone(timeZone)
  const day = parseCivilDate(date)
  if (zone === undefined || day === undefined) throw new RangeError(`unread contract: ${timeZone}, ${date}`)
  return zone.startOfDay(day)
}
