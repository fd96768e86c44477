import * as z from 'zod'
import { duration, recurrence } from '../base/clause/civil-time.ts'
import { Party } from '../base/clause/codes.ts'
import { declared, identifier, oneOrMany, reference, referenceIfDeclared, text } from '../base/clause/identifiers.ts'
import { amount, percentage, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { Target } from '../base/clause/target.ts'
import { localise } from '../base/localise.ts'
import { When } from '../record/when-schema.ts'
import { AuditTerms, DoraItems, PersonalData, RaciRow, SecurityTerms, Subcontractor } from './compliance-schema.ts'

const role = z.strictObject({
  id: declared('role'),
  party: Party,
  label: text().exactOptional(),
  deputy: reference('role').exactOptional().describe('Who acts when the role is absent (suppléant).'),
  binds: z
    .strictObject({
      orders: amount().exactOptional().describe('Ceiling of an order that the role may place.'),
      amendments: z.boolean().exactOptional().describe('Whether the role may sign an amendment.'),
    })
    .exactOptional()
    .describe('Power to bind the party (pouvoir d’engager).'),
})

const committee = z.strictObject({
  id: declared('committee'),
  label: text().exactOptional(),
  clause: identifier().exactOptional(),
  every: recurrence().describe('iCalendar recurrence (RFC 5545).'),
  duration: duration().exactOptional(),
  chair: reference('role').exactOptional(),
  members: z.array(reference('role')).min(1).exactOptional(),
  quorum: wholeNumber(1).exactOptional(),
  agenda: z.array(text()).exactOptional(),
  avoid: z.array(z.enum(['holidays', 'closures'])).exactOptional(),
  minutesDue: Target.exactOptional().describe('Delay of the minutes (compte rendu).'),
  tacitAfter: Target.exactOptional().describe('After it, minutes without remark are accepted.'),
})

const definitionOfMajor = z.strictObject({
  any: z
    .array(
      z.strictObject({
        users: wholeNumber(1).exactOptional(),
        site: z.union([z.literal('whole'), referenceIfDeclared('site')]).exactOptional(),
        service: referenceIfDeclared('service').exactOptional(),
        for: duration().exactOptional(),
        declaredBy: oneOrMany(reference('role')).exactOptional(),
      }),
    )
    .min(1),
})

const step = z
  .strictObject({
    after: duration().exactOptional().describe('Elapsed time since the declaration: PT30M.'),
    at: percentage().exactOptional().describe('Share of the target used: 75%.'),
    unless: z
      .enum(['acknowledged', 'started', 'workaround', 'restored', 'resolved', 'closed'])
      .exactOptional()
      .describe('Nothing is sent once this milestone is reached.'),
    notify: z.array(reference('role')).min(1),
    channel: text().exactOptional(),
    ackWithin: duration().exactOptional(),
  })
  .refine(
    ({ after, at }) => (after === undefined) !== (at === undefined),
    rule(
      'when-of-the-step',
      'une étape commence après une durée (after) ou à une part du délai (at), l’une des deux',
      'a step starts after a duration (after) or at a share of the target (at), one of the two',
      [],
      localise('after: PT30M ou at: 75%', 'after: PT30M or at: 75%'),
    ),
  )

const escalation = z.strictObject({
  id: declared('escalation'),
  label: text().exactOptional(),
  clause: identifier().exactOptional(),
  when: z
    .strictObject({ major: z.boolean().exactOptional(), ...When.shape })
    .exactOptional()
    .describe('What is escalated: a declared major incident, or a box of tickets.'),
  definition: definitionOfMajor.exactOptional().describe('What makes an incident a major one.'),
  steps: z.array(step).min(1),
  updates: duration().exactOptional().describe('A status update is owed at this interval while it lasts.'),
  reviewDue: Target.exactOptional().describe('Post-incident review.'),
})

/** Chapter 4: who decides, when they meet, who is told (gouvernance). Read and validated; executed by that chapter. */
export const GovernanceChapter = z
  .strictObject({
    roles: z.array(role).exactOptional(),
    committees: z.array(committee).exactOptional(),
    escalation: z.array(escalation).exactOptional(),
    raci: z
      .array(RaciRow)
      .exactOptional()
      .describe('Who does, answers for, is consulted, is told: one row an activity.'),
    personalData: PersonalData.exactOptional().describe(
      'Personal data (GDPR article 28); `none` where there are none.',
    ),
    security: SecurityTerms.exactOptional(),
    audit: AuditTerms.exactOptional(),
    subcontractors: z.array(Subcontractor).exactOptional().describe('An empty list: there are none.'),
    criticalFunction: z
      .boolean()
      .exactOptional()
      .describe('Whether the services support a critical or important function of a financial entity (DORA).'),
    dora: DoraItems.exactOptional().describe('What DORA article 30 asks of the contract.'),
  })
  .meta({ id: 'GovernanceChapter', description: 'Chapter 4, governance (gouvernance).' })
export type GovernanceChapter = z.output<typeof GovernanceChapter>
