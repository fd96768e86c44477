import {
  absolute,
  compareFractions,
  difference,
  type Fraction,
  fractionOf,
  percentOf,
  rounded,
} from '../format/points.ts'
import type { ReportContext } from './context.ts'
import type { CommitmentLine, NotMeasured, Statement } from './report-model.ts'

const fewDeadlines = 20

/** Missed commitments, the furthest from its target first: rate, target, gap, and how small the numbers are. */
export function missedStatements(commitments: readonly CommitmentLine[], context: ReportContext): readonly Statement[] {
  return byGap(commitments.filter(({ state }) => state === 'missed')).map((line) => ({
    state: 'missed',
    commitment: line.id,
    lead: line.name,
    text: missedText(line, context),
  }))
}

/** Kept commitments, the narrowest margin first and called so. */
export function keptStatements(commitments: readonly CommitmentLine[], context: ReportContext): readonly Statement[] {
  const said = context.words.verdict
  const kept = byGap(commitments.filter(({ state }) => state === 'met'))
  const narrowest = kept.length > 1 ? kept.find((line) => line.why === undefined) : undefined
  return kept.map((line) => {
    const rate = rateText(line, context)
    const target = targetPercent(line, context)
    const closest = line === narrowest
    const deadlines = deadlinesText(line, context)
    const text =
      line.why !== undefined
        ? said.keptOnCount(rate, target, line.why)
        : closest
          ? said.keptClosest(rate, target, deadlines)
          : said.kept(rate, target, deadlines)
    return { state: 'met', commitment: line.id, lead: line.name, text }
  })
}

/** What got no verdict: too few, nothing to judge, or not computed yet. */
export function unjudgedStatements(
  commitments: readonly CommitmentLine[],
  notMeasured: readonly NotMeasured[],
  context: ReportContext,
): readonly Statement[] {
  const { words } = context
  const said = words.verdict
  const informative = commitments.filter(({ state }) => state === 'informative')
  const empty = commitments.filter(({ state }) => state === 'not-applicable')
  return [
    ...informative.map((line): Statement => {
      const deadlines = deadlinesText(line, context)
      const shown = line.rate === null ? deadlines : `${rateText(line, context)} (${deadlines})`
      return {
        state: 'informative',
        commitment: line.id,
        lead: line.name,
        text: said.informative(shown, line.why ?? '').trim(),
      }
    }),
    ...(empty.length === 0 ? [] : [notApplicable(said.notApplicable(words.list(empty.map(({ name }) => name))))]),
    ...(notMeasured.length === 0 ? [] : [notApplicable(said.notMeasured(...countsByKind(notMeasured)))]),
  ]
}

/** `13 délais`. */
function deadlinesText({ counted }: CommitmentLine, { words, integer }: ReportContext): string {
  const count = counted.met + counted.missed
  return words.verdict.deadlineCount(integer(count), count)
}

function countsByKind(notMeasured: readonly NotMeasured[]): [number, number, number] {
  const count = (kind: NotMeasured['kind']): number => notMeasured.filter((clause) => clause.kind === kind).length
  return [count('availability'), count('control'), count('penalty')]
}

/** `84,21 %`; a dash where nothing was judged. */
export function rateText({ rate }: CommitmentLine, { words, percent }: ReportContext): string {
  return rate === null ? words.dash : percent(rate.percent)
}

export function targetPercent({ target }: CommitmentLine, { words, percent }: ReportContext): string {
  return target === null ? words.dash : percent(target)
}

/** Rate − target, exact. */
export function gapOf({ rate, target }: CommitmentLine): Fraction | undefined {
  if (rate === null || target === null || rate.denominator === 0) return undefined
  return difference(percentOf(rate.numerator, rate.denominator), fractionOf(target))
}

/** `5,79 points sous l’objectif`, never a rounded zero for a real gap. */
export function gapText(gap: Fraction, { words, decimal }: ReportContext): string {
  const said = words.verdict
  if (gap.part === 0n) return said.atTarget
  const points = rounded(absolute(gap), 2)
  if (points === '0.00') return gap.part < 0n ? said.justBelow : said.atTarget
  const several = compareFractions(absolute(gap), fractionOf('2')) >= 0
  return gap.part < 0n ? said.below(decimal(points), several) : said.above(decimal(points), several)
}

function missedText(line: CommitmentLine, context: ReportContext): string {
  const { words, integer } = context
  const said = words.verdict
  const gap = gapOf(line)
  const { missed, met } = line.counted
  const main = said.missed(
    rateText(line, context),
    targetPercent(line, context),
    gap === undefined ? words.dash : gapText(gap, context),
    integer(missed),
    missed,
    integer(met + missed),
  )
  return [main, line.why ?? '', runText(line, context), smallText(line, context)]
    .filter((part) => part !== '')
    .join(' ')
}

function runText({ missedInARow, trend }: CommitmentLine, { words }: ReportContext): string {
  if (missedInARow < 2) return ''
  const months = trend.every(({ period }) => /^\d{4}-\d{2}$/.test(period))
  return words.verdict.missedInARow(missedInARow, months ? 'month' : 'period')
}

/** Small numbers are called small; where the interval holds the target, chance is named. */
function smallText(line: CommitmentLine, context: ReportContext): string {
  const { words, percent, decimal } = context
  const said = words.verdict
  const judged = line.counted.met + line.counted.missed
  const small =
    judged >= fewDeadlines || judged === 0 || line.why !== undefined
      ? ''
      : judged === 1
        ? said.singleDeadline
        : said.smallNumber(decimal(rounded(percentOf(1, judged), 1)))
  const byChance =
    line.wilson !== null &&
    line.target !== null &&
    compareFractions(fractionOf(line.wilson.high), fractionOf(line.target)) >= 0
  const chance =
    byChance && line.wilson
      ? said.chance(decimal(rounded(fractionOf(line.wilson.low), 1)), percent(rounded(fractionOf(line.wilson.high), 1)))
      : ''
  return [small, chance].filter((part) => part !== '').join(' ')
}

function byGap(lines: readonly CommitmentLine[]): readonly CommitmentLine[] {
  return lines.toSorted((a, b) => {
    const [gapA, gapB] = [gapOf(a), gapOf(b)]
    if (gapA === undefined || gapB === undefined) return gapA === gapB ? 0 : gapA === undefined ? 1 : -1
    return compareFractions(gapA, gapB)
  })
}

function notApplicable(text: string): Statement {
  return { state: 'not-applicable', text }
}
