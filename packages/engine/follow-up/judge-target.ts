import { parseDuration } from '../base/duration.ts'
import { compareRatio, parseDecimal, parsePercent, type Ratio, ratioOf } from '../base/ratio.ts'
import type { KpiFigure } from './kpi.ts'

export type KpiTarget = { readonly text: string; readonly direction: 'at-least' | 'at-most' }

/**
 * Compares an unrounded figure with its target: `85%` or `85` for a share, `4.2` for a score or a count, `PT4H` or
 * seconds for a duration. Undefined where there is nothing to compare or the target has no meaning in that unit.
 */
export function judgeTarget(
  exact: Ratio | null,
  unit: KpiFigure['unit'],
  { text, direction }: KpiTarget,
): 'met' | 'missed' | undefined {
  const target = targetIn(unit, text)
  if (exact === null || target === undefined) return undefined
  const order = compareRatio(exact, target)
  switch (direction) {
    case 'at-least':
      return order >= 0 ? 'met' : 'missed'
    case 'at-most':
      return order <= 0 ? 'met' : 'missed'
  }
}

/** A target as written, in a figure’s unit: 95 for `95%` of a figure in percent. */
export function targetIn(unit: KpiFigure['unit'], text: string): Ratio | undefined {
  switch (unit) {
    case 'percent': {
      const share = parsePercent(text)
      return share === undefined ? parseDecimal(text) : ratioOf(share.numerator * 100n, share.denominator)
    }
    case 'seconds': {
      const duration = parseDuration(text)
      if (duration === undefined) return parseDecimal(text)
      const civil = duration.months > 0 || duration.days > 0
      return civil ? undefined : ratioOf(BigInt(duration.milliseconds), 1000n)
    }
    case 'count':
    case 'score':
      return parseDecimal(text)
  }
}
