import * as z from 'zod'
import { dayOfTheYear, duration, month } from '../base/clause/civil-time.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, reference, text } from '../base/clause/identifiers.ts'
import { amount, percentage, positiveDecimal, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { localise } from '../base/localise.ts'

const fee = z.union(
  [
    z.strictObject({ amount: amount(), vat: z.enum(['excluded', 'included']).exactOptional() }),
    z.strictObject({ times: positiveDecimal(), of: reference('fee') }),
  ],
  'a-fee' satisfies Form,
)

const priceTier = z.strictObject({
  upTo: wholeNumber(1).exactOptional().describe('Last unit of the tier; absent in the last tier.'),
  price: amount(),
})

const item = z
  .strictObject({
    id: declared('price-item'),
    label: text().exactOptional(),
    unit: text().exactOptional(),
    per: z.enum(['month', 'quarter', 'year']).exactOptional().describe('Absent: each time.'),
    price: amount().exactOptional(),
    tiers: z.array(priceTier).min(1).exactOptional(),
    tiering: z
      .enum(['graduated', 'volume'])
      .exactOptional()
      .describe('graduated: by slices; volume: one price for all.'),
  })
  .refine(
    ({ price, tiers }) => (price === undefined) !== (tiers === undefined),
    rule(
      'price-or-tiers',
      'un article a un prix ou des tranches, l’un des deux',
      'an item has a price or tiers, one of the two',
      [],
      localise(
        'price: 42.00 ou tiers: [{ upTo: 50, price: 42.00 }, { price: 38.00 }]',
        'price: 42.00 or tiers: [{ upTo: 50, price: 42.00 }, { price: 38.00 }]',
      ),
    ),
  )

const pack = z.strictObject({
  id: declared('package'),
  label: text().exactOptional(),
  items: z.array(z.union([reference('price-item'), item], 'a-price-item' satisfies Form)).min(1),
  mandatory: z.boolean().exactOptional(),
  minimum: amount().exactOptional(),
  notice: duration().exactOptional(),
})

const term = z.strictObject({
  index: identifier().describe('The index: syntec-revised…'),
  weight: positiveDecimal(),
  base: z.strictObject({ month: month() }).describe('Month of the base value (S0).'),
  current: z
    .union([z.strictObject({ month: month() }), z.strictObject({ lag: duration() })], 'an-index-month' satisfies Form)
    .describe('Month of the current value (S1), or how long before the revision.'),
})

const revision = z.strictObject({
  clause: identifier().exactOptional(),
  formula: z.strictObject({ fixed: positiveDecimal().exactOptional(), terms: z.array(term).min(1) }),
  appliesTo: z.enum(['initial-price', 'current-price']).exactOptional(),
  every: duration().exactOptional(),
  date: dayOfTheYear().exactOptional(),
  cap: z
    .strictObject({ share: percentage(), of: z.enum(['initial-price', 'previous-price']) })
    .exactOptional()
    .describe('Cap of the revision (clause butoir).'),
  floor: z.strictObject({ share: percentage(), of: z.enum(['initial-price', 'previous-price']) }).exactOptional(),
  rounding: z
    .strictObject({
      coefficient: positiveDecimal().exactOptional(),
      amount: positiveDecimal().exactOptional(),
      rule: z.enum(['half-up', 'up', 'down']).exactOptional(),
    })
    .exactOptional(),
  notice: duration().exactOptional(),
  validation: z.enum(['express', 'tacit']).exactOptional(),
  onIndexLoss: z.enum(['linking-coefficient', 'replacement', 'renegotiate']).exactOptional(),
})

const payment = z.strictObject({
  terms: duration().exactOptional(),
  periodic: z.enum(['month', 'quarter', 'year']).exactOptional(),
  invoice: z.array(z.enum(['factur-x', 'ubl', 'cii', 'pdf'])).exactOptional(),
})

const pricing = z.strictObject({
  fees: z
    .record(declared('fee'), fee)
    .exactOptional()
    .describe('Declared fees, until computed from items and quantities.'),
  items: z.array(item).exactOptional().describe('Price book (bordereau de prix).'),
  packages: z.array(pack).exactOptional(),
  active: z.array(reference('package')).exactOptional(),
  revision: revision.exactOptional(),
  payment: payment.exactOptional(),
})

/** Chapter 6: prices and their revision, review of the contract (évolution). Read and validated; executed by that chapter. */
export const EvolutionChapter = z
  .strictObject({
    pricing: pricing.exactOptional(),
    review: z.strictObject({ every: duration(), remind: duration().exactOptional() }).exactOptional(),
  })
  .meta({ id: 'EvolutionChapter', description: 'Chapter 6, evolution (évolution).' })
export type EvolutionChapter = z.output<typeof EvolutionChapter>
