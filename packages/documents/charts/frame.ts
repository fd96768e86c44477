import type { Palette } from './palette.ts'
import { type SvgNode, svg } from './svg-node.ts'

/** Where a chart is drawn: its width in its own unit (1 pt on paper), its colours, and a prefix for its ids. */
export type Surface = { readonly width: number; readonly palette: Palette; readonly id: string }

export const fontSize = { label: 9, small: 8, value: 9.5 } as const
const family = "'Source Sans 3', 'Segoe UI', system-ui, sans-serif"

/** The outer element: a picture with a title and a description for who cannot see it. */
export function chartFrame(
  { width, id }: Surface,
  height: number,
  { title, description }: { readonly title: string; readonly description: string },
  ...children: readonly (SvgNode | undefined)[]
): SvgNode {
  return svg(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      width: Math.round(width),
      height: Math.round(height),
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': family,
      'font-size': fontSize.label,
    },
    svg('title', { id: `${id}-title` }, title),
    svg('desc', { id: `${id}-desc` }, description),
    ...children,
  )
}

/** Diagonal strokes that say "missed" in black and white too. */
export function missedHatch({ palette, id }: Surface): SvgNode {
  return svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: `${id}-hatch`, width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('rect', { width: 4, height: 4, fill: palette.surface }),
      svg('rect', { width: 2.2, height: 4, fill: palette.missed }),
    ),
  )
}

export function hatchFill({ id }: Surface): string {
  return `url(#${id}-hatch)`
}

export function text(
  content: string,
  x: number,
  y: number,
  fill: string,
  more: Readonly<Record<string, string | number>> = {},
): SvgNode {
  return svg('text', { x, y, fill, ...more }, content)
}

export function rule(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  more: Readonly<Record<string, string | number>> = {},
): SvgNode {
  return svg('line', { x1, y1, x2, y2, stroke, ...more })
}
