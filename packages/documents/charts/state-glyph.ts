import type { CommitmentState } from '../report/report-model.ts'
import type { Palette } from './palette.ts'
import { type SvgNode, svg } from './svg-node.ts'

/** The mark of a state at a point: a disc kept, a square missed, a ring not judged. Shape and colour say the same. */
export function stateGlyph(state: CommitmentState, x: number, y: number, size: number, palette: Palette): SvgNode {
  switch (state) {
    case 'met':
      return svg('circle', { cx: x, cy: y, r: size, fill: palette.met })
    case 'missed':
      return svg('rect', { x: x - size, y: y - size, width: size * 2, height: size * 2, fill: palette.missed })
    case 'informative':
    case 'not-applicable':
      return svg('circle', {
        cx: x,
        cy: y,
        r: size - 0.5,
        fill: palette.surface,
        stroke: palette.paused,
        'stroke-width': 1.2,
      })
  }
}

export function stateColour(state: CommitmentState, palette: Palette): string {
  switch (state) {
    case 'met':
      return palette.met
    case 'missed':
      return palette.missed
    case 'informative':
    case 'not-applicable':
      return palette.paused
  }
}
