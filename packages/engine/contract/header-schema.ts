import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { currency, sha256, siren } from '../base/clause/codes.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, text } from '../base/clause/identifiers.ts'
import { amount, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { localise } from '../base/localise.ts'

const party = {
  name: text(),
  siren: siren().exactOptional(),
  status: z
    .enum(['professional', 'non-professional', 'consumer', 'public'])
    .exactOptional()
    .describe('Whether it contracts as a professional; `public`: a public buyer.'),
}

const client = z.strictObject({
  ...party,
  sector: z
    .enum(['financial', 'health', 'public', 'other'])
    .exactOptional()
    .describe('Sector of the client, where a law of that sector bears on the contract: financial (DORA), health…'),
})

const transcription = z.strictObject({
  file: text().describe('The signed document, which prevails.'),
  sha256: sha256().describe('SHA-256 of that file.'),
  signedOn: civilDate(),
})

const authority = z
  .union([z.literal('contract'), z.strictObject({ transcription }), transcription], 'an-authority' satisfies Form)
  .transform((value) => (typeof value === 'object' && 'transcription' in value ? value.transcription : value))

const renewalMode = z.enum(['tacit', 'express', 'none'])

const term = z
  .strictObject({
    initial: duration().describe('Initial term: P36M.'),
    renewal: z
      .strictObject({
        mode: renewalMode,
        for: duration().exactOptional(),
        times: wholeNumber(1).exactOptional().describe('How often at most; absent: without limit.'),
      })
      .exactOptional(),
    notice: duration().exactOptional().describe('Notice of non-renewal (préavis): P3M.'),
    clause: identifier().exactOptional(),
  })
  .refine(
    ({ initial }) => !/^PT/.test(initial),
    rule(
      'civil-time-needed',
      'la durée d’un contrat se compte en jours, mois ou années',
      'a term is in days, months or years',
      ['initial'],
      localise('P36M, P3Y', 'P36M, P3Y'),
    ),
  )

const documentStates = z.strictObject({
  renewal: renewalMode.exactOptional(),
  notice: duration().exactOptional(),
  initial: duration().exactOptional(),
  earlyTermination: z.enum(['free', 'remaining-fees']).exactOptional(),
})

const document = z.strictObject({
  id: declared('document'),
  rank: wholeNumber(1).exactOptional().describe('Order of precedence (ordre de préséance): 1 prevails.'),
  label: text().exactOptional(),
  file: text().exactOptional(),
  sha256: sha256().exactOptional(),
  states: documentStates
    .exactOptional()
    .describe('What this document says of the term, where it may differ from `contract.term`.'),
  cites: z
    .array(text())
    .min(1)
    .exactOptional()
    .describe('General conditions or standards that it says apply: ["CCAG-TIC 2021"].'),
})

const earlyTermination = z.strictObject({
  clause: identifier().exactOptional(),
  label: text().exactOptional(),
  free: z.boolean().exactOptional().describe('Whether the clause calls it free (« sans pénalité »).'),
  notice: duration().exactOptional(),
  fee: z
    .union([z.enum(['none', 'remaining-fees']), z.strictObject({ amount: amount() })], 'a-fee-owed' satisfies Form)
    .exactOptional()
    .describe('What the client owes all the same: none, the fees that remain to the end of the term, an amount.'),
})

/** Identity, parties and dates of a contract: the key `contract` of its file. */
export const ContractHeader = z.strictObject({
  id: identifier().describe('Stable name of the contract; amendments name it in `amends`.'),
  title: text().exactOptional().describe('Default: the id.'),
  language: z.enum(['fr', 'en']).exactOptional().describe('Language of reports. Default: fr.'),
  timeZone: z.string('a-time-zone' satisfies Form).describe('IANA zone of periods, dates and deadlines: Europe/Paris.'),
  currency: currency().exactOptional().describe('ISO 4217. Default: EUR.'),
  parties: z
    .strictObject({ client: client.exactOptional(), provider: z.strictObject(party).exactOptional() })
    .exactOptional(),
  authority: authority
    .exactOptional()
    .describe('What prevails: this file, or the signed document that it transcribes.'),
  signedOn: civilDate().exactOptional(),
  effectiveFrom: civilDate().describe('First day in force, from 00:00 in the contract’s zone.'),
  term: term.exactOptional(),
  earlyTermination: earlyTermination
    .exactOptional()
    .describe('Leaving before the end for convenience (résiliation anticipée).'),
  documents: z.array(document).exactOptional().describe('The documents of the contract, in order of precedence.'),
  governedBy: z
    .array(text())
    .min(1)
    .exactOptional()
    .describe('General conditions or standards that govern the contract (référentiels): ["CCAG-TIC 2021"].'),
  definitions: z
    .record(identifier(), text())
    .exactOptional()
    .describe('Defined terms, with their meaning; `clauses` says where they are used.'),
  notice: z
    .strictObject({ fr: text(), en: text() })
    .exactOptional()
    .describe('What a reader must know before any figure; every report says it: targets of a trial, for instance.'),
})
export type ContractHeader = z.output<typeof ContractHeader>
