import { scaleLinear } from 'd3-scale'
import type { VolumeLine, VolumesSection } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { chartFrame, fontSize, type Surface, text } from './frame.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { wrapText } from './text-width.ts'

const gap = 28
const rowHeight = 24
const titleHeight = 18
const mostRows = 12

/** Reported (upper, plain) and resolved (lower, light) by kind and by priority, side by side on one scale. */
export function volumesBreakdown(volumes: VolumesSection, { words, integer }: Voice, surface: Surface): SvgNode {
  const { width, palette } = surface
  const groups = [
    { title: words.section.byKind, lines: volumes.byKind.slice(0, mostRows) },
    { title: words.section.byPriority, lines: volumes.byPriority.slice(0, mostRows) },
  ].filter(({ lines }) => lines.length > 0)
  const stacked = width < 440
  const columnWidth = stacked ? width : (width - gap) / 2
  const heights = groups.map(({ lines }) => titleHeight + lines.length * rowHeight)
  const largest = Math.max(
    1,
    ...groups.flatMap(({ lines }) => lines.flatMap(({ reported, resolved }) => [reported, resolved])),
  )
  const labelWidth = Math.round(columnWidth * 0.3)
  const x = scaleLinear([0, largest], [0, columnWidth - labelWidth - 34])
  return chartFrame(
    surface,
    stacked ? heights.reduce((sum, height) => sum + height + 10, 0) : Math.max(titleHeight, ...heights),
    {
      title: words.chart.breakdownTitle,
      description: `${groups
        .flatMap(({ lines }) => lines)
        .map(({ label, reported, resolved }) => words.chart.breakdownItem(label, integer(reported), integer(resolved)))
        .join('. ')}.`,
    },
    ...groups.map(({ title, lines }, index) => {
      const offset = stacked
        ? `translate(0 ${heights.slice(0, index).reduce((sum, height) => sum + height + 10, 0)})`
        : `translate(${index * (columnWidth + gap)} 0)`
      return svg(
        'g',
        { transform: offset },
        text(title, 0, 9, palette.quiet, { 'font-weight': 600 }),
        ...lines.flatMap((line, row) => bars(line, titleHeight + row * rowHeight)),
      )
    }),
  )

  function bars({ label, reported, resolved }: VolumeLine, top: number): readonly SvgNode[] {
    const small = { 'font-size': fontSize.small }
    return [
      ...wrapText(label, fontSize.label, labelWidth - 6, 1).map((part) => text(part, 0, top + 11, palette.ink)),
      svg('rect', {
        x: labelWidth,
        y: top,
        width: Math.max(reported > 0 ? 1 : 0, x(reported)),
        height: 8,
        fill: palette.action,
      }),
      text(integer(reported), labelWidth + x(reported) + 4, top + 7, palette.ink, { ...small, 'font-weight': 600 }),
      svg('rect', {
        x: labelWidth,
        y: top + 9,
        width: Math.max(resolved > 0 ? 1 : 0, x(resolved)),
        height: 8,
        fill: palette.actionSoft,
      }),
      text(integer(resolved), labelWidth + x(resolved) + 4, top + 16, palette.quiet, small),
    ]
  }
}
