import { multiplyRatio, parseDecimal, type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayMoney } from '../../base/say-money.ts'
import type { PenaltyStep } from './penalty.ts'
import { failed, type PriceFrame, type Reckoning } from './reckoning.ts'
import { exactText, percentText } from './say-figure.ts'

/** What a share is divided by: a number, or the open hours of a calendar in the month. */
export type Divisor = string | { readonly openHours: string }

/** An amount in the contract’s currency (digits of the text), or a share of a fee. */
export type Sum =
  | { readonly amount: string }
  | { readonly share: Ratio; readonly of: string; readonly dividedBy?: Divisor }

/** The exact value of a sum, with its steps; a share of a fee without amount has none, and is never 0. */
export function priceSum(sum: Sum, frame: PriceFrame): Reckoning {
  if ('amount' in sum) {
    const value = parseDecimal(sum.amount) ?? ZERO
    const text = sayMoney(value, frame.currency)
    return { ok: true, value, steps: [stepOf('amount', value, text.fr, text.en, frame.clause)] }
  }
  const fee = frame.fee(sum.of)
  if (fee === undefined) {
    return failed(
      'fee-missing',
      {
        fr: `La redevance «\u00a0${sum.of}\u00a0» n’a pas de montant ce mois-là\u00a0: la part n’a pas d’assiette.`,
        en: `The fee "${sum.of}" has no amount in that month: the share has no base.`,
      },
      frame.clause,
    )
  }
  const feeText = sayMoney(fee, frame.currency)
  const value = multiplyRatio(fee, sum.share)
  const share = percentText(sum.share)
  const shareText = sayMoney(value, frame.currency)
  const steps = [
    stepOf('fee', fee, `${sum.of}\u00a0: ${feeText.fr}`, `${sum.of}: ${feeText.en}`, frame.clause),
    stepOf('share', value, `${share.fr} soit ${shareText.fr}`, `${share.en}: ${shareText.en}`, frame.clause),
  ]
  return sum.dividedBy === undefined ? { ok: true, value, steps } : divided(value, sum.dividedBy, steps, frame)
}

const ZERO = ratioOf(0n, 1n)

function divided(value: Ratio, by: Divisor, steps: readonly PenaltyStep[], frame: PriceFrame): Reckoning {
  const divisor = typeof by === 'string' ? (parseDecimal(by) ?? ZERO) : frame.openHours(by.openHours)
  if (divisor.numerator === 0n) {
    return failed(
      'not-computable',
      { fr: 'Aucune heure ouverte dans le mois\u00a0: pas de diviseur.', en: 'No open hour in the month: no divisor.' },
      frame.clause,
    )
  }
  const quotient = ratioOf(value.numerator * divisor.denominator, value.denominator * divisor.numerator)
  const by2 = exactText(divisor)
  const text = sayMoney(quotient, frame.currency)
  const step = stepOf(
    'divisor',
    quotient,
    `divisé par ${by2}\u00a0: ${text.fr}`,
    `divided by ${by2}: ${text.en}`,
    frame.clause,
  )
  return { ok: true, value: quotient, steps: [...steps, step] }
}

function stepOf(what: PenaltyStep['what'], value: Ratio, fr: string, en: string, clause: string): PenaltyStep {
  return { what, value: exactText(value, 2), clause, message: { fr, en } }
}
