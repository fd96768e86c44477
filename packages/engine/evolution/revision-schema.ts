import * as z from 'zod'
import { dayOfTheYear, duration, month } from '../base/clause/civil-time.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, text } from '../base/clause/identifiers.ts'
import { percentage, positiveDecimal } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { localise } from '../base/localise.ts'

/** An index that prices follow: who publishes it, which series, on which base. */
export const PriceIndex = z.strictObject({
  id: declared('index').describe('The name that formulas use: syntec-revised.'),
  label: text().exactOptional(),
  publisher: text().exactOptional().describe('Who publishes it: Fédération Syntec, INSEE.'),
  series: text().exactOptional().describe('Name or number of the series.'),
  base: text().exactOptional().describe('Reference of the series: base 100 in December 2008.'),
  publishedAfter: duration()
    .exactOptional()
    .describe('How long after the end of its month a value is published at the latest: P1M.'),
})

const Reading = z
  .enum(['of-month', 'last-published'])
  .describe('of-month: the value of that month; last-published: the last one known on that day.')

const inWords = z.strictObject({ rule: text().describe('The month in words.'), reading: Reading.exactOptional() })

const baseMonth = z.union(
  [
    z.strictObject({
      month: month(),
      reading: Reading.exactOptional(),
      moves: z
        .literal('with-price')
        .exactOptional()
        .describe('After each revision, the month of that revision becomes the base (revision of the current price).'),
    }),
    z.strictObject({ lag: duration(), reading: Reading.exactOptional() }),
    inWords,
  ],
  'an-index-month' satisfies Form,
)

const currentMonth = z.union(
  [
    z.strictObject({ month: month(), reading: Reading.exactOptional() }),
    z.strictObject({ lag: duration(), reading: Reading.exactOptional() }),
    inWords,
  ],
  'an-index-month' satisfies Form,
)

const term = z.strictObject({
  index: identifier().describe('The index, of `indices` or a known one: syntec-revised…'),
  weight: positiveDecimal(),
  base: baseMonth.describe('Month of the base value (S0).'),
  current: currentMonth.describe('Month of the current value (S1), or how long before the revision.'),
})

const PriceOf = z.enum(['initial-price', 'previous-price'])

const floor = z
  .strictObject({
    share: percentage().exactOptional().describe('The largest fall: 2%; 0%: prices never fall.'),
    coefficient: positiveDecimal().exactOptional().describe('The smallest coefficient: 0.98.'),
    of: PriceOf.exactOptional(),
  })
  .refine(
    ({ share, coefficient }) => (share === undefined) !== (coefficient === undefined),
    rule(
      'floor-of-a-revision',
      'un plancher est une baisse maximale (share) ou un coefficient minimal (coefficient), l’un des deux',
      'a floor is a largest fall (share) or a smallest coefficient (coefficient), one of the two',
      [],
      localise('{ share: 2%, of: previous-price }', '{ share: 2%, of: previous-price }'),
    ),
  )

/** How prices follow indices (clause kind: révision de prix). */
export const Revision = z.strictObject({
  clause: identifier().exactOptional(),
  formula: z.strictObject({ fixed: positiveDecimal().exactOptional(), terms: z.array(term).min(1) }),
  appliesTo: z
    .enum(['initial-price', 'current-price'])
    .exactOptional()
    .describe('The price that the formula multiplies; with current-price, the base moves with it.'),
  every: duration().exactOptional(),
  date: dayOfTheYear().exactOptional().describe('Day of the revision, in quotes: "01-01".'),
  cap: z
    .strictObject({ share: percentage(), of: PriceOf.exactOptional() })
    .exactOptional()
    .describe('Cap of the revision (clause butoir): the largest rise.'),
  floor: floor.exactOptional(),
  rounding: z
    .strictObject({
      coefficient: positiveDecimal().exactOptional(),
      amount: positiveDecimal().exactOptional(),
      rule: z.enum(['half-up', 'up', 'down']).exactOptional(),
    })
    .exactOptional(),
  notice: duration().exactOptional().describe('How long before its date the revised price is made known.'),
  validation: z.enum(['express', 'tacit']).exactOptional(),
  onIndexLoss: z.enum(['linking-coefficient', 'replacement', 'renegotiate']).exactOptional(),
})
export type Revision = z.output<typeof Revision>
