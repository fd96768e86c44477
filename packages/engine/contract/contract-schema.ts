import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { currency, sha256, siren } from '../base/clause/codes.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, text } from '../base/clause/identifiers.ts'
import { wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { digitsOf } from '../base/document/plain-value.ts'
import { localise } from '../base/localise.ts'
import { CalendarDefinition } from '../calendar/schema.ts'
import { CommitmentsChapter } from '../commitments/clause-schema.ts'
import { EvolutionChapter } from '../evolution/clause-schema.ts'
import { ExitChapter } from '../exit/clause-schema.ts'
import { FollowUpChapter } from '../follow-up/clause-schema.ts'
import { GovernanceChapter } from '../governance/clause-schema.ts'
import { ScopeChapter } from '../scope/clause-schema.ts'

/** `vigie: 1`: the version of the format itself. */
export const FormatVersion = z
  .custom<symbol>(
    (value) => digitsOf(value) === '1',
    rule(
      'other-format-version',
      'cette version du format n’est pas connue de ce programme : vigie: 1',
      'this version of the format is not known to this program: vigie: 1',
      [],
      localise('vigie: 1', 'vigie: 1'),
    ),
  )
  .meta({ const: 1, description: 'Version of the contract format.' })

const party = {
  name: text(),
  siren: siren().exactOptional(),
  status: z.enum(['professional', 'non-professional', 'consumer', 'public']).exactOptional(),
}

const transcription = z.strictObject({
  file: text().describe('The signed document, which prevails.'),
  sha256: sha256(),
  signedOn: civilDate(),
})

const authority = z
  .union([z.literal('contract'), z.strictObject({ transcription }), transcription], 'an-authority' satisfies Form)
  .transform((value) => (typeof value === 'object' && 'transcription' in value ? value.transcription : value))

const term = z
  .strictObject({
    initial: duration().describe('Initial term: P36M.'),
    renewal: z
      .strictObject({
        mode: z.enum(['tacit', 'express', 'none']),
        for: duration().exactOptional(),
        times: wholeNumber(1).exactOptional().describe('How often at most; absent: without limit.'),
      })
      .exactOptional(),
    notice: duration().exactOptional().describe('Notice of non-renewal (préavis): P3M.'),
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

const document = z.strictObject({
  id: declared('document'),
  rank: wholeNumber(1).exactOptional().describe('Order of precedence (ordre de préséance): 1 prevails.'),
  label: text().exactOptional(),
  file: text().exactOptional(),
  sha256: sha256().exactOptional(),
})

const header = z.strictObject({
  id: identifier().describe('Stable name of the contract; amendments name it in `amends`.'),
  title: text().exactOptional().describe('Default: the id.'),
  language: z.enum(['fr', 'en']).exactOptional().describe('Language of reports. Default: fr.'),
  timeZone: z.string('a-time-zone' satisfies Form).describe('IANA zone of periods, dates and deadlines: Europe/Paris.'),
  currency: currency().exactOptional().describe('ISO 4217. Default: EUR.'),
  parties: z
    .strictObject({ client: z.strictObject(party).exactOptional(), provider: z.strictObject(party).exactOptional() })
    .exactOptional(),
  authority: authority
    .exactOptional()
    .describe('What prevails: this file, or the signed document that it transcribes.'),
  signedOn: civilDate().exactOptional(),
  effectiveFrom: civilDate().describe('First day in force, from 00:00 in the contract’s zone.'),
  term: term.exactOptional(),
  documents: z.array(document).exactOptional().describe('The documents of the contract, in order of precedence.'),
  notice: z
    .strictObject({ fr: text(), en: text() })
    .exactOptional()
    .describe('What a reader must know before any figure; every report says it: targets of a trial, for instance.'),
})

const phase = z
  .strictObject({
    id: declared('phase'),
    label: text().exactOptional(),
    from: civilDate(),
    to: civilDate().exactOptional().describe('First day after the phase.'),
    penalties: z.enum(['waived', 'due']),
  })
  .refine(
    ({ from, to }) => to === undefined || from < to,
    rule(
      'phase-backwards',
      'cette phase se termine avant de commencer',
      'this phase ends before it starts',
      ['to'],
      localise('une date après celle de from', 'a date after that of from'),
    ),
  )

/** A contract file, format v1. Its top-level keys are the chapters' rooms. */
export const ContractDocument = z.strictObject({
  $schema: text().exactOptional().describe('Where this schema is published, for editors of JSON.'),
  vigie: FormatVersion,
  contract: header.describe('Identity, parties, dates of the contract.'),
  calendars: z
    .record(declared('calendar'), CalendarDefinition)
    .exactOptional()
    .describe('Support hours and agreed service times, by id.'),
  scope: ScopeChapter.exactOptional(),
  commitments: CommitmentsChapter.exactOptional(),
  phases: z.array(phase).exactOptional().describe('Phases of the contract; each says whether penalties are due.'),
  followUp: FollowUpChapter.exactOptional(),
  governance: GovernanceChapter.exactOptional(),
  exit: ExitChapter.exactOptional(),
  evolution: EvolutionChapter.exactOptional(),
})
export type ContractDocument = z.output<typeof ContractDocument>
