import { formatInstant } from './base/instant.ts'
import type { JsonValue } from './base/json-value.ts'
import { formatPercent, formatRatio, type Ratio, ratioOf } from './base/ratio.ts'
import type { AvailabilityResult } from './judge-availability.ts'

/**
 * One availability as the document of `availability`: durations in seconds, percentages as decimal strings with three
 * decimals (never shown as 100 below it, nor as the target below it). `numerator` ÷ `denominator`, in seconds, is the
 * exact figure.
 */
export function availabilityJson(result: AvailabilityResult) {
  const { clause, contractual, window } = result
  return {
    commitment: clause.id,
    clause: clause.clause,
    contractVersion: result.contractVersion,
    service: clause.service,
    period: { label: window.label, from: formatInstant(window.from), to: formatInstant(window.to) },
    provisional: result.provisional,
    convention: clause.maintenance?.convention ?? 'counted',
    agreedSeconds: contractual.agreed / 1000,
    upSeconds: contractual.up / 1000,
    downSeconds: contractual.down / 1000,
    degradedSeconds: contractual.degraded / 1000,
    unknownSeconds: contractual.unknown / 1000,
    maintenanceSeconds: contractual.maintenance / 1000,
    numerator: secondsOf(result.numerator),
    denominator: secondsOf(result.denominator),
    availability: availabilityText(result.availability, clause.atLeast),
    coverage: percentText(result.coverage),
    target: formatRatio(ratioOf(clause.atLeast.numerator * 100n, clause.atLeast.denominator), 6).replace(/\.?0+$/, ''),
    state: result.state,
    experienced: percentText(result.experienced),
  } satisfies JsonValue
}

/** Percent with three decimals; one that is under its target is not shown as reaching it. */
export function availabilityText(availability: Ratio | null, target: Ratio): string | null {
  if (availability === null) return null
  const shown = formatPercent(availability, 3)
  const isUnder = availability.numerator * target.denominator < target.numerator * availability.denominator
  return isUnder && shown === formatPercent(target, 3) ? formatPercent(availability, 6) : shown
}

function percentText(ratio: Ratio | null): string | null {
  return ratio === null ? null : formatPercent(ratio, 3)
}

/** Milliseconds as seconds; a weight of degraded time may leave more decimals than three. */
export function secondsOf({ numerator, denominator }: Ratio): number {
  return Number(formatRatio(ratioOf(numerator, denominator * 1000n), 9))
}
