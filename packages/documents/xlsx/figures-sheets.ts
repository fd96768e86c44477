import { stateGlyphs } from '../layout/state-mark.ts'
import type { CommitmentLine, HandlingTimeLine, IndicatorLine, ReportModel } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { capitalised } from '../report/wording.ts'
import { decimal, duration, integer, percent, type SheetCell, text, wrapped } from './cells.ts'
import { column, type TableSheet } from './sheet.ts'

/** One row a commitment, its earlier rates at the right. */
export function commitmentsSheet(model: ReportModel, { words, shortPeriod }: Voice): TableSheet {
  const { head } = words
  const periods = trendPeriods(model.commitments)
  const computed = model.commitments.map((line) => [
    text(line.clause),
    text(line.id),
    wrapped(line.name),
    wrapped(line.wording),
    text(line.within),
    text(line.calendar),
    percent(line.target),
    percent(line.rate?.percent),
    integer(line.counted.met),
    integer(line.counted.missed),
    integer(line.counted.excluded),
    integer(line.counted.running),
    integer(line.counted.notApplicable),
    decimal(line.gap),
    percent(line.wilson?.low),
    percent(line.wilson?.high),
    text(`${stateGlyphs[line.state]} ${words.states[line.state]}`),
    wrapped(
      [line.window === undefined ? '' : words.judgedOver(line.window), line.why ?? ''].filter(Boolean).join(' · '),
    ),
    integer(line.missedInARow),
    ...periods.map((period) => percent(line.trend.find((point) => point.period === period)?.percent)),
  ])
  const unmeasured = model.notMeasured.map(({ clause, id, wording }): readonly SheetCell[] => [
    text(clause),
    text(id),
    wrapped(wording),
    wrapped(words.section.notMeasured),
  ])
  return {
    name: words.xlsx.commitments,
    none: words.section.noCommitments,
    columns: [
      column(head.clause, 9),
      column(head.id, 20),
      column(head.commitment, 38),
      column(head.text, 44),
      column(head.within, 16),
      column(head.calendar, 24),
      column(head.target, 10),
      column(head.result, 10),
      column(head.met, 10),
      column(head.missed, 10),
      column(head.excluded, 9),
      column(head.running, 9),
      column(head.notApplicable, 11),
      column(head.gap, 10),
      column(words.xlsx.wilsonLow, 12),
      column(words.xlsx.wilsonHigh, 12),
      column(head.state, 14),
      column(head.why, 40),
      column(words.xlsx.missedInARow, 10),
      ...periods.map((period) => column(shortPeriod(period, true), 10)),
    ],
    rows: [...computed, ...unmeasured],
  }
}

/** KPIs, then handling times with one row a statistic: one shape of row for all. */
export function indicatorsSheet(model: ReportModel, { words }: Voice): TableSheet {
  const { head } = words
  const { measure, calendar } = head
  return {
    name: words.xlsx.indicators,
    none: words.section.noIndicators,
    columns: [
      column(head.id, 24),
      column(head.indicator, 40),
      column(measure, 16),
      column(calendar, 28),
      column(head.value, 14),
      column(head.unit, 10),
      column(head.count, 10),
      column(head.before, 14),
      column(head.target, 12),
      column(head.state, 14),
      column(head.clause, 9),
      column(words.xlsx.remarks, 60),
    ],
    rows: [
      ...model.indicators.map((line) => [
        text(line.id),
        wrapped(capitalised(line.label)),
        null,
        null,
        indicatorCell(line.value, line.unit),
        text(words.units[line.unit]),
        integer(line.count),
        indicatorCell(line.before ?? null, line.unit),
        indicatorCell(line.target ?? null, line.unit),
        line.state === undefined ? null : text(`${stateGlyphs[line.state]} ${words.states[line.state]}`),
        text(line.clause),
        wrapped(line.note),
      ]),
      ...model.handlingTimes.flatMap((line) => handlingRows(line)),
    ],
  }

  function handlingRows(line: HandlingTimeLine): readonly (readonly SheetCell[])[] {
    const statistics = [
      ['mean-counted', head.meanCounted, line.counted.mean],
      ['p50-counted', head.p50Counted, line.counted.p50],
      ['p90-counted', head.p90Counted, line.counted.p90],
      ['mean-elapsed', head.meanElapsed, line.elapsed.mean],
      ['p50-elapsed', head.p50Elapsed, line.elapsed.p50],
      ['p90-elapsed', head.p90Elapsed, line.elapsed.p90],
    ] as const
    return statistics.map(([id, label, value]) => [
      text(`${line.measure}/${id}`),
      text(label),
      text(line.label),
      text(line.calendarLabel),
      duration(value),
      text(words.units.seconds),
      integer(line.count),
    ])
  }
}

/** Periods first, then this period by kind and by priority. */
export function volumesSheet({ volumes }: ReportModel, { words, shortPeriod }: Voice): TableSheet {
  const { head } = words
  const now = volumes.trend.at(-1)
  const row = (
    period: string,
    group: string,
    label: string,
    line: { reported: number; resolved: number; openAtEnd: number },
  ) => [text(period), text(group), text(label), integer(line.reported), integer(line.resolved), integer(line.openAtEnd)]
  const period = now === undefined ? '' : shortPeriod(now.period, true)
  return {
    name: words.xlsx.volumes,
    none: words.section.noVolumes,
    columns: [
      column(head.period, 14),
      column(head.group, 16),
      column(head.text, 28),
      column(head.reported, 11),
      column(head.resolved, 11),
      column(head.open, 11),
    ],
    rows: [
      ...volumes.trend.map((line) => row(shortPeriod(line.period, true), words.xlsx.all, words.dash, line)),
      ...volumes.byKind.map((line) => row(period, head.kind, line.label, line)),
      ...volumes.byPriority.map((line) => row(period, head.priority, line.label, line)),
    ],
  }
}

function indicatorCell(value: string | null, unit: IndicatorLine['unit']): SheetCell {
  if (value === null) return null
  switch (unit) {
    case 'seconds':
      return duration(Math.round(Number(value) * 1000))
    case 'percent':
      return percent(value)
    case 'count':
      return integer(Number(value))
    case 'score':
      return decimal(value)
  }
}

function trendPeriods(commitments: readonly CommitmentLine[]): readonly string[] {
  const from = new Map(commitments.flatMap(({ trend }) => trend.map((point) => [point.period, point.from] as const)))
  return [...from].sort(([, a], [, b]) => a - b).map(([period]) => period)
}
