import type { Localised } from '../../base/message.ts'
import type { PenaltyClause } from '../penalty-schema.ts'
import { lateAmount } from './late-amount.ts'
import type { Lateness } from './lateness.ts'
import type { PenaltyKind } from './penalty.ts'
import { tierAxis, tierOfLateness } from './pick-tier.ts'
import { priceSum } from './price-sum.ts'
import type { PriceFrame, Reckoning } from './reckoning.ts'
import { noTier, tierAmount } from './tier-amount.ts'

/** An amount and the kind of its line. */
export type Priced = { readonly kind: PenaltyKind; readonly reckoning: Reckoning }

/** Whether the base is for each breach: not where tiers multiply it, nor where it is stated by period. */
export function hasBreachBase({ base, tiers = [] }: PenaltyClause): boolean {
  return base !== undefined && base.per !== 'period' && !tiers.some((tier) => 'times' in tier)
}

/** What a clause says on one breach, whatever its lateness; due in the period that counts the miss. */
export function baseAmounts(penalty: PenaltyClause, frame: PriceFrame): readonly Priced[] {
  const { base } = penalty
  return base !== undefined && hasBreachBase(penalty) ? [{ kind: 'breach', reckoning: priceSum(base, frame) }] : []
}

/** What a clause says on the lateness of one breach: per unit, or by tier; due in the period of the stop. */
export function latenessAmounts(penalty: PenaltyClause, lateness: Lateness, frame: PriceFrame): readonly Priced[] {
  const { late, tiers = [], base } = penalty
  if (!lateness.isLate) return []
  const priced: Priced[] = []
  if (late !== undefined) priced.push({ kind: 'lateness', reckoning: lateAmount(late, lateness, frame) })
  if (tiers.some((tier) => tierAxis(tier) === 'lateness')) {
    const tier = tierOfLateness(tiers, Math.max(lateness.milliseconds, 1))
    const reckoning = tier === undefined ? noTier(lateText(lateness), frame) : tierAmount(tier, base, frame)
    priced.push({ kind: 'tier', reckoning })
  }
  return priced
}

/** `2 h 12 min`, with the seconds where there are any. */
export function lateText({ milliseconds }: Lateness): Localised {
  const seconds = Math.floor(milliseconds / 1000)
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
    [milliseconds % 1000, 'ms'],
  ] as const
  const text = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count}\u00a0${unit}`])).join(' ')
  return text === '' ? { fr: '0\u00a0s', en: '0 s' } : { fr: text, en: text.replaceAll('\u00a0', ' ') }
}
