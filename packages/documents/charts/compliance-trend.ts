import { scaleLinear } from 'd3-scale'
import type { CommitmentLine, TrendPoint } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { chartFrame, type Surface } from './frame.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { panelHeight, plotHeight, trendPanel } from './trend-panel.ts'

const gap = 22

/** One small panel a commitment, on the scale that `all` of them share: the rate by period, its target, what lies under it. */
export function complianceTrend(
  lines: readonly CommitmentLine[],
  all: readonly CommitmentLine[],
  periods: readonly string[],
  voice: Voice,
  surface: Surface,
): SvgNode {
  const { words, shortPeriod } = voice
  const columns = surface.width < 440 ? 1 : 3
  const width = (surface.width - gap * (columns - 1)) / columns
  const lowest = lowestShown(all)
  const axes = { periods, lowest, y: scaleLinear([lowest, 100], [plotHeight, 0]), width }
  const place = (index: number): string =>
    `translate(${Math.round((index % columns) * (width + gap))} ${Math.floor(index / columns) * panelHeight})`
  return chartFrame(
    surface,
    Math.ceil(lines.length / columns) * panelHeight,
    {
      title: words.chart.trendTitle(shortPeriod(periods[0] ?? '', true), shortPeriod(periods.at(-1) ?? '', true)),
      description: `${lines.map((line) => words.chart.trendItem(line.name, pointsText(line.trend, voice))).join('. ')}.`,
    },
    ...lines.map((line, index) =>
      svg('g', { transform: place(index) }, ...trendPanel(line, axes, voice, surface.palette)),
    ),
  )
}

function pointsText(trend: readonly TrendPoint[], { words, percent, shortPeriod }: Voice): string {
  return trend
    .map(({ period, percent: rate }) => `${shortPeriod(period)} ${rate === null ? words.chart.noData : percent(rate)}`)
    .join(', ')
}

/** The last ten under every rate and target shown, at most 80 so that a good month does not look steep. */
function lowestShown(lines: readonly CommitmentLine[]): number {
  const shown = lines.flatMap(({ trend, target }) => [
    ...trend.flatMap(({ percent }) => (percent === null ? [] : [Number(percent)])),
    ...(target === null ? [] : [Number(target)]),
  ])
  return Math.min(80, Math.max(0, Math.floor(Math.min(...shown, 100) / 10) * 10))
}
