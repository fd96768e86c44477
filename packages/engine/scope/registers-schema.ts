import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { declared, identifier, reference, text } from '../base/clause/identifiers.ts'
import { amount, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { localise } from '../base/localise.ts'

/** In whose name a thing is: what the provider holds has to be handed over at the exit. */
export const Holder = z.enum(['client', 'provider', 'third-party'])
export type Holder = z.output<typeof Holder>

const holder = () => Holder.describe('In whose name it is; what the provider holds is a risk at the exit.')
const until = () => civilDate().describe('Last day on which it holds.')

const application = z.strictObject({
  id: declared('application'),
  label: text(),
  editor: text().describe('Who publishes it (éditeur).'),
  supportContract: reference('third-party-contract')
    .exactOptional()
    .describe('The third-party contract under which its editor supports it.'),
  supportUntil: civilDate().exactOptional().describe('Last day on which its editor supports it.'),
  owner: text().describe('Who answers for it at the client: a role or a department.'),
  hosting: z.enum(['on-premises', 'provider', 'saas', 'client-cloud']).describe('Where it runs.'),
  personalData: z.boolean().exactOptional().describe('Whether it holds personal data.'),
})

const thirdPartyContract = z
  .strictObject({
    id: declared('third-party-contract'),
    label: text(),
    supplier: text(),
    holder: holder(),
    from: civilDate().exactOptional(),
    until: until().exactOptional(),
    notice: duration().exactOptional().describe('Notice of non-renewal (préavis): P3M.'),
    renewal: z.enum(['tacit', 'express']).exactOptional().describe('tacit: it goes on unless notice is given in time.'),
    reference: text().exactOptional().describe('Number of the contract at the supplier.'),
    monthlyCost: amount().exactOptional(),
  })
  .refine(
    ({ from, until }) => from === undefined || until === undefined || from <= until,
    rule(
      'ends-before-start',
      'ce contrat se termine avant de commencer',
      'this contract ends before it starts',
      ['until'],
      localise('une date qui ne précède pas celle de from', 'a date that is not before that of from'),
    ),
  )
  .refine(
    ({ notice }) => notice === undefined || !/T/.test(notice),
    rule(
      'civil-time-needed',
      'un préavis se compte en jours, mois ou années',
      'a notice is in days, months or years',
      ['notice'],
      localise('P3M, P30D', 'P3M, P30D'),
    ),
  )

const licence = z.strictObject({
  id: declared('licence'),
  label: text(),
  editor: text().exactOptional(),
  quantity: wholeNumber().exactOptional(),
  holder: holder(),
  until: until().exactOptional(),
})

const warranty = z.strictObject({
  id: declared('warranty'),
  label: text().exactOptional(),
  assetClass: reference('asset-class').exactOptional(),
  asset: identifier().exactOptional().describe('The asset, as the inventory names it.'),
  supplier: text().exactOptional(),
  holder: holder(),
  until: until(),
})

const domain = z.strictObject({
  id: declared('domain'),
  name: text().describe('example.fr'),
  registrar: text().exactOptional(),
  holder: holder(),
  until: until(),
})

const certificate = z.strictObject({
  id: declared('certificate'),
  name: text().describe('The name that it certifies: www.example.fr.'),
  issuer: text().exactOptional(),
  holder: holder(),
  until: until(),
})

/** What ends one day, who holds it: registers of the scope (registres). */
export const Registers = z
  .strictObject({
    applications: z.array(application).exactOptional().describe('Applications: editor, support, owner, hosting.'),
    thirdPartyContracts: z
      .array(thirdPartyContract)
      .exactOptional()
      .describe('Contracts with others: telecoms, software support, leasing…'),
    licences: z.array(licence).exactOptional(),
    warranties: z.array(warranty).exactOptional(),
    domains: z.array(domain).exactOptional().describe('Domain names.'),
    certificates: z.array(certificate).exactOptional(),
  })
  .meta({ id: 'Registers', description: 'Registers of the scope: what ends when, in whose name.' })
export type Registers = z.output<typeof Registers>
