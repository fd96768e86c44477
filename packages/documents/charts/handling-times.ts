import type { Milliseconds } from '@vigie/engine'
import { scaleLinear } from 'd3-scale'
import { formatElapsed, formatMean } from '../format/duration.ts'
import type { HandlingTimeLine, Percentiles } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { chartFrame, fontSize, type Surface, text } from './frame.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { textWidth, wrapText } from './text-width.ts'

const headHeight = 30
const rowHeight = 38
const panelGap = 20

/** For each step and calendar: counted time at the left, elapsed time at the right, each on its own scale. */
export function handlingTimes(
  lines: readonly HandlingTimeLine[],
  { words, language, integer }: Voice,
  surface: Surface,
): SvgNode {
  const { width, palette } = surface
  const narrow = width < 440
  const labelWidth = narrow ? 0 : Math.round(width * 0.27)
  const row = narrow ? rowHeight + 14 : rowHeight
  const panelWidth = (width - labelWidth - panelGap) / 2
  const panels = [
    {
      x: labelWidth,
      title: words.chart.countedAxis,
      of: (line: HandlingTimeLine) => line.counted,
      format: formatMean,
      fill: palette.action,
      soft: palette.actionSoft,
    },
    {
      x: labelWidth + panelWidth + panelGap,
      title: words.chart.elapsedAxis,
      of: (line: HandlingTimeLine) => line.elapsed,
      format: formatElapsed,
      fill: palette.quiet,
      soft: palette.line,
    },
  ]
  return chartFrame(
    surface,
    headHeight + lines.length * row,
    {
      title: words.chart.handlingTitle,
      description: `${lines
        .map(({ label, calendarLabel, counted, elapsed }) =>
          words.chart.handlingItem(
            `${label} (${calendarLabel})`,
            formatMean(counted.p50, language),
            formatMean(counted.mean, language),
            formatMean(counted.p90, language),
            formatElapsed(elapsed.p90, language),
          ),
        )
        .join('. ')}.`,
    },
    ...legend(),
    ...lines.flatMap((line, index) => labels(line, headHeight + index * row)),
    ...panels.flatMap(({ x, title, of, format, fill, soft }) => {
      const widest = Math.max(...lines.map((line) => textWidth(format(of(line).p90, language), fontSize.label)))
      const scale = scaleLinear(
        [0, Math.max(1, ...lines.map((line) => Math.max(of(line).p90, of(line).mean)))],
        [0, panelWidth - widest - 10],
      )
      return [
        text(title, x, headHeight - 6, palette.quiet, { 'font-weight': 600 }),
        ...lines.flatMap((line, index) =>
          range(
            of(line),
            x,
            headHeight + index * row + (narrow ? 14 : 0),
            scale,
            (value) => format(value, language),
            fill,
            soft,
          ),
        ),
      ]
    }),
  )

  function labels({ label, calendarLabel, count }: HandlingTimeLine, top: number): readonly SvgNode[] {
    const quiet = `${calendarLabel} · ${integer(count)}`
    if (narrow) return [text(`${label} · ${quiet}`, 0, top + 10, palette.ink)]
    return [
      text(label, 0, top + 12, palette.ink, { 'font-weight': 600 }),
      ...wrapText(quiet, fontSize.small, labelWidth - 8, 2).map((part, row) =>
        text(part, 0, top + 23 + row * 9.5, palette.faint, { 'font-size': fontSize.small }),
      ),
    ]
  }

  function range(
    { p50, p90, mean }: Percentiles,
    left: number,
    top: number,
    scale: (value: number) => number,
    format: (value: Milliseconds) => string,
    fill: string,
    soft: string,
  ): readonly SvgNode[] {
    const middle = top + 10
    return [
      svg('rect', { x: left, y: middle - 4, width: scale(p90), height: 8, fill: soft }),
      svg('rect', { x: left, y: middle - 4, width: scale(p50), height: 8, fill }),
      svg('path', {
        d: diamond(left + scale(mean), middle),
        fill: palette.surface,
        stroke: palette.ink,
        'stroke-width': 1.1,
      }),
      text(format(p90), left + Math.max(scale(p90), scale(mean) + 4) + 4, middle + 3, palette.quiet),
      text(format(p50), left, middle + 14, palette.ink, { 'font-size': fontSize.small, 'font-weight': 600 }),
    ]
  }

  function legend(): readonly SvgNode[] {
    const y = 8
    return [
      svg('rect', { x: 0, y: y - 6, width: 12, height: 7, fill: palette.action }),
      text(words.chart.median, 16, y, palette.quiet, { 'font-size': fontSize.small }),
      svg('path', { d: diamond(96, y - 2.5), fill: palette.surface, stroke: palette.ink, 'stroke-width': 1.1 }),
      text(words.chart.mean, 104, y, palette.quiet, { 'font-size': fontSize.small }),
      svg('rect', { x: 150, y: y - 6, width: 12, height: 7, fill: palette.actionSoft }),
      text(words.chart.p90, 166, y, palette.quiet, { 'font-size': fontSize.small }),
    ]
  }
}

function diamond(x: number, y: number): string {
  return `M${x - 4} ${y}L${x} ${y - 4}L${x + 4} ${y}L${x} ${y + 4}Z`
}
