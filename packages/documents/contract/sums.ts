import type { Ratio } from '@vigie/engine'
import type { Inline } from './document-model.ts'
import { en, fr, inlineOf } from './inline.ts'
import type { Writing } from './writing.ts'

/** An amount, or a share of a fee. */
export type Sum = { readonly amount: string } | { readonly share: Ratio; readonly of: string }

/** `150,00 €` or `5 % de la redevance mensuelle`. */
export function saySum(sum: Sum, writing: Writing): Inline {
  const { say, money, percent } = writing
  if ('amount' in sum) return inlineOf(money(sum.amount))
  return say(
    fr`${percent(sum.share)} de ${feeName(sum.of, writing)}`,
    en`${percent(sum.share)} of ${feeName(sum.of, writing)}`,
  )
}

/** A fee in the middle of a sentence, with its article. */
export function feeName(id: string, { anchors, text }: Writing): Inline {
  const to = anchors.to('fee', id)
  const names: Readonly<Record<string, string>> = {
    'monthly-fee': text('la redevance mensuelle', 'the monthly fee'),
    'annual-fee': text('la redevance annuelle', 'the annual fee'),
    'quarterly-fee': text('la redevance trimestrielle', 'the quarterly fee'),
  }
  const label = names[id] ?? text(`la redevance « ${id} »`, `the fee “${id}”`)
  return [{ text: label, ...(to === undefined ? {} : { to }) }]
}
