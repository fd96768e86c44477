import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { country, Party } from '../base/clause/codes.ts'
import { declared, identifier, oneOrMany, reference, text } from '../base/clause/identifiers.ts'
import { decimal, percentage, positiveDecimal, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { Target } from '../base/clause/target.ts'
import { localise } from '../base/localise.ts'

const site = z.strictObject({
  id: declared('site').describe('Stable name of the site; tickets carry it in `site`.'),
  label: text().exactOptional(),
  country: country().exactOptional().describe('ISO 3166-1 alpha-2.'),
  postalCode: text().exactOptional().describe('In quotes: "69003".'),
  onsite: z.boolean().exactOptional().describe('Whether the provider comes on site.'),
  travel: duration().exactOptional().describe('Usual travel time of the provider: PT1H.'),
})

const providerZone = z.strictObject({
  id: declared('provider-zone'),
  label: text().exactOptional(),
  departments: z.array(text()).min(1).exactOptional().describe('French departments, in quotes: ["69", "2A"].'),
  countries: z.array(country()).min(1).exactOptional(),
  onsite: z
    .strictObject({ within: Target })
    .exactOptional()
    .describe('Delay of an on-site visit (délai d’intervention sur site).'),
  price: reference('price-item').exactOptional().describe('Item of the price book for a visit; absent: in the fee.'),
  by: z.enum(['own-staff', 'subcontractor']).exactOptional().describe('Who comes.'),
})

const assetClass = z.strictObject({
  id: declared('asset-class').describe('Stable name of the class; tickets carry it in `assetClass`.'),
  label: text().exactOptional(),
  quantity: wholeNumber().exactOptional().describe('How many, on `asOf`, according to `source`.'),
  asOf: civilDate().exactOptional(),
  source: text().exactOptional().describe('Where the quantity comes from: inventory, tenant, declared…'),
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

const named = (kind: 'profile' | 'mode') => z.strictObject({ id: declared(kind), label: text().exactOptional() })

const prerequisite = z.strictObject({
  id: declared('prerequisite'),
  label: text().exactOptional(),
  by: Party.exactOptional().describe('Who owes it.'),
})

const scopeRule = z.strictObject({
  id: declared('scope-rule'),
  clause: identifier().exactOptional().describe('Number of the clause in the document, in quotes: "1.1".'),
  label: text().exactOptional(),
  when: z
    .strictObject({
      assetClass: oneOrMany(reference('asset-class')).exactOptional(),
      site: oneOrMany(reference('site')).exactOptional(),
      profile: oneOrMany(reference('profile')).exactOptional(),
      intervention: oneOrMany(reference('intervention')).exactOptional(),
      mode: oneOrMany(reference('mode')).exactOptional(),
    })
    .exactOptional()
    .describe('The cells that the rule decides; an unnamed dimension means all its values.'),
  // biome-ignore lint/suspicious/noThenProperty: `then` is the contract format's word for the outcome
  then: z
    .enum(['included', 'on-demand', 'excluded', 'client', 'third-party'])
    .describe('included (au forfait) | on-demand (hors forfait, sur devis) | excluded | client | third-party.'),
  price: reference('price-item').exactOptional().describe('Item of the price book, for on-demand.'),
  by: text().exactOptional().describe('Who does it, for third-party.'),
  overrides: z.array(reference('scope-rule')).min(1).exactOptional().describe('The rules that this one beats.'),
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
  })
  .refine(
    (threshold) => Object.keys(threshold).length > 0,
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
    prerequisites: z.array(prerequisite).exactOptional(),
    interventions: z.array(intervention).exactOptional().describe('Types of intervention.'),
    profiles: z.array(named('profile')).exactOptional().describe('User profiles.'),
    modes: z.array(named('mode')).exactOptional().describe('Modes of intervention: remote, on site…'),
    rules: z.array(scopeRule).exactOptional().describe('A cell = asset class × site × profile × intervention × mode.'),
  })
  .meta({ id: 'ScopeChapter', description: 'Chapter 1, scope (périmètre).' })
export type ScopeChapter = z.output<typeof ScopeChapter>
