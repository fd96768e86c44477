import * as z from 'zod'
import { duration } from '../base/clause/civil-time.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, oneOrMany, reference, text } from '../base/clause/identifiers.ts'
import { amount, percentage, positiveDecimal, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { Target } from '../base/clause/target.ts'
import { localise } from '../base/localise.ts'

// A fee that the contract does not define is a finding of the linter, not a fault of the form.
const share = { share: percentage().describe('1%'), of: identifier().describe('A fee of the price book: monthly-fee.') }
const money = { amount: amount().describe('In the contract’s currency.') }

/** An amount, or a share of a fee. */
const sum = z.union([z.strictObject(money), z.strictObject(share)], 'a-sum' satisfies Form)

const rounding = z.enum(['started', 'full', 'linear']).describe('Units that count: started, full, or linear.')

const late = z.union(
  [
    z.strictObject({ per: latePer(), rounding, cap: sum.exactOptional(), ...money }),
    z.strictObject({ per: latePer(), rounding, cap: sum.exactOptional(), ...share }),
  ],
  'a-map' satisfies Form,
)

const shortfall = z.union(
  [
    z.strictObject({ per: z.literal('point'), rounding, ...money }),
    z.strictObject({ per: z.literal('point'), rounding, ...share }),
  ],
  'a-map' satisfies Form,
)

const delay = z.union([Target, duration()], 'a-delay' satisfies Form)

/** A bound on a gap (points, `10%`) or on lateness (`PT2H`). */
const bound = () => z.union([percentage(), duration()], 'a-tier-bound' satisfies Form)

const rate = { from: percentage().exactOptional(), below: percentage().exactOptional() }
const excess = { above: bound().exactOptional(), upTo: bound().exactOptional() }
const times = { times: positiveDecimal().describe('Multiplies the base.') }

const tier = z.union(
  [
    z.strictObject({ ...rate, ...money }),
    z.strictObject({ ...rate, ...share }),
    z.strictObject({ ...rate, ...times }),
    z.strictObject({ ...excess, ...money }),
    z.strictObject({ ...excess, ...share }),
    z.strictObject({ ...excess, ...times }),
  ],
  'a-tier' satisfies Form,
)

const bonus = z.union(
  [
    z.strictObject({
      above: percentage(),
      per: z.literal('point').exactOptional(),
      rounding: rounding.exactOptional(),
      ...money,
    }),
    z.strictObject({
      above: percentage(),
      per: z.literal('point').exactOptional(),
      rounding: rounding.exactOptional(),
      ...share,
    }),
  ],
  'a-map' satisfies Form,
)

const caps = {
  event: sum.exactOptional(),
  month: sum.exactOptional(),
  year: sum.exactOptional(),
  contract: sum.exactOptional(),
}

/** Clause kind: penalty or service credit of a commitment. Read and validated; computed by the penalties chapter. */
export const PenaltyClause = z
  .strictObject({
    id: declared('penalty'),
    clause: identifier().exactOptional(),
    label: text().exactOptional(),
    for: oneOrMany(reference('commitment')).describe('The commitments that it sanctions.'),
    base: sum.exactOptional().describe('Per breach.'),
    late: late.exactOptional().describe('Per unit of lateness.'),
    shortfall: shortfall.exactOptional().describe('Per point of the rate below its target.'),
    tiers: z
      .array(tier)
      .min(1)
      .exactOptional()
      .describe('On a rate [from, below); on a gap or lateness (above, upTo].'),
    recurrence: z
      .array(positiveDecimal())
      .min(1)
      .exactOptional()
      .describe('Multiplier of the first, second, third… missed period in a row; the last one stays.'),
    deductible: wholeNumber().exactOptional().describe('Breaches free of penalty in a period (franchise).'),
    cap: z.strictObject(caps).exactOptional(),
    bonus: bonus.exactOptional(),
  })
  .refine(
    (penalty) => BASES.some((key) => penalty[key] !== undefined),
    rule(
      'no-amount',
      'cette pénalité ne dit aucun montant : base, late, shortfall, tiers ou bonus',
      'this penalty states no amount: base, late, shortfall, tiers or bonus',
      [],
      localise('par exemple base: { amount: 150.00 }', 'for example base: { amount: 150.00 }'),
    ),
  )
export type PenaltyClause = z.output<typeof PenaltyClause>

const BASES = ['base', 'late', 'shortfall', 'tiers', 'bonus'] as const

/** Clause kind: what holds for all penalties: cumulation, caps, notice, settlement. */
export const PenaltyRulesClause = z.strictObject({
  clause: identifier().exactOptional(),
  cumulation: z.enum(['sum', 'max']).exactOptional().describe('When one event meets several rules.'),
  cap: z.strictObject(caps).exactOptional(),
  liberating: z.boolean().exactOptional().describe('Whether the penalty is the sole remedy (libératoire).'),
  putOnNotice: z.enum(['waived', 'required']).exactOptional().describe('Mise en demeure (Code civil 1231-5).'),
  chronicBreach: z
    .strictObject({
      months: wholeNumber(1),
      consecutive: z.boolean().exactOptional(),
      of: oneOrMany(reference('commitment')).exactOptional(),
      gives: z.enum(['right-to-terminate', 'step-in', 'escalation']),
    })
    .exactOptional(),
  claimWithin: delay.exactOptional(),
  observations: delay.exactOptional().describe('The other party answers before any deduction.'),
  settlement: z.enum(['credit-note', 'deduction', 'payment']).exactOptional(),
  vat: z.enum(['outside', 'price-reduction']).exactOptional(),
  earnBack: z
    .strictObject({ after: wholeNumber(1), consecutive: z.enum(['months', 'quarters', 'periods']).exactOptional() })
    .exactOptional()
    .describe('A malus is cancelled after so many met periods in a row.'),
})
export type PenaltyRulesClause = z.output<typeof PenaltyRulesClause>

/** Clause kind: contestation of a figure. */
export const DisputesClause = z.strictObject({
  clause: identifier().exactOptional(),
  claimWithin: delay.exactOptional(),
  answerWithin: delay.exactOptional(),
  silence: z.enum(['claim-lapsed', 'claim-accepted']).exactOptional(),
})
export type DisputesClause = z.output<typeof DisputesClause>

function latePer() {
  return z.enum(['minute', 'hour', 'day', 'working-day', 'week', 'month'])
}
