import type { Voice } from '../report/voice.ts'
import { chartFrame, fontSize, hatchFill, missedHatch, type Surface, text } from './frame.ts'
import { column, periodAxis } from './period-bars.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { textWidth } from './text-width.ts'

export type JudgedPoint = { readonly period: string; readonly met: number; readonly missed: number }

const chartHeight = 128
const rightMargin = 74

/** Deadlines judged by period over every commitment: kept plain, missed hatched on top, their number above. */
export function judgedTrend(
  points: readonly JudgedPoint[],
  { words, integer, shortPeriod }: Voice,
  surface: Surface,
): SvgNode {
  const { palette } = surface
  const largest = Math.max(...points.map(({ met, missed }) => met + missed))
  const axis = periodAxis(
    points.map(({ period }) => shortPeriod(period)),
    largest,
    chartHeight,
    rightMargin,
    surface,
    integer,
  )
  const last = points.at(-1)
  const bars = points.flatMap(({ met, missed }, index) => {
    const x = axis.band(index)
    return [
      column(axis, x, axis.bandwidth, 0, met, palette.met),
      column(axis, x, axis.bandwidth, met, met + missed, hatchFill(surface), {
        stroke: palette.missed,
        'stroke-width': 0.7,
      }),
      missed === 0 || (index < points.length - 1 && textWidth(integer(missed), fontSize.small) > axis.bandwidth + 4)
        ? undefined
        : text(integer(missed), x + axis.bandwidth / 2, axis.y(met + missed) - 3, palette.missed, {
            'text-anchor': 'middle',
            'font-size': fontSize.small,
            'font-weight': 600,
          }),
    ]
  })
  return chartFrame(
    surface,
    chartHeight,
    {
      title: words.chart.judgedTitle(shortPeriod(points[0]?.period ?? '', true), shortPeriod(last?.period ?? '', true)),
      description: `${points.map(({ period, met, missed }) => words.chart.judgedItem(shortPeriod(period), integer(met), integer(missed))).join('. ')}.`,
    },
    missedHatch(surface),
    ...axis.nodes,
    ...bars,
    ...legend(),
  )

  /** Named beside the last column, where the eye ends. */
  function legend(): readonly SvgNode[] {
    const x = axis.right + 6
    return [
      svg('rect', {
        x,
        y: 18,
        width: 9,
        height: 9,
        fill: hatchFill(surface),
        stroke: palette.missed,
        'stroke-width': 0.7,
      }),
      text(words.chart.missed, x + 13, 26, palette.ink),
      svg('rect', { x, y: 33, width: 9, height: 9, fill: palette.met }),
      text(words.chart.met, x + 13, 41, palette.ink),
    ]
  }
}
