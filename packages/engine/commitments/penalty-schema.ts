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

const per = z
  .enum(['breach', 'period'])
  .exactOptional()
  .describe('What it is owed for: each breach (default), or each missed period.')
const base = z.union([z.strictObject({ ...money, per }), z.strictObject({ ...share, per })], 'a-sum' satisfies Form)

const rounding = z.enum(['started', 'full', 'linear']).describe('Units that count: started, full, or linear.')

const dividedBy = z
  .union([positiveDecimal(), z.strictObject({ openHours: reference('calendar') })], 'a-divisor' satisfies Form)
  .exactOptional()
  .describe('What divides the share: a number, or the open hours of a calendar in the month.')

const beyond = z
  .union(
    [z.strictObject({ ...switchKeys(), ...money }), z.strictObject({ ...switchKeys(), ...share })],
    'a-map' satisfies Form,
  )
  .exactOptional()
  .describe('Another rate beyond so much lateness (bascule heure → jour).')

const late = z.union(
  [
    z.strictObject({ per: latePer(), rounding, cap: sum.exactOptional(), beyond, ...money }),
    z.strictObject({ per: latePer(), rounding, cap: sum.exactOptional(), beyond, dividedBy, ...share }),
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
const bound = () => z.union([percentage(), elapsedTime()], 'a-tier-bound' satisfies Form)

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
    for: oneOrMany(reference('commitment', 'kpi')).describe(
      'The commitments that it sanctions, or the KPIs in percent that have a target.',
    ),
    base: base.exactOptional().describe('Per breach, or per missed period.'),
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
  waivedUpTo: z
    .strictObject({ ...money, over: z.enum(['month', 'year', 'contract']).exactOptional() })
    .exactOptional()
    .describe('Nothing is owed while the total does not exceed it; over the contract where it does not say.'),
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

function switchKeys() {
  return {
    after: elapsedTime().describe('Lateness up to which the first rate holds: PT24H.'),
    per: z.enum(['hour', 'day', 'week']).describe('A day is 24 hours of the clause’s clock.'),
    rounding,
    mode: z.enum(['add', 'replace']).describe('Added to the first rate for what lies beyond, or in its place for all.'),
  }
}

/** A length of the clause’s clock: months have none. */
function elapsedTime() {
  return duration().refine(
    (text) => !/[YM]/.test(text.split('T')[0] ?? ''),
    rule(
      'elapsed-time-needed',
      'un retard se compte en heures ou en jours (PT24H, P1D), pas en mois ni en années',
      'lateness is counted in hours or days (PT24H, P1D), not in months or years',
      [],
      localise('PT24H, P1D', 'PT24H, P1D'),
    ),
  )
}

function latePer() {
  return z.enum(['minute', 'hour', 'day', 'working-day', 'week', 'month'])
}
