import { formatInstant } from './base/instant.ts'
import type { JsonValue } from './base/json-value.ts'
import { compareRatio, formatPercent, formatRatio, type Ratio, ratioOf } from './base/ratio.ts'
import type { ControlSubject } from './commitments/controls/control-verdict.ts'
import type { ControlResult } from './judge-controls.ts'

/**
 * One recurring control as a document: proofs by standing, the rate as an exact fraction and in percent, and for each
 * subject its last good result, dated.
 */
export function controlJson(result: ControlResult) {
  const { clause, window } = result
  return {
    commitment: clause.id,
    clause: result.grounds.clause,
    contractVersion: result.contractVersion,
    control: clause.control,
    period: { label: window.label, from: formatInstant(window.from), to: formatInstant(window.to) },
    provisional: result.provisional,
    inProgress: result.inProgress,
    expected: result.expected,
    good: result.good,
    bad: result.bad,
    unknown: result.unknown,
    running: result.running,
    unknownCountsAs: clause.unknown ?? 'missed',
    numerator: result.numerator,
    denominator: result.denominator,
    rate: result.rate === null ? null : rateText(result.rate, result.target),
    coverage: result.coverage === null ? null : formatPercent(result.coverage, 2),
    target: targetText(result.target),
    state: result.state,
    unnamed: result.unnamed,
    subjects: result.subjects.map(subjectJson),
  } satisfies JsonValue
}

/** Percent with two decimals; one that is under its target is not shown as reaching it. */
export function rateText(rate: Ratio, target: Ratio): string {
  const shown = formatPercent(rate, 2)
  return compareRatio(rate, target) < 0 && shown === formatPercent(target, 2) ? formatPercent(rate, 6) : shown
}

/** `98`, `99.5`: as many decimals as the contract's percentage has, at most 6. */
export function targetText({ numerator, denominator }: Ratio): string {
  return formatRatio(ratioOf(numerator * 100n, denominator), 6).replace(/\.?0+$/, '')
}

function subjectJson({ lastGood, ...line }: ControlSubject) {
  const { evidence } = lastGood ?? {}
  return {
    subject: line.subject,
    good: line.good,
    bad: line.bad,
    unknown: line.unknown,
    running: line.running,
    lastGood: lastGood === null ? null : formatInstant(lastGood.at),
    ...(evidence === undefined ? {} : { evidence }),
    overdue: line.overdue,
  }
}
