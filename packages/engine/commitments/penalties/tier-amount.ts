import type { Localised } from '../../base/message.ts'
import { multiplyRatio, parseDecimal, type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayFigure, sayMoney } from '../../base/say-money.ts'
import type { PenaltyClause } from '../penalty-schema.ts'
import type { Tier } from './pick-tier.ts'
import { priceSum } from './price-sum.ts'
import { after, failed, type PriceFrame, type Reckoning } from './reckoning.ts'
import { exactText, percentText } from './say-figure.ts'

/** The amount of a tier: its own sum, or so many times the base. */
export function tierAmount(tier: Tier, base: PenaltyClause['base'], frame: PriceFrame): Reckoning {
  const step = { what: 'tier' as const, value: boundsOf(tier).en, clause: frame.clause, message: named(tier) }
  if (!('times' in tier)) return after([step], priceSum(tier, frame))
  if (base === undefined) return failed('not-computable', NO_BASE, frame.clause)
  return after([step], timesBase(priceSum(base, frame), parseDecimal(tier.times) ?? ratioOf(1n, 1n), frame))
}

/** No tier holds the measured value: the clause says no amount, and that is a finding, not a zero. */
export function noTier(measured: Localised, { clause }: PriceFrame): Reckoning {
  return failed(
    'tier-gap',
    {
      fr: `Aucun palier de la clause ${clause} ne contient ${measured.fr}\u00a0: aucun montant n’est dit.`,
      en: `No tier of clause ${clause} holds ${measured.en}: no amount is stated.`,
    },
    clause,
  )
}

/** `[99 %, 99,5 %[` in French, `[99%, 99.5%)` in English. */
export function boundsOf(tier: Tier): Localised {
  if (!('above' in tier || 'upTo' in tier)) {
    const { from, below } = tier as { readonly from?: Ratio; readonly below?: Ratio }
    const [low, high] = [from && percentText(from), below && percentText(below)]
    return { fr: `[${low?.fr ?? '0\u00a0%'} ; ${high?.fr ?? '…'}[`, en: `[${low?.en ?? '0%'}, ${high?.en ?? '…'})` }
  }
  const [low, high] = [boundText(tier.above), boundText(tier.upTo)]
  return { fr: `]${low.fr} ; ${high.fr}]`, en: `(${low.en}, ${high.en}]` }
}

const NO_BASE: Localised = {
  fr: 'Le palier multiplie une base que la pénalité ne dit pas.',
  en: 'The tier multiplies a base that the penalty does not state.',
}

function boundText(bound: Ratio | string | undefined): Localised {
  if (bound === undefined) return { fr: '…', en: '…' }
  return typeof bound === 'string' ? { fr: bound, en: bound } : percentText(bound)
}

function named(tier: Tier): Localised {
  const { fr, en } = boundsOf(tier)
  return { fr: `palier ${fr}`, en: `tier ${en}` }
}

function timesBase(base: Reckoning, times: Ratio, frame: PriceFrame): Reckoning {
  if (!base.ok) return base
  const value = multiplyRatio(base.value, times)
  const [factor, text] = [sayFigure(times), sayMoney(value, frame.currency)]
  const message = { fr: `× ${factor.fr} = ${text.fr}`, en: `× ${factor.en} = ${text.en}` }
  const step = { what: 'product' as const, value: exactText(value, 2), clause: frame.clause, message }
  return { ok: true, value, steps: [...base.steps, step] }
}
