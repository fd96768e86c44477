import { scaleLinear, scalePoint } from 'd3-scale'
import { line as linePath } from 'd3-shape'
import type { CommitmentLine, TrendPoint } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { chartFrame, fontSize, rule, type Surface, text } from './frame.ts'
import { stateColour, stateGlyph } from './state-glyph.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { wrapText } from './text-width.ts'

const gap = 22
const plotHeight = 54
const panelHeight = 108
const titleHeight = 28
const labelGap = 10

/** One small panel a commitment, all on the same scale: the rate by period, its target, and what lies under it. */
export function complianceTrend(
  lines: readonly CommitmentLine[],
  { words, percent, shortPeriod }: Voice,
  surface: Surface,
): SvgNode {
  const { width, palette } = surface
  const columns = width < 440 ? 1 : 3
  const panelWidth = (width - gap * (columns - 1)) / columns
  const y = scaleLinear([lowest(lines), 100], [plotHeight, 0])
  const ends = [lines[0]?.trend[0]?.period ?? '', lines[0]?.trend.at(-1)?.period ?? ''] as const
  return chartFrame(
    surface,
    Math.ceil(lines.length / columns) * panelHeight,
    {
      title: words.chart.trendTitle(shortPeriod(ends[0], true), shortPeriod(ends[1], true)),
      description: `${lines.map((line) => words.chart.trendItem(line.name, pointsText(line.trend))).join('. ')}.`,
    },
    ...lines.map((line, index) =>
      svg(
        'g',
        {
          transform: `translate(${Math.round((index % columns) * (panelWidth + gap))} ${Math.floor(index / columns) * panelHeight})`,
        },
        ...panel(line),
      ),
    ),
  )

  function panel(line: CommitmentLine): readonly SvgNode[] {
    const plotRight = panelWidth - 42
    const x = scalePoint(
      line.trend.map(({ period }) => period),
      [5, plotRight - 5],
    )
    const at = (point: TrendPoint): number => x(point.period) ?? 0
    const height = (point: TrendPoint): number => titleHeight + y(Number(point.percent))
    const path = linePath<TrendPoint>(at, height).defined(({ percent: rate }) => rate !== null)([...line.trend]) ?? ''
    const target = line.target === null ? undefined : titleHeight + y(Number(line.target))
    const bottom = titleHeight + plotHeight
    const judged = line.trend.filter(({ percent: rate }) => rate !== null)
    return [
      ...wrapText(line.name, fontSize.label, panelWidth - 4, 2).map((part, row) =>
        text(part, 0, 8 + row * 10.5, palette.ink, { 'font-weight': 600 }),
      ),
      ...(target === undefined
        ? []
        : [
            svg('rect', { x: 0, y: target, width: plotRight, height: bottom - target, fill: palette.missedSoft }),
            rule(0, target, plotRight, target, palette.quiet, { 'stroke-width': 0.8 }),
          ]),
      rule(0, bottom, plotRight, bottom, palette.line),
      svg('path', { d: path, fill: 'none', stroke: palette.action, 'stroke-width': 1.5 }),
      ...judged.map((point) => stateGlyph(point.state, at(point), height(point), 2.4, palette)),
      ...labels(line, target, height, plotRight),
      ...axis(line, at, bottom),
    ]
  }

  /** The last value beside its point, the target beside its line, kept apart where they meet. */
  function labels(
    line: CommitmentLine,
    target: number | undefined,
    height: (point: TrendPoint) => number,
    plotRight: number,
  ): readonly SvgNode[] {
    const last = line.trend.at(-1)
    const small = { 'font-size': fontSize.small }
    const targetLabel =
      target === undefined || line.target === null
        ? []
        : [text(percent(line.target), plotRight + 2, target + 3, palette.faint, small)]
    if (last === undefined || last.percent === null) {
      return [text(words.chart.noData, 0, titleHeight + plotHeight / 2, palette.faint, small), ...targetLabel]
    }
    const value = text(
      percent(shortRate(last.percent)),
      plotRight + 2,
      apartFrom(target, height(last), last.state === 'missed') + 3,
      stateColour(last.state, palette),
      { 'font-weight': 600, 'font-size': fontSize.value },
    )
    return [value, ...targetLabel]
  }

  function axis({ trend }: CommitmentLine, at: (point: TrendPoint) => number, bottom: number): readonly SvgNode[] {
    const [first, last] = [trend[0], trend.at(-1)]
    if (first === undefined || last === undefined) return []
    const style = { 'font-size': fontSize.small }
    if (first === last)
      return [
        text(shortPeriod(first.period), at(first), bottom + 11, palette.faint, { ...style, 'text-anchor': 'middle' }),
      ]
    return [
      text(shortPeriod(first.period), at(first) - 5, bottom + 11, palette.faint, style),
      text(shortPeriod(last.period), at(last) + 5, bottom + 11, palette.faint, { ...style, 'text-anchor': 'end' }),
    ]
  }

  function pointsText(trend: readonly TrendPoint[]): string {
    return trend
      .map(
        ({ period, percent: rate }) => `${shortPeriod(period)} ${rate === null ? words.chart.noData : percent(rate)}`,
      )
      .join(', ')
  }
}

function apartFrom(target: number | undefined, value: number, under: boolean): number {
  if (target === undefined || Math.abs(value - target) >= labelGap) return value
  return under ? target + labelGap : target - labelGap
}

/** One decimal is enough on a small panel; the table below gives both. Never rounds up to 100. */
function shortRate(rate: string): string {
  const short = rate.replace(/(\.\d)\d$/, '$1')
  return short.replace(/\.0$/, '')
}

function lowest(lines: readonly CommitmentLine[]): number {
  const shown = lines.flatMap(({ trend, target }) => [
    ...trend.flatMap(({ percent: rate }) => (rate === null ? [] : [Number(rate)])),
    ...(target === null ? [] : [Number(target)]),
  ])
  return Math.min(80, Math.max(0, Math.floor(Math.min(...shown, 100) / 10) * 10))
}
