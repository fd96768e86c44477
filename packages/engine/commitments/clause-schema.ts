import * as z from 'zod'
import { reference } from '../base/clause/identifiers.ts'
import type { CommitmentsChapter as Chapter, MeasureKind, Milestone } from './clause-types.ts'
import { ClockClause, clockRules, PrioritiesClause } from './clock-schema.ts'
import { ControlClause, ServiceClause } from './control-schema.ts'
import { DisputesClause, PenaltyClause, PenaltyRulesClause } from './penalty-schema.ts'
import { AvailabilityClause, TicketCommitmentClause } from './target-schema.ts'

/** Which milestone stops which measure where the contract binds no other (semantics, *Tickets*). */
export const DEFAULT_MILESTONES: Readonly<Record<Exclude<MeasureKind, 'update-interval'>, Milestone>> = {
  response: 'acknowledged',
  intervention: 'started',
  workaround: 'workaround',
  restoration: 'restored',
  resolution: 'resolved',
  closure: 'closed',
}

const milestone = () =>
  z.enum(['acknowledged', 'started', 'workaround', 'restored', 'resolved', 'closed']).exactOptional()

const milestones = z.strictObject({
  response: milestone(),
  intervention: milestone(),
  workaround: milestone(),
  restoration: milestone(),
  resolution: milestone(),
  closure: milestone(),
})

/** Chapter 2: commitments on tickets and services, controls, penalties (engagements de service). */
export const CommitmentsChapter = z
  .strictObject({
    supportHours: z
      .strictObject({
        options: z.array(reference('calendar')).min(1).describe('Support hours that the parties may choose.'),
        selected: reference('calendar').exactOptional().describe('The hours that they chose.'),
      })
      .exactOptional()
      .describe('Choice of the support hours (plage de support).'),
    onCall: z
      .strictObject({
        calendar: reference('calendar'),
        staffed: z.boolean().describe('Whether somebody is on call at those hours.'),
      })
      .exactOptional()
      .describe('On-call duty (astreinte) behind targets outside support hours.'),
    priorities: PrioritiesClause.exactOptional().describe('Priorities and who decides them.'),
    clock: ClockClause.exactOptional().describe('How the clocks run.'),
    milestones: milestones.exactOptional().describe('Which milestone stops which measure.'),
    targets: z
      .array(z.discriminatedUnion('measure', [TicketCommitmentClause, AvailabilityClause]))
      .exactOptional()
      .describe('Service-level targets (engagements de service).'),
    controls: z.array(ControlClause).exactOptional().describe('Recurring proofs; no fact is unknown, never success.'),
    services: z.array(ServiceClause).exactOptional(),
    penalties: z.array(PenaltyClause).exactOptional(),
    penaltyRules: PenaltyRulesClause.exactOptional(),
    disputes: DisputesClause.exactOptional(),
  })
  .transform(
    ({ clock, milestones, targets, ...rest }): Chapter => ({
      ...rest,
      clock: clock ?? clockRules({}),
      milestones: { ...DEFAULT_MILESTONES, ...milestones },
      targets: targets ?? [],
    }),
  )
  .meta({ id: 'CommitmentsChapter', description: 'Chapter 2, commitments (engagements de service).' })
