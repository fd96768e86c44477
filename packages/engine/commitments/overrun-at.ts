import type { Instant } from '../base/instant.ts'
import type { LedgerEntry, Measure } from './measure.ts'

/**
 * The last instant at which a missed clock was still within its target: a period's end after it sees `counted > target`.
 * `dueAt` is the earliest instant of its kind; closed and paused time after it makes nothing late.
 */
export function overrunAt({ target, dueAt, stoppedAt, startedAt }: Measure, ledger: readonly LedgerEntry[]): Instant {
  if (dueAt === undefined) return stoppedAt ?? startedAt
  // A target in days is missed as soon as its due date is past, whatever the hour.
  if (target.kind !== 'open-time') return dueAt
  const late = ledger.find((entry) => entry.kind === 'counted' && entry.to > dueAt)
  return late === undefined ? dueAt : Math.max(dueAt, late.from)
}
