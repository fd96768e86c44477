import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { Party } from '../base/clause/codes.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, reference, text } from '../base/clause/identifiers.ts'
import { amount } from '../base/clause/quantities.ts'
import { Target } from '../base/clause/target.ts'

const dataSet = z.strictObject({
  id: declared('exit-data'),
  label: text().exactOptional(),
  system: text().exactOptional(),
  format: text().exactOptional().describe('Format of the export.'),
  custodian: z.enum(['client', 'provider', 'third-party']).exactOptional(),
  restituteWithin: duration().exactOptional(),
  erase: z
    .strictObject({ within: duration(), certificate: z.boolean().exactOptional() })
    .exactOptional()
    .describe('Erasure after restitution, with or without a certificate.'),
})

const knowledge = z.strictObject({
  id: declared('knowledge'),
  label: text().exactOptional(),
  kind: z.enum(['document', 'secret', 'skill', 'access']).exactOptional(),
  holder: Party.exactOptional(),
  reviewEvery: duration().exactOptional(),
})

const step = z.strictObject({
  id: declared('schedule-step'),
  label: text().exactOptional(),
  duration: Target,
  after: z.array(reference('schedule-step')).exactOptional().describe('The steps that end before this one starts.'),
})

const switchingCharge = z.strictObject({
  from: civilDate().exactOptional(),
  to: civilDate().exactOptional().describe('First day after.'),
  charge: z
    .union([z.enum(['none', 'cost-only']), z.strictObject({ amount: amount() })], 'a-switching-charge' satisfies Form)
    .describe('none | cost-only (no more than it costs the provider) | { amount: 500.00 }.'),
  parallelUse: z
    .boolean()
    .exactOptional()
    .describe('Only the transfer of data out while both providers are used in parallel.'),
})

const cloud = z.strictObject({
  clause: identifier().exactOptional(),
  services: z
    .array(reference('service'))
    .min(1)
    .exactOptional()
    .describe('The services it is about; absent: those that are marked `cloud`.'),
  switchingNotice: duration().exactOptional().describe('Notice to switch provider: at most P2M (Data Act 25).'),
  transition: duration().exactOptional().describe('Transition after the notice: P30D.'),
  retrieval: duration().exactOptional().describe('Time to retrieve data after the transition: at least P30D.'),
  charges: z.array(switchingCharge).exactOptional().describe('What switching costs, by period.'),
  erasure: z
    .enum(['at-end', 'after-transition', 'after-retrieval', 'after-acceptance'])
    .exactOptional()
    .describe('When the provider erases the data.'),
})

const asset = z.strictObject({
  id: declared('exit-asset'),
  label: text().exactOptional(),
  kind: z.enum(['tenant', 'domain', 'certificate', 'secret', 'licence', 'account', 'telephony', 'configuration']),
  owner: z.enum(['client', 'provider', 'third-party']).describe('Whose it is, whoever administers it.'),
  transfer: text().exactOptional().describe('How it passes to the successor.'),
})

const test = z.strictObject({
  date: civilDate(),
  result: z.enum(['passed', 'partial', 'failed']),
  label: text().exactOptional(),
  evidence: text().exactOptional(),
})

/** Chapter 5: how the client leaves (réversibilité). Read and validated; executed by that chapter. */
export const ExitChapter = z
  .strictObject({
    clause: identifier().exactOptional(),
    triggers: z
      .array(z.enum(['expiry', 'breach', 'convenience', 'insolvency', 'partial', 'change-of-control', 'force-majeure']))
      .exactOptional(),
    planUpdatedOn: civilDate().exactOptional(),
    opensBeforeEnd: duration().exactOptional().describe('How long before the end the exit phase opens.'),
    decisionTime: duration().exactOptional().describe('Time to choose where to go, before the exit phase opens: P1M.'),
    price: z.union([z.literal('included'), reference('price-item')]).exactOptional(),
    destinations: z.array(z.enum(['successor', 'in-house', 'partial'])).exactOptional(),
    data: z.array(dataSet).exactOptional().describe('Data to give back (restitution des données).'),
    knowledge: z.array(knowledge).exactOptional().describe('Documents, secrets, skills to hand over.'),
    schedule: z.array(step).exactOptional().describe('Transition schedule, with its dependencies.'),
    assets: z
      .array(asset)
      .exactOptional()
      .describe('Tenants, domains, certificates, secrets, licences: whose they are, how they pass on.'),
    acceptance: z
      .array(z.strictObject({ id: declared('acceptance-criterion'), criterion: text() }))
      .exactOptional()
      .describe('When the exit is accepted (recette).'),
    drill: z.strictObject({ every: duration() }).exactOptional().describe('Test of the exit (test de réversibilité).'),
    tests: z.array(test).exactOptional().describe('The tests that were made, dated.'),
    support: z
      .strictObject({
        for: duration(),
        price: z.union([z.literal('included'), reference('price-item')]).exactOptional(),
      })
      .exactOptional()
      .describe('Support after the end.'),
    cloud: cloud.exactOptional().describe('Switching of cloud services: Regulation (EU) 2023/2854 (Data Act).'),
  })
  .meta({ id: 'ExitChapter', description: 'Chapter 5, reversibility (réversibilité).' })
export type ExitChapter = z.output<typeof ExitChapter>
