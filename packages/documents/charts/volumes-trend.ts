import { line as linePath } from 'd3-shape'
import type { VolumesSection } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { chartFrame, rule, type Surface, text } from './frame.ts'
import { column, periodAxis } from './period-bars.ts'
import { type SvgNode, svg } from './svg-node.ts'

const chartHeight = 150
const rightMargin = 92

/** Tickets reported (plain) and resolved (outlined) by period, and those left open at its end (line). */
export function volumesTrend(
  trend: VolumesSection['trend'],
  { words, integer, shortPeriod }: Voice,
  surface: Surface,
): SvgNode {
  const { palette } = surface
  const largest = Math.max(...trend.flatMap(({ reported, resolved, openAtEnd }) => [reported, resolved, openAtEnd]))
  const axis = periodAxis(
    trend.map(({ period }) => shortPeriod(period)),
    largest,
    chartHeight,
    rightMargin,
    surface,
    integer,
  )
  const half = axis.bandwidth / 2
  const middle = (index: number): number => axis.band(index) + half
  const path = linePath<number>(
    (_, index) => middle(index),
    (value) => axis.y(value),
  )(trend.map(({ openAtEnd }) => openAtEnd))
  return chartFrame(
    surface,
    chartHeight,
    {
      title: words.chart.volumesTitle(
        shortPeriod(trend[0]?.period ?? '', true),
        shortPeriod(trend.at(-1)?.period ?? '', true),
      ),
      description: `${trend
        .map(({ period, reported, resolved, openAtEnd }) =>
          words.chart.volumesItem(shortPeriod(period), integer(reported), integer(resolved), integer(openAtEnd)),
        )
        .join('. ')}.`,
    },
    ...axis.nodes,
    ...trend.flatMap(({ reported, resolved }, index) => [
      column(axis, axis.band(index), half - 0.8, 0, reported, palette.action),
      column(axis, axis.band(index) + half + 0.8, half - 0.8, 0, resolved, palette.actionSoft),
    ]),
    svg('path', { d: path ?? '', fill: 'none', stroke: palette.surface, 'stroke-width': 3.4 }),
    svg('path', { d: path ?? '', fill: 'none', stroke: palette.ink, 'stroke-width': 1.4 }),
    ...trend.map(({ openAtEnd }, index) =>
      svg('circle', {
        cx: middle(index),
        cy: axis.y(openAtEnd),
        r: 2.2,
        fill: palette.surface,
        stroke: palette.ink,
        'stroke-width': 1.2,
      }),
    ),
    ...legend(),
  )

  function legend(): readonly SvgNode[] {
    const x = axis.right + 6
    return [
      svg('rect', { x, y: 18, width: 9, height: 9, fill: palette.action }),
      text(words.chart.reported, x + 13, 26, palette.ink),
      svg('rect', { x, y: 33, width: 9, height: 9, fill: palette.actionSoft }),
      text(words.chart.resolved, x + 13, 41, palette.ink),
      rule(x, 52.5, x + 9, 52.5, palette.ink, { 'stroke-width': 1.4 }),
      svg('circle', { cx: x + 4.5, cy: 52.5, r: 2.2, fill: palette.surface, stroke: palette.ink, 'stroke-width': 1.2 }),
      text(words.chart.open, x + 13, 56, palette.ink),
    ]
  }
}
