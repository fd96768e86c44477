import { parseDuration } from './base/duration.ts'
import type { Instant } from './base/instant.ts'
import { addDuration } from './calendar/add-duration.ts'
import type { Target } from './commitments/clause-types.ts'
import { endOf, ifAny } from './commitments/due-at.ts'
import type { Terms } from './commitments/terms.ts'
import type { Contract } from './contract/contract.ts'
import { zoneOf } from './terms-of-contract.ts'

/**
 * The end of a delay of `penaltyRules`: civil time, or open time of a calendar; undefined where none is stated, or where it
 * lies past the years that zones know.
 */
export function endOfDelay(
  delay: string | Target | undefined,
  from: Instant,
  contract: Contract,
  terms: Terms,
): Instant | undefined {
  if (delay === undefined) return undefined
  if (typeof delay !== 'string') return endOf(delay, terms, undefined, from)
  const duration = parseDuration(delay)
  return duration === undefined ? undefined : ifAny(() => addDuration(from, duration, zoneOf(contract)))
}
