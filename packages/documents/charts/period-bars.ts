import { scaleBand, scaleLinear } from 'd3-scale'
import { fontSize, rule, type Surface, text } from './frame.ts'
import { type SvgNode, svg } from './svg-node.ts'

export type PeriodAxis = {
  readonly band: (index: number) => number
  readonly bandwidth: number
  readonly y: (value: number) => number
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly nodes: readonly SvgNode[]
}

const leftMargin = 34
const plotTop = 14

/** Axes shared by the charts that draw one column a period: periods below, whole numbers at the left. */
export function periodAxis(
  labels: readonly string[],
  largest: number,
  height: number,
  rightMargin: number,
  { width, palette }: Surface,
  integer: (value: number) => string,
): PeriodAxis {
  const right = width - rightMargin
  const bottom = height - 16
  const columns = labels.map((_, index) => String(index))
  const x = scaleBand(columns, [leftMargin, right]).paddingInner(0.35).paddingOuter(0.2)
  const y = scaleLinear([0, Math.max(1, largest)], [bottom, plotTop]).nice(4)
  const ticks = y.ticks(4).filter((tick) => Number.isInteger(tick))
  const every = Math.ceil(labels.length / Math.max(1, Math.floor((right - leftMargin) / 30)))
  const nodes = [
    ...ticks.flatMap((tick) => [
      rule(leftMargin, y(tick), right, y(tick), tick === 0 ? palette.faint : palette.line, {
        'stroke-width': tick === 0 ? 1 : 0.7,
      }),
      text(integer(tick), leftMargin - 6, y(tick) + 3, palette.faint, {
        'text-anchor': 'end',
        'font-size': fontSize.small,
      }),
    ]),
    ...labels.flatMap((label, index) => {
      const last = index === labels.length - 1
      if (!last && (index % every !== 0 || labels.length - 1 - index < every)) return []
      const style = { 'text-anchor': 'middle', 'font-size': fontSize.small, ...(last ? { 'font-weight': 600 } : {}) }
      return [
        text(
          label,
          (x(String(index)) ?? 0) + x.bandwidth() / 2,
          bottom + 12,
          last ? palette.ink : palette.faint,
          style,
        ),
      ]
    }),
  ]
  return {
    band: (index) => x(String(index)) ?? 0,
    bandwidth: x.bandwidth(),
    y: (value) => y(value),
    left: leftMargin,
    right,
    bottom,
    nodes,
  }
}

/** A column from the value `from` up to `to`; nothing where they are equal. */
export function column(
  axis: PeriodAxis,
  x: number,
  width: number,
  from: number,
  to: number,
  fill: string,
  more: Readonly<Record<string, string | number>> = {},
): SvgNode | undefined {
  if (from === to) return undefined
  return svg('rect', { x, y: axis.y(to), width, height: axis.y(from) - axis.y(to), fill, ...more })
}
