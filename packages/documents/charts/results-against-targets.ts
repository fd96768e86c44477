import { scaleLinear } from 'd3-scale'
import type { CommitmentLine } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { chartFrame, fontSize, rule, type Surface, text } from './frame.ts'
import { stateGlyph } from './state-glyph.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { textWidth, wrapText } from './text-width.ts'

const axisHeight = 22
const legendHeight = 20
const resultWidth = 104

/** Each commitment on one scale: its result, its target as a tick, and the 95 % interval behind. */
export function resultsAgainstTargets(
  lines: readonly CommitmentLine[],
  periodTitle: string,
  { words, percent }: Voice,
  surface: Surface,
): SvgNode {
  const { width, palette } = surface
  const narrow = width < 440
  const labelWidth = narrow ? width : Math.round(width * 0.4)
  const rowHeight = narrow ? 50 : lines.length > 9 ? 26 : 31
  const left = narrow ? 16 : labelWidth + 14
  const right = width - resultWidth - 10
  const floor = lowest(lines)
  const x = scaleLinear([floor, 100], [left, right])
  const bottom = legendHeight + lines.length * rowHeight
  const height = bottom + axisHeight
  const grid = x.ticks(narrow ? 3 : 5).flatMap((tick) => [
    rule(x(tick), legendHeight, x(tick), bottom, palette.line),
    text(percent(String(tick)), x(tick), bottom + 13, palette.faint, {
      'text-anchor': 'middle',
      'font-size': fontSize.small,
    }),
  ])
  const rows = lines.map((line, index) => row(line, index))
  return chartFrame(
    surface,
    height,
    {
      title: words.chart.resultsTitle(periodTitle),
      description: `${lines.map((line) => described(line, words, percent)).join('. ')}.`,
    },
    svg('g', {}, ...grid),
    ...legend(),
    ...rows,
  )

  function legend(): readonly SvgNode[] {
    const small = { 'font-size': fontSize.small }
    const target = narrow ? 0 : left
    const interval = target + 16 + textWidth(words.chart.target, fontSize.small) + 14
    return [
      rule(target + 3, 1, target + 3, 12, palette.ink, { 'stroke-width': 1.6 }),
      text(words.chart.target, target + 9, 9, palette.quiet, small),
      rule(interval, 6.5, interval + 16, 6.5, palette.actionSoft, { 'stroke-width': 5, 'stroke-linecap': 'round' }),
      text(words.chart.interval, interval + 23, 9, palette.quiet, small),
    ]
  }

  function row(line: CommitmentLine, index: number): SvgNode {
    const top = legendHeight + index * rowHeight
    const middle = narrow ? top + 34 : top + rowHeight / 2
    const label = wrapText(line.name, fontSize.label, labelWidth, narrow ? 1 : 2)
    const first = narrow ? top + 13 : middle + 3 - (label.length - 1) * 5.5
    const target = line.target === null ? undefined : x(Number(line.target))
    return svg(
      'g',
      {},
      ...label.map((part, at) => text(part, 0, first + at * 11, palette.ink)),
      ...interval(line, middle),
      target === undefined
        ? undefined
        : rule(target, middle - 9, target, middle + 9, palette.ink, { 'stroke-width': 1.6 }),
      line.rate === null ? undefined : stateGlyph(line.state, x(Number(line.rate.percent)), middle, 4, palette),
      ...result(line, middle),
    )
  }

  /** A chevron where the interval goes on under the scale. */
  function interval({ wilson }: CommitmentLine, middle: number): readonly SvgNode[] {
    if (wilson === null) return []
    const goesOn = Number(wilson.low) < floor
    const from = goesOn ? left : x(Number(wilson.low))
    const band = rule(from, middle, x(Number(wilson.high)), middle, palette.actionSoft, {
      'stroke-width': 5,
      'stroke-linecap': 'round',
    })
    const chevron = `M${left - 6} ${middle - 3}L${left - 9} ${middle}L${left - 6} ${middle + 3}`
    return goesOn ? [band, svg('path', { d: chevron, fill: 'none', stroke: palette.faint, 'stroke-width': 1 })] : [band]
  }

  function result(line: CommitmentLine, middle: number): readonly SvgNode[] {
    const at = width - resultWidth
    if (line.rate === null) return [text(words.chart.noData, at, middle + 3, palette.faint)]
    const target = line.target === null ? '' : ` · ${words.chart.targetOf(percent(line.target))}`
    return [
      text(percent(line.rate.percent), at, middle - 1, palette.ink, {
        'font-weight': 600,
        'font-size': fontSize.value,
      }),
      text(`${words.states[line.state]}${target}`, at, middle + 9, palette.quiet, { 'font-size': fontSize.small }),
    ]
  }
}

/** The scale starts at the last ten under everything shown. */
function lowest(lines: readonly CommitmentLine[]): number {
  const shown = lines.flatMap(({ rate, target, wilson }) => [
    ...(rate === null ? [] : [Number(rate.percent)]),
    ...(target === null ? [] : [Number(target)]),
    ...(wilson === null ? [] : [Math.max(Number(wilson.low), rate === null ? 0 : Number(rate.percent) - 30)]),
  ])
  return Math.min(90, Math.max(0, Math.floor(Math.min(...shown, 100) / 10) * 10))
}

function described(line: CommitmentLine, words: Voice['words'], percent: Voice['percent']): string {
  if (line.rate === null) return words.chart.resultsNone(line.name)
  const target = line.target === null ? words.dash : percent(line.target)
  return words.chart.resultsItem(line.name, percent(line.rate.percent), target, words.states[line.state])
}
