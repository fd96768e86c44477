import type { Instant, Interval, Milliseconds } from '../../base/instant.ts'
import { compareRatio, type Ratio, ratioOf } from '../../base/ratio.ts'
import type { ServiceCalendar } from '../../calendar/service-calendar.ts'
import type { Outage } from '../../record/outage.ts'
import type { AvailabilityCommitment } from '../clause-types.ts'
import type { ServiceExpression } from '../control-schema.ts'
import { type AvailabilityAccount, accountFor } from './availability-account.ts'
import { componentsOf, UP } from './expression.ts'
import { effectiveWindows, type MaintenanceLimits } from './maintenance-windows.ts'
import { withoutShortOutages } from './minimum-outage.ts'

/** What an availability clause needs beside its own words, resolved by the caller. */
export type AvailabilityTerms = {
  readonly clause: AvailabilityCommitment
  readonly expression: ServiceExpression
  readonly agreedServiceTime: ServiceCalendar
  readonly limits: MaintenanceLimits
  readonly minimumOutage?: Milliseconds
  /** Start of the service's life; before it there is no agreed time. */
  readonly liveFrom?: Instant
}

export type AvailabilityVerdict = {
  readonly contractual: AvailabilityAccount
  /** Exact, as the clause's convention says; null over an empty base, never 0 or 100 %. */
  readonly availability: Ratio | null
  readonly numerator: Ratio
  readonly denominator: Ratio
  /** No window, no minimum, unknown out of the base. */
  readonly experienced: Ratio | null
  /** Share of the agreed time whose state is known; null without agreed time. */
  readonly coverage: Ratio | null
  readonly state: 'met' | 'missed' | 'not-applicable'
}

/**
 * Availability of one service over one period (clause kind: disponibilité; formulas of semantics, *Availability*):
 * `out-of-base` (AST−M−U−DT)/(AST−M−U); `as-up` and `counted` (AST−U−DT)/(AST−U). Exact fractions.
 */
export function assessAvailability(
  terms: AvailabilityTerms,
  outages: readonly Outage[],
  period: Interval,
): AvailabilityVerdict {
  const { clause, expression, limits } = terms
  const known = new Set([...componentsOf(expression), clause.service])
  const rows = outages.filter(({ component }) => known.has(component))
  const agreed = agreedTime(terms, period)
  const convention = clause.maintenance?.convention ?? 'counted'
  const windows = convention === 'counted' ? [] : effectiveWindows(rows, agreed, period, limits)
  const degradedLoss = clause.degraded
  const counted = terms.minimumOutage === undefined ? rows : withoutShortOutages(rows, terms.minimumOutage)
  const contractual = accountFor(expression, counted, agreed, windows, {
    degradedLoss,
    unknown: clause.unknown ?? 'excluded',
  })
  const lived = accountFor(expression, rows, agreed, [], { degradedLoss, unknown: 'excluded' })
  const outOfBase = convention === 'out-of-base' ? contractual.maintenance : 0
  const denominator = whole(contractual.agreed - contractual.unknown - outOfBase)
  const numerator = minus(denominator, contractual.lost)
  const availability = over(numerator, denominator)
  const base = whole(lived.agreed - lived.unknown)
  return {
    contractual,
    availability,
    numerator,
    denominator,
    experienced: over(minus(base, lived.lost), base),
    coverage: over(base, whole(lived.agreed)),
    state:
      availability === null ? 'not-applicable' : compareRatio(availability, clause.atLeast) >= 0 ? 'met' : 'missed',
  }
}

function agreedTime({ agreedServiceTime, liveFrom }: AvailabilityTerms, period: Interval): readonly Interval[] {
  const from = Math.max(period.from, liveFrom ?? period.from)
  if (from >= period.to) return []
  return agreedServiceTime.segments(from, period.to).filter(({ kind }) => kind === 'open')
}

function whole(milliseconds: Milliseconds): Ratio {
  return { numerator: BigInt(milliseconds), denominator: UP.denominator }
}

function minus(a: Ratio, b: Ratio): Ratio {
  return ratioOf(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

function over(a: Ratio, b: Ratio): Ratio | null {
  return b.numerator === 0n ? null : ratioOf(a.numerator * b.denominator, a.denominator * b.numerator)
}
