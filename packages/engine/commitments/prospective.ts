import type { Instant, Milliseconds } from '../base/instant.ts'
import type { Pauses, ServiceCalendar } from '../calendar/service-calendar.ts'
import { countedIn, ifAny } from './due-at.ts'

/** From an instant on, the open-time target and the calendar that hold. */
export type Regime = {
  readonly from: Instant
  readonly target: Milliseconds
  readonly calendar: ServiceCalendar
  readonly calendarId: string
}

export type ProspectiveCount = {
  /** Counted time, each part in its own calendar. */
  readonly counted: Milliseconds
  /** What the clock allows in all: counted + what is left. */
  readonly allowed: Milliseconds
  readonly dueAt: Instant | undefined
}

/**
 * Counts a clock whose priority changed under `onChange: prospective` (clause kind: requalification): each change leaves
 * (1 − used fraction) × the new target, rounded down to the ms, in the new calendar. A clock that was overrun before a
 * change stays overrun after it.
 */
export function countProspectively(regimes: readonly Regime[], end: Instant, closed: Pauses): ProspectiveCount {
  let counted = 0
  let left = regimes[0]?.target ?? 0
  let due: Instant | undefined
  let isDue = false
  regimes.forEach((regime, index) => {
    const next = regimes[index + 1]
    const spent = countedIn(regime.calendar, regime.from, next?.from ?? end, closed)
    if (!isDue && (next === undefined || spent >= left)) {
      const allowance = left
      due = ifAny(() => regime.calendar.addMilliseconds(regime.from, allowance, closed))
      isDue = true
    }
    counted += spent
    left -= spent
    if (next !== undefined) left = shareOf(left, regime.target, next.target)
  })
  return { counted, allowed: counted + left, dueAt: due }
}

/** ⌊left ÷ of × target⌋, exactly: the product leaves the safe integers of a float. */
function shareOf(left: Milliseconds, of: Milliseconds, target: Milliseconds): Milliseconds {
  if (of === 0) return Math.min(left, 0)
  const product = BigInt(left) * BigInt(target)
  const quotient = product / BigInt(of)
  return Number(product < 0n && quotient * BigInt(of) !== product ? quotient - 1n : quotient)
}
