import * as z from 'zod'
import { civilDate } from '../base/clause/civil-time.ts'
import type { Form } from '../base/clause/forms.ts'
import { identifier, text } from '../base/clause/identifiers.ts'
import { wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { localise } from '../base/localise.ts'
import { FormatVersion } from './contract-schema.ts'
import { JSON_POINTER } from './json-pointer.ts'

const pointer = () =>
  z
    .string('a-json-pointer' satisfies Form)
    .regex(JSON_POINTER, 'a-json-pointer' satisfies Form)
    .describe('JSON Pointer (RFC 6901): /commitments/targets/2/target/hours.')

const value = z
  .custom<unknown>((given) => given !== undefined, 'a-value' satisfies Form)
  .meta({ description: 'The value to add, to replace with, or to compare.' })

const change = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['add', 'replace', 'test']), path: pointer(), value }),
  z.strictObject({ op: z.literal('remove'), path: pointer() }),
  z.strictObject({ op: z.enum(['move', 'copy']), from: pointer(), path: pointer() }),
])

/** An amendment file (avenant): dated changes of one contract, as a JSON Patch (RFC 6902). */
export const AmendmentDocument = z
  .strictObject({
    $schema: text().exactOptional().describe('Where this schema is published, for editors of JSON.'),
    vigie: FormatVersion,
    amends: identifier().describe('Id of the contract.'),
    number: wholeNumber(1).describe('1 for the first amendment of the contract, then one more each time.'),
    effectiveFrom: civilDate().describe('First day in force, from 00:00 in the contract’s zone.'),
    signedOn: civilDate(),
    summary: text().exactOptional().describe('What changes, in a sentence.'),
    changes: z
      .array(change)
      .min(1)
      .describe('In order; a change through a list index comes after a test of that element’s id.'),
  })
  .refine(
    ({ signedOn, effectiveFrom }) => signedOn <= effectiveFrom,
    rule(
      'effective-before-signature',
      'cet avenant prend effet avant sa signature',
      'this amendment takes effect before it is signed',
      ['effectiveFrom'],
      localise('la date de signature ou une date après elle', 'the date of signature or a date after it'),
    ),
  )
export type AmendmentDocument = z.output<typeof AmendmentDocument>
