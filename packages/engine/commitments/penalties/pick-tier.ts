import type { Milliseconds } from '../../base/instant.ts'
import { compareRatio, type Ratio } from '../../base/ratio.ts'
import type { PenaltyClause } from '../penalty-schema.ts'
import { elapsed } from './late-amount.ts'

export type Tier = NonNullable<PenaltyClause['tiers']>[number]

/** What the bounds of a tier are on: the measured rate, its gap to the target, or a lateness. */
export function tierAxis(tier: Tier): 'rate' | 'gap' | 'lateness' {
  if (!('above' in tier || 'upTo' in tier)) return 'rate'
  return typeof (tier.above ?? tier.upTo) === 'string' ? 'lateness' : 'gap'
}

/** The tier that holds a rate (`[from, below)`) or its gap to the target (`(above, upTo]`). */
export function tierOfRate(tiers: readonly Tier[], rate: Ratio, gap: Ratio): Tier | undefined {
  return tiers.find((tier) => holdsRate(tier, rate, gap))
}

/** The tier that holds a lateness, `(above, upTo]`, in counted time. */
export function tierOfLateness(tiers: readonly Tier[], late: Milliseconds): Tier | undefined {
  return tiers.find((tier) => {
    if (tierAxis(tier) !== 'lateness') return false
    const { above, upTo } = tier as LatenessBounds
    const low = above === undefined ? 0 : elapsed(above)
    const high = upTo === undefined ? Number.POSITIVE_INFINITY : elapsed(upTo)
    return low !== undefined && high !== undefined && low < late && late <= high
  })
}

function holdsRate(tier: Tier, rate: Ratio, gap: Ratio): boolean {
  switch (tierAxis(tier)) {
    case 'rate': {
      const { from, below } = tier as RateBounds
      return (
        (from === undefined || compareRatio(from, rate) <= 0) && (below === undefined || compareRatio(rate, below) < 0)
      )
    }
    case 'gap': {
      const { above, upTo } = tier as GapBounds
      return (
        (above === undefined || compareRatio(above, gap) < 0) && (upTo === undefined || compareRatio(gap, upTo) <= 0)
      )
    }
    case 'lateness':
      return false
  }
}

type RateBounds = { readonly from?: Ratio; readonly below?: Ratio }
type GapBounds = { readonly above?: Ratio; readonly upTo?: Ratio }
type LatenessBounds = { readonly above?: string; readonly upTo?: string }
