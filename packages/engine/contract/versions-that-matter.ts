import type { Instant } from '../base/instant.ts'
import type { Period } from '../base/period.ts'
import { civilDateAt } from './civil-date-at.ts'
import type { ContractHistory } from './contract.ts'

/**
 * The versions that a figure of `period`, as known at `at`, may stand on: those in force by the later of the two, but
 * none that was neither in force nor signed yet at `at`. An amendment that takes effect later changes nothing before, and
 * a figure asked as known at an instant is the one that was given then (semantics, *Versions, acts and truth*).
 */
export function versionsThatMatter(history: ContractHistory, period: Period, at: Instant): ContractHistory {
  const [first, ...later] = history.versions
  // Observed at its end, a period is over: what begins at that instant is of the next one.
  const [seen, last] = [civilDateAt(at, first), civilDateAt(at <= period.to ? period.to - 1 : at, first)]
  const kept = later.filter(
    ({ effectiveFrom, signedOn = effectiveFrom }) =>
      effectiveFrom <= last && (effectiveFrom <= seen || signedOn <= seen),
  )
  return kept.length === later.length ? history : { ...history, versions: [first, ...kept] }
}
