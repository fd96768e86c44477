import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { country, Party, Recurrence } from '../base/clause/codes.ts'
import { declared, identifier, oneOrMany, reference, text } from '../base/clause/identifiers.ts'
import { amount, decimal, percentage, positiveDecimal, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { Target } from '../base/clause/target.ts'
import { localise } from '../base/localise.ts'
import { Registers } from './registers-schema.ts'

/** Who works for the provider: its own people, or those of a subcontractor (sous-traitant). */
const Staff = z.enum(['own-staff', 'subcontractor'])

const site = z.strictObject({
  id: declared('site').describe('Stable name of the site; tickets carry it in `site`.'),
  label: text().exactOptional(),
  country: country().exactOptional().describe('ISO 3166-1 alpha-2.'),
  postalCode: text().exactOptional().describe('In quotes: "69003".'),
  department: text()
    .exactOptional()
    .describe('French department, in quotes: "69", "2A", "974". Default: that of the postal code.'),
  onsite: z.boolean().exactOptional().describe('Whether the provider comes on site.'),
  travel: duration().exactOptional().describe('Usual travel time of the provider: PT1H.'),
})

const providerZone = z.strictObject({
  id: declared('provider-zone'),
  label: text().exactOptional(),
  departments: z.array(text()).min(1).exactOptional().describe('French departments, in quotes: ["69", "2A"].'),
  postalPrefixes: z
    .array(identifier())
    .min(1)
    .exactOptional()
    .describe('First characters of postal codes, in quotes: ["75", "921"]. More specific than a department.'),
  countries: z.array(country()).min(1).exactOptional().describe('Whole countries, ISO 3166-1 alpha-2.'),
  overseas: z.boolean().exactOptional().describe('French overseas departments and territories (971–978, 98x).'),
  onsite: z
    .strictObject({ within: Target })
    .exactOptional()
    .describe('Delay of an on-site visit (délai d’intervention sur site).'),
  price: reference('price-item').exactOptional().describe('Item of the price book for a visit; absent: in the fee.'),
  by: Staff.exactOptional().describe('Who comes.'),
  subcontractor: text().exactOptional().describe('Name of the subcontractor that comes.'),
})

const desk = z.strictObject({
  country: country().describe('Country that the desk answers from.'),
  place: text().exactOptional(),
  staff: Staff,
  calendar: reference('calendar').exactOptional().describe('Hours of the desk.'),
})

const dataLocation = z.strictObject({
  id: declared('data-location'),
  label: text().exactOptional(),
  country: country(),
  kind: z.enum(['desk', 'data', 'backup', 'administration']).describe('What is done or kept there.'),
})

const statedQuantity = z.strictObject({
  quantity: wholeNumber(),
  asOf: civilDate(),
  source: text(),
  document: reference('document').exactOptional().describe('The document of the contract that states it.'),
})

const assetClass = z.strictObject({
  id: declared('asset-class').describe('Stable name of the class; tickets carry it in `assetClass`.'),
  label: text().exactOptional(),
  quantity: wholeNumber().exactOptional().describe('How many, on `asOf`, according to `source`.'),
  asOf: civilDate().exactOptional(),
  source: text().exactOptional().describe('Where the quantity comes from: inventory, tenant, declared…'),
  quantities: z
    .array(statedQuantity)
    .exactOptional()
    .describe('What other documents state, each with its date and source.'),
  billedBy: reference('price-item').exactOptional().describe('Item of the price book that bills it (billing driver).'),
  unit: text().exactOptional().describe('What one of it is: workstation, account, terabyte.'),
})

const intervention = z.strictObject({
  id: declared('intervention').describe('Stable name of the type; tickets carry it in `intervention`.'),
  label: text().exactOptional(),
  kinds: z
    .array(z.enum(['incident', 'request', 'change', 'problem', 'alert']))
    .min(1)
    .exactOptional()
    .describe('Kinds of ticket that are of this type.'),
})

const profile = z.strictObject({
  id: declared('profile'),
  label: text().exactOptional(),
  users: wholeNumber().exactOptional().describe('How many people have it.'),
  entitlement: z
    .strictObject({
      label: text().exactOptional(),
      interventions: z.array(reference('intervention')).min(1).exactOptional().describe('What they may ask for.'),
      channels: z.array(text()).min(1).exactOptional().describe('How they may ask.'),
      calendar: reference('calendar').exactOptional().describe('When they may ask.'),
    })
    .exactOptional()
    .describe('Who may call, for what, how and when (droit d’appel).'),
})

const mode = z.strictObject({
  id: declared('mode'),
  label: text().exactOptional(),
  onsite: z
    .boolean()
    .exactOptional()
    .describe('Whether somebody comes: provider zones then apply. Default: true for the id `onsite`, else false.'),
})

const box = z
  .object({
    assetClass: oneOrMany(reference('asset-class')).exactOptional(),
    site: oneOrMany(reference('site')).exactOptional(),
    profile: oneOrMany(reference('profile')).exactOptional(),
    intervention: oneOrMany(reference('intervention')).exactOptional(),
    mode: oneOrMany(reference('mode')).exactOptional(),
  })
  .catchall(oneOrMany(identifier()))

const prerequisite = z.strictObject({
  id: declared('prerequisite'),
  label: text().exactOptional(),
  by: Party.exactOptional().describe('Who owes it.'),
  when: box.exactOptional().describe('The cells that need it; absent: all.'),
  remedyWithin: Target.exactOptional().describe('Time to meet it again once it is found unmet.'),
})

const quota = z.strictObject({
  count: wholeNumber().describe('How much is included in each period.'),
  over: Recurrence,
  unit: z.enum(['visit', 'hour', 'ticket']).exactOptional().describe('What is counted. Default: ticket.'),
  beyond: z
    .strictObject({
      then: z.enum(['on-demand', 'excluded', 'client', 'third-party']),
      price: reference('price-item').exactOptional(),
      by: text().exactOptional(),
    })
    .describe('What holds once the quota is used up: { then: on-demand, price: ONSITE-VISIT }.'),
})

const scopeRule = z.strictObject({
  id: declared('scope-rule'),
  clause: identifier().exactOptional().describe('Number of the clause in the document, in quotes: "1.1".'),
  label: text().exactOptional(),
  when: box
    .exactOptional()
    .describe('The cells that the rule decides, by dimension (also those of `dimensions`); unnamed means all values.'),
  then: z
    .enum(['included', 'on-demand', 'excluded', 'client', 'third-party'])
    .describe('included (au forfait) | on-demand (hors forfait, sur devis) | excluded | client | third-party.'),
  price: reference('price-item').exactOptional().describe('Item of the price book, for on-demand.'),
  by: text().exactOptional().describe('Who does it, for third-party.'),
  overrides: z.array(reference('scope-rule')).min(1).exactOptional().describe('The rules that this one beats.'),
  quota: quota.exactOptional().describe('How much of it is included in each period, and what holds beyond.'),
})

const drift = z.strictObject({
  measuredOn: z.enum(['first-day-of-month', 'last-day-of-month']).exactOptional(),
  band: percentage().exactOptional().describe('Tolerated drift of quantities: 5%.'),
  step: wholeNumber(1).exactOptional().describe('Quantities move by this step.'),
})

const projectThreshold = z
  .strictObject({
    days: positiveDecimal().exactOptional(),
    hours: positiveDecimal().exactOptional(),
    amount: decimal().exactOptional(),
    beyond: reference('price-item').exactOptional().describe('Item of the price book for what is above it.'),
  })
  .refine(
    ({ days, hours, amount }) => days !== undefined || hours !== undefined || amount !== undefined,
    rule(
      'missing-threshold',
      'le seuil ne dit ni jours, ni heures, ni montant',
      'the threshold states no days, hours or amount',
      [],
      localise(
        '{ days: 0.5 }, { hours: 4 } ou { amount: 500.00 }',
        '{ days: 0.5 }, { hours: 4 } or { amount: 500.00 }',
      ),
    ),
  )

const namedValue = z.strictObject({ id: identifier(), label: text().exactOptional() })

const approval = z.strictObject({
  by: reference('role').describe('Who accepts out-of-fee work before it is done.'),
  estimate: z.enum(['required', 'optional']),
  above: amount().exactOptional().describe('Amount above which it is needed; absent: always.'),
})

/** Chapter 1: what is covered, where, for whom (périmètre). Read and validated; decided by the scope chapter. */
export const ScopeChapter = z
  .strictObject({
    sites: z.array(site).exactOptional(),
    providerZones: z
      .array(providerZone)
      .exactOptional()
      .describe('Where the provider serves, how fast, at what fee, by whom.'),
    assetClasses: z.array(assetClass).exactOptional().describe('Classes of assets; quantities are dated and sourced.'),
    drift: drift.exactOptional().describe('Drift of quantities (dérive de périmètre).'),
    exclusions: z.array(text()).exactOptional().describe('What is out of scope (hors périmètre).'),
    projectThreshold: projectThreshold.exactOptional().describe('Above it: estimate, approval, order.'),
    approval: approval.exactOptional().describe('Who accepts work outside the fee, on which estimate.'),
    desk: desk.exactOptional().describe('Where the service desk is, and who staffs it.'),
    dataLocations: z.array(dataLocation).exactOptional().describe('Where data are kept and administered.'),
    prerequisites: z.array(prerequisite).exactOptional(),
    interventions: z.array(intervention).exactOptional().describe('Types of intervention.'),
    profiles: z.array(profile).exactOptional().describe('User profiles.'),
    modes: z.array(mode).exactOptional().describe('Modes of intervention: remote, on site…'),
    dimensions: z
      .record(identifier(), z.array(z.union([identifier(), namedValue])).min(1))
      .exactOptional()
      .describe('Further dimensions of a cell, each with its values; the `when` of a rule names them too.'),
    rules: z
      .array(scopeRule)
      .exactOptional()
      .describe('A cell = asset class × site × profile × intervention × mode (× further dimensions).'),
    registers: Registers.exactOptional().describe(
      'Applications, third-party contracts, licences, warranties, domains, certificates.',
    ),
  })
  .meta({ id: 'ScopeChapter', description: 'Chapter 1, scope (périmètre).' })
export type ScopeChapter = z.output<typeof ScopeChapter>
