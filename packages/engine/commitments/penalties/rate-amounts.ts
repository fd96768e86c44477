import { compareRatio, multiplyRatio, type Ratio, ratioOf, subtractRatio } from '../../base/ratio.ts'
import { sayFigure, sayMoney } from '../../base/say-money.ts'
import type { PenaltyClause } from '../penalty-schema.ts'
import { hasBreachBase, type Priced } from './breach-amounts.ts'
import { countUnits, type UnitRounding } from './count-units.ts'
import { ROUNDINGS } from './late-amount.ts'
import { tierAxis, tierOfRate } from './pick-tier.ts'
import { priceSum, type Sum } from './price-sum.ts'
import { after, type PriceFrame, type Reckoning } from './reckoning.ts'
import { exactText, percentText } from './say-figure.ts'
import { noTier, tierAmount } from './tier-amount.ts'

/** A rate and the share that it had to reach, or not to exceed (`atMost`), all exact. */
export type MeasuredRate = { readonly rate: Ratio; readonly target: Ratio; readonly atMost?: true }

/**
 * What a clause says on a missed period: a sum for the period, so much per point below, or by tier. `hasBreaches`: the
 * commitment is measured on tickets, whose base is for each breach.
 */
export function missedRateAmounts(
  penalty: PenaltyClause,
  measured: MeasuredRate,
  hasBreaches: boolean,
  frame: PriceFrame,
): readonly Priced[] {
  const { base, shortfall, tiers = [] } = penalty
  const { rate, target, atMost } = measured
  const priced: Priced[] = []
  const multiplied = tiers.some((tier) => 'times' in tier)
  if (base !== undefined && !multiplied && !(hasBreaches && hasBreachBase(penalty))) {
    priced.push({ kind: 'breach', reckoning: priceSum(base, frame) })
  }
  const gap = atMost ? subtractRatio(rate, target) : subtractRatio(target, rate)
  if (shortfall !== undefined) {
    priced.push({ kind: 'shortfall', reckoning: perPoint(shortfall, shortfall.rounding, gap, frame) })
  }
  if (tiers.some((tier) => tierAxis(tier) !== 'lateness')) {
    const tier = tierOfRate(tiers, rate, gap)
    const reckoning = tier === undefined ? noTier(percentText(rate), frame) : tierAmount(tier, base, frame)
    priced.push({ kind: 'tier', reckoning })
  }
  return priced.map(({ kind, reckoning }) => ({ kind, reckoning: after([rateStep(measured, frame)], reckoning) }))
}

/** What a clause gives above a rate, as a positive value; undefined where the rate is not above it. */
export function bonusAmount(penalty: PenaltyClause, measured: MeasuredRate, frame: PriceFrame): Reckoning | undefined {
  const { bonus } = penalty
  if (bonus === undefined || compareRatio(measured.rate, bonus.above) <= 0) return undefined
  const excess = subtractRatio(measured.rate, bonus.above)
  const reckoning =
    bonus.per === undefined ? priceSum(bonus, frame) : perPoint(bonus, bonus.rounding ?? 'linear', excess, frame)
  return after([rateStep(measured, frame)], reckoning)
}

function perPoint(sum: Sum, rounding: UnitRounding, gap: Ratio, frame: PriceFrame): Reckoning {
  const exact = multiplyRatio(gap, ratioOf(100n, 1n))
  const points = countUnits(exact, rounding)
  const each = priceSum(sum, frame)
  const [wide, count] = [sayFigure(exact), sayFigure(points)]
  const counted = {
    what: 'units' as const,
    value: exactText(points),
    clause: frame.clause,
    message: {
      fr: `écart\u00a0: ${wide.fr} point(s), compté ${count.fr} (${ROUNDINGS[rounding].fr})`,
      en: `gap: ${wide.en} point(s), counted as ${count.en} (${ROUNDINGS[rounding].en})`,
    },
  }
  if (!each.ok) return after([counted], each)
  const value = multiplyRatio(each.value, points)
  const [price, text] = [sayMoney(each.value, frame.currency), sayMoney(value, frame.currency)]
  const product = {
    what: 'product' as const,
    value: exactText(value, 2),
    clause: frame.clause,
    message: {
      fr: `${count.fr} × ${price.fr} = ${text.fr}`,
      en: `${count.en} × ${price.en} = ${text.en}`,
    },
  }
  return { ok: true, value, steps: [counted, ...each.steps, product] }
}

function rateStep({ rate, target }: MeasuredRate, { clause }: PriceFrame) {
  const [reached, aimed] = [percentText(rate), percentText(target)]
  return {
    what: 'rate' as const,
    value: exactText(multiplyRatio(rate, ratioOf(100n, 1n))),
    clause,
    message: {
      fr: `taux ${reached.fr} pour une cible de ${aimed.fr}`,
      en: `rate ${reached.en} for a target of ${aimed.en}`,
    },
  }
}
