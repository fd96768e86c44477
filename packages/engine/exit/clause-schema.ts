import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { Party } from '../base/clause/codes.ts'
import { declared, reference, text } from '../base/clause/identifiers.ts'
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

/** Chapter 5: how the client leaves (réversibilité). Read and validated; executed by that chapter. */
export const ExitChapter = z
  .strictObject({
    triggers: z
      .array(z.enum(['expiry', 'breach', 'convenience', 'insolvency', 'partial', 'change-of-control', 'force-majeure']))
      .exactOptional(),
    planUpdatedOn: civilDate().exactOptional(),
    opensBeforeEnd: duration().exactOptional().describe('How long before the end the exit phase opens.'),
    price: z.union([z.literal('included'), reference('price-item')]).exactOptional(),
    destinations: z.array(z.enum(['successor', 'in-house', 'partial'])).exactOptional(),
    data: z.array(dataSet).exactOptional().describe('Data to give back (restitution des données).'),
    knowledge: z.array(knowledge).exactOptional().describe('Documents, secrets, skills to hand over.'),
    schedule: z.array(step).exactOptional().describe('Transition schedule, with its dependencies.'),
    drill: z.strictObject({ every: duration() }).exactOptional().describe('Test of the exit (test de réversibilité).'),
  })
  .meta({ id: 'ExitChapter', description: 'Chapter 5, reversibility (réversibilité).' })
export type ExitChapter = z.output<typeof ExitChapter>
