import * as z from 'zod'
import { duration } from '../base/clause/civil-time.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, reference, text } from '../base/clause/identifiers.ts'
import { amount, percentage, positiveDecimal, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { localise } from '../base/localise.ts'
import { hours } from '../calendar/schema.ts'
import { PriceIndex, Revision } from './revision-schema.ts'

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
  effect: text().exactOptional().describe('What it changes in the commitments: « aucun » where nothing.'),
})

const payment = z.strictObject({
  clause: identifier().exactOptional(),
  terms: duration().exactOptional().describe('Time to pay (délai de paiement): P30D.'),
  countedFrom: z
    .enum(['invoice', 'end-of-month'])
    .exactOptional()
    .describe('From the date of the invoice (default), or from the end of its month (fin de mois).'),
  groupedInvoice: z
    .boolean()
    .exactOptional()
    .describe('Whether one invoice groups the variable services of a month (facture récapitulative).'),
  disputeWithin: duration().exactOptional().describe('Time to dispute an invoice.'),
  periodic: z.enum(['month', 'quarter', 'year']).exactOptional(),
  invoice: z.array(z.enum(['factur-x', 'ubl', 'cii', 'pdf'])).exactOptional(),
})

const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holidays'])

const surcharge = z
  .strictObject({
    id: declared('surcharge'),
    clause: identifier().exactOptional(),
    label: text().exactOptional(),
    days: z.array(Weekday).min(1).describe('Days on which its hours start: [sat, sun].'),
    hours: hours.describe('Wall-clock hours, half-open: ["18:00-21:00"].'),
    share: percentage().exactOptional().describe('What is added: 50%.'),
    factor: positiveDecimal().exactOptional().describe('What the price is multiplied by: 1.5.'),
  })
  .refine(
    ({ share, factor }) => (share === undefined) !== (factor === undefined),
    rule(
      'share-or-factor',
      'une majoration est une part en plus (share) ou un coefficient (factor), l’un des deux',
      'a surcharge is a share that is added (share) or a factor (factor), one of the two',
      [],
      localise('share: 50% ou factor: 1.5', 'share: 50% or factor: 1.5'),
    ),
  )

const limit = z.strictObject({
  amount: z
    .union([z.literal('none'), amount()], 'a-limit' satisfies Form)
    .describe('none: it says that there is none.'),
  per: z.enum(['order', 'month', 'year', 'contract']),
  vat: z.enum(['excluded', 'included']).exactOptional(),
  document: reference('document').exactOptional().describe('The document that says it.'),
  clause: identifier().exactOptional(),
})

const hourBlock = z.strictObject({
  id: declared('hour-block'),
  clause: identifier().exactOptional(),
  label: text().exactOptional(),
  hours: positiveDecimal(),
  price: amount(),
  increment: duration().exactOptional().describe('Smallest time that is counted: PT15M.'),
  validity: duration().exactOptional().describe('How long the hours may be used: P12M.'),
  refund: z
    .enum(['at-exit', 'none'])
    .exactOptional()
    .describe('What becomes of unused hours at the end of the contract.'),
  carryOver: duration().exactOptional().describe('How long unused hours are carried over: P2M.'),
})

/** What services cost (clause kinds: prix, révision, facturation). */
export const Pricing = z.strictObject({
  fees: z
    .record(declared('fee'), fee)
    .exactOptional()
    .describe('Declared fees, until computed from items and quantities.'),
  items: z.array(item).exactOptional().describe('Price book (bordereau de prix).'),
  packages: z.array(pack).exactOptional(),
  active: z.array(reference('package')).exactOptional(),
  indices: z.array(PriceIndex).exactOptional().describe('The indices that revisions follow.'),
  revision: Revision.exactOptional(),
  reprice: z
    .strictObject({
      clause: identifier().exactOptional(),
      by: z.enum(['provider', 'both']),
      notice: duration().exactOptional(),
    })
    .exactOptional()
    .describe('Who may change prices otherwise than by the revision.'),
  proration: z
    .strictObject({
      clause: identifier().exactOptional(),
      method: z
        .enum(['days-of-month', 'thirtieths', 'full-month', 'peak', 'average'])
        .describe('days-of-month: days ÷ days of the month; thirtieths: days ÷ 30.'),
      presentOn: wholeNumber(1).exactOptional().describe('full-month: present on this day of the month.'),
      atMost: percentage().exactOptional().describe('What a month never exceeds: 100%.'),
    })
    .exactOptional()
    .describe('Price of a part of a month (prorata temporis).'),
  standardHours: reference('calendar').exactOptional().describe('Hours without surcharge.'),
  surcharges: z.array(surcharge).exactOptional().describe('Work outside standard hours (heures non ouvrées).'),
  minimum: z.array(limit).min(1).exactOptional().describe('Minimum commitments, with the document that says each.'),
  maximum: z.array(limit).min(1).exactOptional().describe('Maximum amounts, with the document that says each.'),
  hourBlocks: z.array(hourBlock).exactOptional().describe('Hours bought in advance (carnets d’heures).'),
  payment: payment.exactOptional(),
})
export type Pricing = z.output<typeof Pricing>
