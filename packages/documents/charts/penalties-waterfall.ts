import { scaleLinear } from 'd3-scale'
import { formatMoney } from '../format/money.ts'
import type { PenaltiesSection } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'
import { chartFrame, fontSize, rule, type Surface, text } from './frame.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { textWidth, wrapText } from './text-width.ts'

type Item = PenaltiesSection['breakdown'][number]
type Step = Item & { readonly from: number; readonly to: number }

const barHeight = 12
/** Amounts are semi-bold, and the font of a reader's screen may be wider than the page's. */
const fontRoom = 1.35

/** From the amounts of each clause, through what the caps take off, to the total: each bar starts where the last ended. */
export function penaltiesWaterfall(
  { breakdown, currency }: PenaltiesSection,
  periodTitle: string,
  { words, language }: Voice,
  surface: Surface,
): SvgNode {
  const { width, palette } = surface
  const said = words.penalties
  const narrow = width < 440
  const money = (amount: string): string => formatMoney(amount, currency, language)
  const longest = Math.max(...breakdown.map(({ amount }) => textWidth(money(amount), fontSize.value)), 30)
  const amountWidth = Math.ceil(longest * fontRoom)
  const labelWidth = narrow ? width - amountWidth - 8 : Math.round(width * 0.36)
  const rowHeight = narrow ? 34 : 24
  const steps = stepsOf(breakdown)
  const ends = steps.flatMap(({ from, to }) => [from, to])
  const x = scaleLinear(
    [Math.min(0, ...ends), Math.max(Math.min(0, ...ends) + 1, ...ends)],
    [narrow ? 0 : labelWidth + 12, narrow ? width : width - amountWidth - 12],
  )
  return chartFrame(
    surface,
    steps.length * rowHeight + 4,
    {
      title: said.breakdownTitle(periodTitle),
      description: `${breakdown.map(({ label, amount }) => said.breakdownItem(label, money(amount))).join('. ')}.`,
    },
    rule(x(0), 0, x(0), steps.length * rowHeight, palette.line),
    ...steps.map((step, index) => row(step, index)),
  )

  function row(step: Step, index: number): SvgNode {
    const top = index * rowHeight
    const middle = narrow ? top + 24 : top + rowHeight / 2
    const total = step.kind === 'total'
    const weight = total ? { 'font-weight': 600 } : {}
    const [label = ''] = wrapText(step.label, fontSize.label, labelWidth, 1)
    const next = steps[index + 1]
    const baseline = narrow ? top + 11 : middle + 3
    return svg(
      'g',
      {},
      total ? rule(0, top + 1, width, top + 1, palette.line) : undefined,
      text(label, 0, baseline, palette.ink, weight),
      svg('rect', {
        x: Math.min(x(step.from), x(step.to)),
        y: middle - barHeight / 2,
        width: Math.max(1, Math.abs(x(step.to) - x(step.from))),
        height: barHeight,
        ...fillOf(step),
      }),
      next === undefined || next.kind === 'total' || narrow
        ? undefined
        : rule(x(step.to), middle + barHeight / 2, x(step.to), middle + rowHeight - barHeight / 2, palette.faint, {
            'stroke-width': 0.7,
          }),
      text(money(step.amount), width, baseline, palette.ink, {
        'text-anchor': 'end',
        'font-size': fontSize.value,
        'font-weight': 600,
      }),
    )
  }

  /** What adds is full, what takes off is hollow, the total is dark: told apart without colour. */
  function fillOf({ kind, from, to }: Step): Readonly<Record<string, string | number>> {
    if (kind === 'total') return { fill: palette.ink }
    if (to >= from) return { fill: palette.action }
    return { fill: palette.surface, stroke: palette.action, 'stroke-width': 1.2, 'stroke-dasharray': '3 2' }
  }
}

/** Where each bar starts and ends; coordinates only, the amounts are written from their exact text. */
function stepsOf(breakdown: readonly Item[]): readonly Step[] {
  let reached = 0
  return breakdown.map((item) => {
    const from = item.kind === 'total' ? 0 : reached
    reached = from + Number(item.amount)
    return { ...item, from, to: reached }
  })
}
