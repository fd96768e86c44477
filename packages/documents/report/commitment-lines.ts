import type { Assessment, CommitmentResult, PeriodResult, TicketCommitment, When } from '@vigie/engine'
import { difference, fractionOf, percentOf, rounded } from '../format/points.ts'
import type { ReportContext } from './context.ts'
import type { CommitmentLine, NotMeasured, TrendPoint } from './report-model.ts'
import { availabilityWording, commitmentWording, shortWording, targetCalendar, targetText } from './wording.ts'

/** One line per commitment that the engine computed, in the contract's order, with its earlier periods. */
export function commitmentLines(assessment: Assessment, context: ReportContext): readonly CommitmentLine[] {
  const periods = [...assessment.previous].sort((a, b) => a.period.from - b.period.from)
  const names = commitmentNames(assessment, context)
  return assessment.commitments.flatMap((result) => {
    const { measure, timeTarget } = result
    if (measure === 'availability' || measure === 'control' || timeTarget === undefined) return []
    const when = ticketCommitment(context, result.id)?.when ?? {}
    const wording = commitmentWording({ measure, timeTarget, when }, context)
    const trend = [...periods.flatMap((period) => pointOf(period, result.id)), trendPoint(assessment, result)]
    return [
      {
        id: result.id,
        clause: result.clause,
        contractVersion: result.contractVersion,
        name: names.get(result.id) ?? wording,
        wording,
        measure,
        within: targetText(timeTarget, context),
        ...present('calendar', targetCalendar(timeTarget, context)),
        counted: result.counted,
        rate: result.rate,
        target: result.target,
        gap: gapOf(result),
        state: result.state,
        ...present('window', result.window?.label),
        ...present('why', result.small && context.said(result.small.message)),
        wilson: result.wilson,
        missedInARow: missedInARow(trend),
        trend,
      },
    ]
  })
}

/** The label, or the short wording where no other commitment has the same. */
function commitmentNames(assessment: Assessment, context: ReportContext): ReadonlyMap<string, string> {
  const short = assessment.commitments.flatMap(({ id, label, measure, timeTarget }) => {
    if (label !== undefined) return [[id, label] as const]
    if (measure === 'availability' || measure === 'control' || timeTarget === undefined) return []
    const when = ticketCommitment(context, id)?.when ?? {}
    return [[id, shortWording({ measure, timeTarget, when }, context)] as const]
  })
  return new Map(short.filter(([, name]) => short.filter(([, other]) => other === name).length === 1))
}

/** What the contract promises and this version does not compute. */
export function notMeasured(context: ReportContext): readonly NotMeasured[] {
  const { contract, words, measured } = context
  const { targets, controls = [], penalties = [] } = contract.commitments
  return [
    ...targets.flatMap((clause): readonly NotMeasured[] =>
      clause.type === 'availability' && !measured.has(clause.id)
        ? [unmeasured('availability', clause, clause.label ?? availabilityWording(clause, context))]
        : [],
    ),
    ...controls
      .filter(({ id }) => !measured.has(id))
      .map((clause) => unmeasured('control', clause, clause.label ?? words.wording.control(clause.control))),
    ...penalties.map((clause) =>
      unmeasured('penalty', clause, clause.label ?? words.wording.penalty([clause.for].flat().join(', '))),
    ),
  ]
}

function unmeasured(
  kind: NotMeasured['kind'],
  { id, clause }: { readonly id: string; readonly clause?: string },
  wording: string,
): NotMeasured {
  return { kind, id, clause: clause ?? id, wording }
}

function ticketCommitment({ contract }: ReportContext, id: string): { readonly when: When } | undefined {
  return contract.commitments.targets.find(
    (commitment): commitment is TicketCommitment => commitment.type === 'ticket' && commitment.id === id,
  )
}

function pointOf(period: PeriodResult, id: string): readonly TrendPoint[] {
  const result = period.commitments.find((commitment) => commitment.id === id)
  return result === undefined ? [] : [trendPoint(period, result)]
}

function trendPoint({ period }: PeriodResult, { rate, counted, state }: CommitmentResult): TrendPoint {
  return {
    period: period.label,
    from: period.from,
    percent: rate?.percent ?? null,
    met: counted.met,
    missed: counted.missed,
    state,
  }
}

function gapOf({ rate, target }: CommitmentResult): string | null {
  if (rate === null || target === null || rate.denominator === 0) return null
  return rounded(difference(percentOf(rate.numerator, rate.denominator), fractionOf(target)), 2)
}

/** Not-applicable and informative periods leave the run untouched, a met one ends it. */
function missedInARow(trend: readonly TrendPoint[]): number {
  if (trend.at(-1)?.state !== 'missed') return 0
  let run = 0
  for (const { state } of trend.toReversed()) {
    if (state === 'met') return run
    if (state === 'missed') run += 1
  }
  return run
}

function present<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }
}
