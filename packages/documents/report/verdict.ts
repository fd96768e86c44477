import type { Assessment } from '@vigie/engine'
import { formatDateTime } from '../format/date.ts'
import { percentOf, rounded } from '../format/points.ts'
import { lastBefore } from './activity.ts'
import type { ReportContext } from './context.ts'
import { decisions } from './decisions.ts'
import { penaltyFigure, penaltySummary } from './penalty-verdict.ts'
import type { CommitmentState, KeyFigure, Verdict } from './report-model.ts'
import { controlLines, serviceLines } from './services-lines.ts'
import { proofStatements, servicesStatements } from './services-statements.ts'
import { standsOut } from './stands-out.ts'
import { trendStatements } from './trend-statements.ts'
import { totals, type VerdictInput } from './verdict-input.ts'
import { keptStatements, missedStatements, unjudgedStatements } from './verdict-statements.ts'
import { capitalised } from './wording.ts'

/** The page in plain words, from the figures of the model and nothing else. */
export function verdict(input: VerdictInput, context: ReportContext): Verdict {
  const { commitments, notMeasured } = input
  const controls = controlLines(input.assessment, context)
  const others = [...serviceLines(input.assessment, context), ...controls]
  const judged = [...commitments, ...others].filter(({ state }) => state === 'met' || state === 'missed')
  const kept = judged.filter(({ state }) => state === 'met')
  return {
    state: verdictState(kept.length, judged.length),
    headline: headline(kept.length, judged.length, context),
    summary: summary(input, context),
    figures: figures(input, kept.length, judged.length, context),
    missed: [...servicesStatements(others, 'missed', context), ...missedStatements(commitments, context)],
    kept: [...keptStatements(commitments, context), ...servicesStatements(others, 'met', context)],
    proofs: proofStatements(controls, context),
    unjudged: unjudgedStatements(commitments, notMeasured, context),
    trend: trendStatements(input.assessment, commitments, context),
    standsOut: standsOut(input, context),
    decisions: decisions(input, context),
  }
}

function verdictState(kept: number, judged: number): CommitmentState {
  if (judged === 0) return 'not-applicable'
  return kept === judged ? 'met' : 'missed'
}

function headline(kept: number, judged: number, { words }: ReportContext): string {
  const said = words.verdict.headline
  if (judged === 0) return said.noneJudged
  if (kept === judged) return said.allKept(judged)
  return kept === 0 ? said.noneKept(judged) : said.mixed(kept, judged)
}

function summary({ assessment, commitments, penalties }: VerdictInput, context: ReportContext): readonly string[] {
  const { words, integer, contract, language } = context
  const { reported, resolved, openAtEnd } = assessment.volumes
  const when = capitalised(
    context.isMonth(assessment.period) ? words.inMonth(context.periodTitle(assessment.period)) : words.overPeriod,
  )
  const counted = (count: number) => ({ count, text: integer(count) })
  const { missed, judged } = totals(commitments)
  const share = judged === 0 ? '' : context.percent(rounded(percentOf(missed, judged), 2))
  return [
    reported === 0 && resolved === 0 && openAtEnd === 0
      ? words.verdict.noActivity(when)
      : words.verdict.activity(when, counted(reported), counted(resolved), counted(openAtEnd)),
    words.verdict.deadlines(integer(missed), missed, integer(judged), judged, share),
    ...penaltySummary(penalties),
    ...(assessment.provisional
      ? [words.verdict.provisional(formatDateTime(assessment.at, contract.timeZone, language))]
      : []),
  ]
}

function figures(
  { assessment, commitments, notMeasured, penalties }: VerdictInput,
  kept: number,
  judged: number,
  context: ReportContext,
): readonly KeyFigure[] {
  const { words, integer } = context
  const said = words.verdict.figures
  const { reported, openAtEnd } = assessment.volumes
  const before = lastBefore(assessment)?.volumes
  const total = totals(commitments)
  const uncomputed = notMeasured.filter(({ kind }) => kind !== 'penalty').length
  const { availability = [], controls = [] } = assessment
  const unjudged = commitments.length + availability.length + controls.length + uncomputed - judged
  return [
    {
      id: 'kept',
      value: judged === 0 ? words.dash : `${kept}\u00a0/\u00a0${judged}`,
      label: said.kept,
      note: said.keptNote(judged - kept, unjudged),
      state: verdictState(kept, judged),
    },
    {
      id: 'missed',
      value: integer(total.missed),
      label: said.missed(total.missed),
      note: said.missedNote(integer(total.judged), total.judged),
      state: total.judged === 0 ? 'not-applicable' : total.missed === 0 ? 'met' : 'missed',
    },
    ...penaltyFigure(penalties, context),
    {
      id: 'reported',
      value: integer(reported),
      label: said.reported(reported),
      note: earlierNote(before?.reported, assessment, context),
      state: 'not-applicable',
    },
    {
      id: 'open',
      value: integer(openAtEnd),
      label: said.open(openAtEnd),
      note: earlierNote(before?.openAtEnd, assessment, context),
      state: 'not-applicable',
    },
  ]
}

function earlierNote(before: number | undefined, assessment: Assessment, context: ReportContext): string {
  const said = context.words.verdict.figures
  const earlier = lastBefore(assessment)?.period
  if (before === undefined || earlier === undefined) return said.noBefore
  const count = context.integer(before)
  return context.isMonth(earlier) ? said.earlier(count, context.periodTitle(earlier)) : said.earlierPeriod(count)
}
