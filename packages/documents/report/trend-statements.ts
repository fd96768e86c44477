import type { Assessment, CommitmentResult, PeriodResult } from '@vigie/engine'
import {
  absolute,
  compareFractions,
  difference,
  type Fraction,
  fractionOf,
  percentOf,
  rounded,
} from '../format/points.ts'
import { lastBefore } from './activity.ts'
import type { ReportContext } from './context.ts'
import type { CommitmentLine, CommitmentState, Statement } from './report-model.ts'

/** A change is told from one point, on at least this many deadlines on both sides. */
const enoughDeadlines = 20
const namesTold = 4
const onePoint = fractionOf('1')

type Change = { readonly line: CommitmentLine; readonly points: Fraction }

/** This period against the one just before: what crossed its target, what moved, and how many were kept. */
export function trendStatements(
  assessment: Assessment,
  commitments: readonly CommitmentLine[],
  context: ReportContext,
): readonly Statement[] {
  const { words } = context
  const said = words.verdict
  const before = lastBefore(assessment)
  if (before === undefined) return [statement('not-applicable', said.trendNone)]
  const crossed = (from: CommitmentState, to: CommitmentState): readonly string[] =>
    commitments.filter((line) => line.state === to && resultOf(before, line.id)?.state === from).map(({ name }) => name)
  const recovered = crossed('missed', 'met')
  const fell = crossed('met', 'missed')
  const changes = commitments.flatMap((line): readonly Change[] => changeOf(line, resultOf(before, line.id)))
  const up = changes.filter(({ points }) => points.part > 0n)
  const down = changes.filter(({ points }) => points.part < 0n)
  const written = (list: readonly Change[]): string =>
    someOf(
      list.map(({ line, points }) => said.change(line.name, context.signed(rounded(points, 1)))),
      context,
    )
  return [
    keptBefore(before, context),
    ...(fell.length > 0 ? [statement('missed', said.newlyMissed(someOf(fell, context), fell.length))] : []),
    ...(recovered.length > 0 ? [statement('met', said.recovered(someOf(recovered, context), recovered.length))] : []),
    ...(down.length > 0 ? [statement('not-applicable', said.worsened(written(down)))] : []),
    ...(up.length > 0 ? [statement('not-applicable', said.improved(written(up)))] : []),
    ...(changes.length === 0 && fell.length === 0 && recovered.length === 0
      ? [statement('not-applicable', said.stable)]
      : []),
  ]
}

function keptBefore(before: PeriodResult, context: ReportContext): Statement {
  const { verdict } = context.words
  const judged = before.commitments.filter(({ state }) => state === 'met' || state === 'missed')
  const kept = judged.filter(({ state }) => state === 'met').length
  const text = context.isMonth(before.period)
    ? verdict.trendKept(context.periodTitle(before.period), kept, judged.length)
    : verdict.trendKeptBefore(kept, judged.length)
  return statement('not-applicable', text)
}

function changeOf(line: CommitmentLine, before: CommitmentResult | undefined): readonly Change[] {
  const now = line.rate
  const then = before?.rate
  if (!now || !then || now.denominator < enoughDeadlines || then.denominator < enoughDeadlines) return []
  const points = difference(percentOf(now.numerator, now.denominator), percentOf(then.numerator, then.denominator))
  return compareFractions(absolute(points), onePoint) >= 0 ? [{ line, points }] : []
}

function someOf(items: readonly string[], { words }: ReportContext): string {
  const shown = items.slice(0, namesTold)
  return items.length === shown.length
    ? words.list(items)
    : words.andOthers(shown.join(', '), items.length - shown.length)
}

function resultOf(period: PeriodResult, id: string): CommitmentResult | undefined {
  return period.commitments.find((result) => result.id === id)
}

function statement(state: CommitmentState, text: string): Statement {
  return { state, text }
}
