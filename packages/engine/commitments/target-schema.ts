import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { Recurrence } from '../base/clause/codes.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, reference, text } from '../base/clause/identifiers.ts'
import { percentageUpTo100, weight, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { Target, type TimedTarget } from '../base/clause/target.ts'
import { localise } from '../base/localise.ts'
import type { Ratio } from '../base/ratio.ts'
import { When } from '../record/when-schema.ts'
import type { AvailabilityCommitment, Compliance, TicketCommitment } from './clause-types.ts'
import { MEASURE_KINDS } from './clock-schema.ts'
import { Obligation } from './obligation-schema.ts'

const compliance = z
  .strictObject({
    atLeast: percentageUpTo100().describe('Share of tickets within the time: 95%.'),
    over: Recurrence.describe('Period of judgement.'),
    by: z.enum(['stop', 'report']).exactOptional().describe('Instant that puts a ticket in a period. Default: stop.'),
    minimumCount: wholeNumber().exactOptional().describe('Under it, the `small` rule applies. Default: 0, never.'),
    small: z
      .enum(['one-miss-allowed', 'carry-over', 'informative'])
      .exactOptional()
      .describe('What a period with too few tickets does. Default: informative.'),
  })
  .transform(
    ({ by, minimumCount, small, ...rest }): Compliance => ({
      ...rest,
      by: by ?? 'stop',
      minimumCount: minimumCount ?? 0,
      small: small ?? 'informative',
    }),
  )

/** Clause kind: service-level target on tickets (GTI, GTR…). */
export const TicketCommitmentClause = z
  .strictObject({
    id: declared('commitment'),
    clause: identifier().exactOptional().describe('Number of the clause in the document, in quotes: "2.1".'),
    label: text().exactOptional(),
    measure: z.enum(MEASURE_KINDS).describe('The milestone that stops the clock: response (GTI), restoration (GTR)…'),
    when: When.exactOptional(),
    target: Target,
    obligation: Obligation.exactOptional(),
    compliance: compliance.exactOptional().describe('Absent: measured and shown, never judged as a rate.'),
    atRisk: z
      .union([Target, percentageUpTo100()], 'an-at-risk-time' satisfies Form)
      .exactOptional()
      .describe('Remaining time under which a ticket is at risk. Default: 25 % of the target.'),
  })
  .refine(
    ({ target, atRisk }) => atRisk === undefined || 'kind' in atRisk || target.kind === 'open-time',
    rule(
      'no-share-of-days',
      'seul un délai en minutes ou en heures a une part en pourcentage',
      'only a target in minutes or hours has a share in percent',
      ['atRisk'],
      localise(
        'une durée et son horloge : { hours: 4, calendar: … }',
        'a duration with its clock: { hours: 4, calendar: … }',
      ),
    ),
  )
  .transform(
    ({ clause, when, atRisk, ...rest }): TicketCommitment => ({
      ...rest,
      type: 'ticket',
      clause: clause ?? rest.id,
      when: when ?? {},
      ...(atRisk && { atRisk: 'kind' in atRisk ? atRisk : shareOf(rest.target, atRisk) }),
    }),
  )

/** A share of a target in open time, rounded down to the millisecond. */
function shareOf(target: TimedTarget, { numerator, denominator }: Ratio): TimedTarget {
  if (target.kind !== 'open-time') return target
  return { ...target, milliseconds: Number((BigInt(target.milliseconds) * numerator) / denominator) }
}

const maintenance = z.strictObject({
  convention: z
    .enum(['out-of-base', 'as-up', 'counted'])
    .describe('What announced maintenance does: leaves the base, counts as up, or has no effect.'),
  notice: duration().exactOptional().describe('How long before its start it must be announced: P3D.'),
  atMost: duration().exactOptional().describe('Most maintenance in a period, in agreed time: PT8H.'),
})

const fromIncidents = z
  .strictObject({
    when: When.exactOptional().describe('Which tickets. Without kind: incidents; without service: its own.'),
    from: z
      .enum(['first', 'reported', 'detected'])
      .exactOptional()
      .describe('Where the outage begins. Default: first, the earlier of detection and report.'),
    to: z
      .enum(['workaround', 'restored', 'resolved', 'closed'])
      .exactOptional()
      .describe('The milestone that ends it; a later one does too. Default: restored.'),
  })
  .transform(({ when, from, to }) => ({ when: when ?? {}, from: from ?? 'first', to: to ?? 'restored' }))

/** Clause kind: availability of a service in its agreed service time. */
export const AvailabilityClause = z
  .strictObject({
    id: declared('commitment'),
    clause: identifier().exactOptional(),
    label: text().exactOptional(),
    measure: z.literal('availability'),
    service: reference('service'),
    calendar: reference('calendar').describe('The agreed service time (plage de service convenue).'),
    atLeast: percentageUpTo100(),
    failureAtMost: percentageUpTo100()
      .exactOptional()
      .describe('The same promise as a failure rate, where the contract states both: 0.5%.'),
    over: Recurrence,
    obligation: Obligation.exactOptional(),
    maintenance: maintenance.exactOptional(),
    unknown: z.enum(['excluded', 'up', 'down']).exactOptional().describe('What time without observation counts as.'),
    minimumOutage: duration().exactOptional().describe('An outage shorter than this is dropped.'),
    degraded: weight().exactOptional().describe('Weight of degraded time, from 0 to 1.'),
    fromIncidents: fromIncidents
      .exactOptional()
      .describe('Tickets that are outages too, beside the facts of components.'),
    liveFrom: civilDate().exactOptional().describe('Before it the service has no agreed time.'),
  })
  .refine(
    ({ minimumOutage }) => minimumOutage === undefined || !/[YMWD]/.test(minimumOutage.split('T')[0] ?? ''),
    rule(
      'elapsed-time-needed',
      'une durée minimale d’interruption est du temps écoulé (PT5M), pas des jours ni des mois',
      'a minimum outage is elapsed time (PT5M), not days or months',
      ['minimumOutage'],
      localise('PT5M, PT1H30M', 'PT5M, PT1H30M'),
    ),
  )
  .transform(
    ({ measure: _, clause, ...rest }): AvailabilityCommitment => ({
      ...rest,
      type: 'availability',
      clause: clause ?? rest.id,
    }),
  )
