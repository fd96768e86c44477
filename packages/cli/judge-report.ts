import { collectMeasures, type ReportInput } from '@vigie/documents'
import { type EvaluationInput, evaluate, type Issue, type PenaltyFacts, watchTickets } from '@vigie/engine'

/** Periods before the asked one that the trend shows: a year with it. */
const trendLength = 11

export type ReportJudged =
  | ({ readonly ok: true } & Required<Pick<ReportInput, 'assessment' | 'missed' | 'neutralised' | 'watched'>>)
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Judges a span as a report tells it: with its trend, its misses, its disputes and findings, in one pass. */
export function judgeReport(
  asked: Pick<EvaluationInput, 'contract' | 'record' | 'period' | 'at'>,
  penalties: PenaltyFacts,
): ReportJudged {
  const { take, missed, neutralised } = collectMeasures()
  const { onTicket, result } = watchTickets({ ...asked, penalties })
  const evaluation = evaluate({ ...asked, previous: trendLength, penalties, onTicket, onMeasure: take })
  if (!evaluation.ok) return evaluation
  return { ok: true, assessment: evaluation.assessment, missed, neutralised, watched: result() }
}
