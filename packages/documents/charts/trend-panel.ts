import { scalePoint } from 'd3-scale'
import { line as linePath } from 'd3-shape'
import type { CommitmentLine, TrendPoint } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { fontSize, rule, text } from './frame.ts'
import type { Palette } from './palette.ts'
import { stateColour, stateGlyph } from './state-glyph.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { wrapText } from './text-width.ts'

export const panelHeight = 108
export const plotHeight = 54
const titleHeight = 28
const labelMargin = 42
const labelGap = 10
const small = { 'font-size': fontSize.small }

/** What the panels of one chart share, so that they can be compared at a glance. */
export type SharedAxes = {
  readonly periods: readonly string[]
  readonly lowest: number
  readonly y: (rate: number) => number
  readonly width: number
}

/** One commitment's rates over the periods: its line, its target, and the ground under the target. */
export function trendPanel(line: CommitmentLine, axes: SharedAxes, voice: Voice, palette: Palette): readonly SvgNode[] {
  const right = axes.width - labelMargin
  const bottom = titleHeight + plotHeight
  const x = scalePoint([...axes.periods], [5, right - 5])
  const at = ({ period }: TrendPoint): number => x(period) ?? 0
  const height = ({ percent }: TrendPoint): number => titleHeight + axes.y(Number(percent))
  const judged = line.trend.filter(({ percent }) => percent !== null)
  const path = linePath<TrendPoint>(at, height).defined(({ percent }) => percent !== null)([...line.trend]) ?? ''
  const target = line.target === null ? undefined : titleHeight + axes.y(Number(line.target))
  return [
    ...wrapText(line.name, fontSize.label, axes.width - 4, 2).map((part, row) =>
      text(part, 0, 8 + row * 10.5, palette.ink, { 'font-weight': 600 }),
    ),
    ...(target === undefined ? [] : targetGround(target, right, bottom, palette)),
    rule(0, bottom, right, bottom, palette.line),
    svg('path', { d: path, fill: 'none', stroke: palette.action, 'stroke-width': 1.5 }),
    ...judged.map((point) => stateGlyph(point.state, at(point), height(point), 2.4, palette)),
    ...sideLabels(line, target, right, height, voice, palette),
    ...(isLow(line, axes)
      ? []
      : [text(voice.percent(String(axes.lowest)), right + 2, bottom + 3, palette.faint, small)]),
    ...periodLabels(axes.periods, right, bottom, voice, palette),
  ]
}

/** The last value stands where the scale's lowest label would. */
function isLow({ trend }: CommitmentLine, { y }: SharedAxes): boolean {
  const last = trend.at(-1)?.percent ?? null
  return last !== null && plotHeight - y(Number(last)) < labelGap
}

function targetGround(target: number, right: number, bottom: number, palette: Palette): readonly SvgNode[] {
  return [
    svg('rect', { x: 0, y: target, width: right, height: bottom - target, fill: palette.missedSoft }),
    rule(0, target, right, target, palette.quiet, { 'stroke-width': 0.8 }),
  ]
}

/** The last value beside its point and the target beside its line, kept apart where they meet. */
function sideLabels(
  line: CommitmentLine,
  target: number | undefined,
  right: number,
  height: (point: TrendPoint) => number,
  { words, percent }: Voice,
  palette: Palette,
): readonly SvgNode[] {
  const last = line.trend.at(-1)
  const targetLabel =
    target === undefined || line.target === null
      ? []
      : [text(percent(line.target), right + 2, target + 3, palette.faint, small)]
  if (last === undefined || last.percent === null) {
    return [text(words.chart.noData, 4, emptyAt(target), palette.faint, small), ...targetLabel]
  }
  const value = apartFrom(target, height(last), last.state === 'missed') + 3
  const style = { 'font-weight': 600, 'font-size': fontSize.value }
  return [
    text(percent(shortRate(last.percent)), right + 2, value, stateColour(last.state, palette), style),
    ...targetLabel,
  ]
}

/** Where a line says that there is nothing, clear of the target's own line. */
function emptyAt(target: number | undefined): number {
  const middle = titleHeight + plotHeight / 2
  return target !== undefined && target > middle - 4 ? target - 6 : middle + 10
}

function apartFrom(target: number | undefined, value: number, under: boolean): number {
  if (target === undefined || Math.abs(value - target) >= labelGap) return value
  return under ? target + labelGap : target - labelGap
}

/** One decimal is enough on a small panel; the table gives both. Cut, never rounded: it cannot reach 100 by itself. */
function shortRate(rate: string): string {
  return rate.replace(/(\.\d)\d$/, '$1').replace(/\.0$/, '')
}

function periodLabels(
  periods: readonly string[],
  right: number,
  bottom: number,
  { shortPeriod }: Voice,
  palette: Palette,
): readonly SvgNode[] {
  const first = periods[0] ?? ''
  const last = periods.at(-1) ?? ''
  return [
    text(shortPeriod(first), 0, bottom + 12, palette.faint, small),
    ...(first === last
      ? []
      : [text(shortPeriod(last), right, bottom + 12, palette.faint, { ...small, 'text-anchor': 'end' })]),
  ]
}
