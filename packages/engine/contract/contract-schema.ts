import * as z from 'zod'
import { civilDate } from '../base/clause/civil-time.ts'
import { declared, text } from '../base/clause/identifiers.ts'
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
import { AcceptedFindings } from './accepted-schema.ts'
import { ClausePlaces } from './clause-places-schema.ts'
import { ContractHeader } from './header-schema.ts'

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
  contract: ContractHeader.describe('Identity, parties, dates of the contract.'),
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
  clauses: ClausePlaces.exactOptional().describe(
    'Where each clause stands in the signed document, by its number: page, words.',
  ),
  accepted: AcceptedFindings.exactOptional().describe(
    'Findings of `vigie lint` that the parties accept, each with a reason and an end.',
  ),
})
export type ContractDocument = z.output<typeof ContractDocument>
