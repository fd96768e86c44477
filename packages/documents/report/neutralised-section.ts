import type { Measure, Neutralised, Warning } from '@vigie/engine'
import type { ReportContext } from './context.ts'
import { byCodeUnit } from './missed-lines.ts'
import type { Finding, NeutralisedSection } from './report-model.ts'

/** What was measured and not counted: the engine's reasons, and each clock with its own. */
export function neutralisedSection(
  reasons: readonly Neutralised[],
  measures: readonly Measure[],
  context: ReportContext,
): NeutralisedSection {
  const lines = measures.map((measure) => ({
    ticket: measure.ticket,
    cycle: measure.cycle,
    commitment: measure.commitment,
    clause: measure.clause,
    state: measure.state,
    ...(measure.priority === undefined ? {} : { priority: measure.priority }),
    reportedAt: measure.reportedAt,
    reason: measure.because.map(({ message }) => context.said(message)).join(' '),
  }))
  return {
    reasons: findings(reasons, context),
    measures: lines.sort(
      (a, b) => byCodeUnit(a.commitment, b.commitment) || byCodeUnit(a.ticket, b.ticket) || a.cycle - b.cycle,
    ),
  }
}

/** Reasons or warnings, the most frequent first. */
export function findings(list: readonly (Neutralised | Warning)[], context: ReportContext): readonly Finding[] {
  return list
    .map(({ code, message, count, tickets }) => ({ code, text: context.said(message), count, tickets }))
    .sort((a, b) => b.count - a.count || byCodeUnit(a.code, b.code))
}
