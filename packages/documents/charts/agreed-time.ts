import { formatShort } from '../format/duration.ts'
import { servicesWords } from '../messages/services-words.ts'
import type { AgreedPart, ServiceLine } from '../report/services-model.ts'
import type { Voice } from '../report/voice.ts'
import { chartFrame, fontSize, hatchFill, missedHatch, type Surface, text } from './frame.ts'
import { type SvgNode, svg } from './svg-node.ts'
import { textWidth, wrapText } from './text-width.ts'

const rowHeight = 62
const legendHeight = 20
const barHeight = 11

/**
 * Where the agreed time of each service went: the whole of it in one stacked bar, and under it only what was not up, on
 * a scale of its own that all services share, or the minutes that decide a month could not be seen.
 */
export function agreedTime(lines: readonly ServiceLine[], { language }: Voice, surface: Surface): SvgNode {
  const { width, palette } = surface
  const words = servicesWords[language]
  const fills: Readonly<Record<AgreedPart, string>> = {
    up: palette.met,
    down: hatchFill(surface),
    degraded: palette.missedSoft,
    maintenance: palette.actionSoft,
    unknown: palette.paused,
  }
  const longest = Math.max(1, ...lines.map(lostOf))
  const time = (duration: number) => formatShort(duration, language)
  return chartFrame(
    surface,
    legendHeight + lines.length * rowHeight,
    {
      title: words.chartTitle,
      description: `${lines
        .map(({ name, account }) => {
          const spent = account.filter(({ duration }) => duration > 0)
          return `${name}: ${spent.map(({ part, duration }) => `${words.parts[part]} ${time(duration)}`).join(', ')}`
        })
        .join('. ')}.`,
    },
    missedHatch(surface),
    ...legend(),
    ...lines.flatMap((line, index) => row(line, legendHeight + index * rowHeight)),
  )

  function legend(): readonly SvgNode[] {
    let x = 0
    return (['up', 'down', 'degraded', 'maintenance', 'unknown'] as const).flatMap((part) => {
      const at = x
      x += 14 + textWidth(words.parts[part], fontSize.small) + 12
      return [
        box(at, 2, 9, 9, part),
        text(words.parts[part], at + 13, 10, palette.quiet, { 'font-size': fontSize.small }),
      ]
    })
  }

  function row(line: ServiceLine, top: number): readonly SvgNode[] {
    const small = { 'font-size': fontSize.small }
    const lost = lostOf(line)
    const caption = lost === 0 ? words.nothingLost : words.notUp(time(lost))
    const scale = width / Math.max(1, line.agreed.duration)
    const [label = ''] = wrapText(line.name, fontSize.label, width * 0.66, 1)
    return [
      text(label, 0, top + 12, palette.ink, { 'font-weight': 600 }),
      text(`${words.allTime} ${time(line.agreed.duration)}`, width, top + 12, palette.quiet, {
        ...small,
        'text-anchor': 'end',
      }),
      ...bar(line.account, scale, top + 17),
      text(caption, 0, top + 39, palette.quiet, small),
      ...bar(
        line.account.filter(({ part }) => part !== 'up'),
        width / longest,
        top + 42,
      ),
    ]
  }

  function bar(account: ServiceLine['account'], scale: number, top: number): readonly SvgNode[] {
    let x = 0
    return account.flatMap(({ part, duration }) => {
      const length = duration * scale
      const at = x
      x += length
      return length <= 0 ? [] : [box(at, top, Math.max(0.75, length), barHeight, part)]
    })
  }

  function box(x: number, y: number, boxWidth: number, height: number, part: AgreedPart): SvgNode {
    const outline = part === 'degraded' || part === 'down' ? { stroke: palette.missed, 'stroke-width': 0.6 } : {}
    return svg('rect', { x, y, width: boxWidth, height, fill: fills[part], ...outline })
  }
}

function lostOf({ account }: ServiceLine): number {
  return account.reduce((sum, { part, duration }) => (part === 'up' ? sum : sum + duration), 0)
}
