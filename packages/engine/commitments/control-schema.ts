import * as z from 'zod'
import { duration } from '../base/clause/civil-time.ts'
import { Recurrence } from '../base/clause/codes.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, reference, referenceIfDeclared, text } from '../base/clause/identifiers.ts'
import { percentageUpTo100, wholeNumber } from '../base/clause/quantities.ts'
import { rule } from '../base/clause/rule.ts'
import { parseDuration } from '../base/duration.ts'
import { localise } from '../base/localise.ts'
import { Obligation } from './obligation-schema.ts'

/** Clause kind: a recurring control, a commitment over facts: backup, restore test, patch delay, account review… */
export const ControlClause = z
  .strictObject({
    id: declared('commitment'),
    clause: identifier().exactOptional(),
    label: text().exactOptional(),
    control: identifier().describe('The word that control facts carry in `control`: backup, patch…'),
    population: z
      .strictObject({ assetClass: referenceIfDeclared('asset-class').exactOptional() })
      .catchall(z.union([text(), z.array(text()).min(1)], 'a-text-or-a-list' satisfies Form))
      .exactOptional()
      .describe('What each owes its proof: { assetClass: server }… Absent: one proof for each recurrence.'),
    every: duration().exactOptional().describe('How often: P1D. Recurrences begin with the contract.'),
    within: duration().exactOptional().describe('How soon after the need, or after each beginning of `every`: P14D.'),
    tolerance: duration()
      .exactOptional()
      .describe('Age that the last good result may have when a recurrence ends: PT26H.'),
    atLeast: percentageUpTo100().exactOptional().describe('Share of good results. Default: 100%.'),
    over: Recurrence.exactOptional().describe('Period of judgement. Default: the period asked.'),
    unknown: z
      .enum(['missed', 'excluded', 'met'])
      .exactOptional()
      .describe('What an absent fact counts as. Default: missed.'),
    obligation: Obligation.exactOptional(),
    evidence: text()
      .exactOptional()
      .describe('What proves it: log, report… A result without evidence is then no success.'),
  })
  .refine(
    ({ every, within }) => every !== undefined || within !== undefined,
    rule(
      'no-frequency',
      'un contrôle dit sa fréquence (every) ou son délai (within)',
      'a control states how often (every) or how soon (within)',
      [],
      localise('every: P1D ou within: P14D', 'every: P1D or within: P14D'),
    ),
  )
  .refine(
    ({ every }) => every === undefined || isAtLeastAMinute(every),
    rule(
      'frequency-too-short',
      'un contrôle ne revient pas plus souvent que chaque minute',
      'a control does not come back more often than every minute',
      ['every'],
      localise('P1D, P3M, PT1H', 'P1D, P3M, PT1H'),
    ),
  )
export type ControlClause = z.output<typeof ControlClause>

function isAtLeastAMinute(text: string): boolean {
  const every = parseDuration(text)
  return every === undefined || every.months > 0 || every.days > 0 || every.milliseconds >= 60_000
}

/** What must be up for a service to be up: a component, or a rule over parts. */
export type ServiceExpression =
  | string
  | { readonly any: readonly ServiceExpression[] }
  | { readonly all: readonly ServiceExpression[] }
  | { readonly atLeast: number; readonly of: readonly ServiceExpression[] }

const ServiceExpression: z.ZodType<ServiceExpression> = z
  .union(
    [
      identifier(),
      z.strictObject({
        get all() {
          return parts()
        },
      }),
      z.strictObject({
        get any() {
          return parts()
        },
      }),
      z.strictObject({
        atLeast: wholeNumber(1),
        get of() {
          return parts()
        },
      }),
    ],
    'a-service-expression' satisfies Form,
  )
  .meta({ id: 'ServiceExpression' })

function parts(): z.ZodType<readonly ServiceExpression[]> {
  return z.array(ServiceExpression).min(1)
}

/** A service, and what must be up for it to be up. */
export const ServiceClause = z.strictObject({
  id: declared('service'),
  label: text().exactOptional(),
  expression: ServiceExpression.describe('{ all: [a, { any: [b, c] }] }: the names of components in outage facts.'),
  hours: reference('calendar').exactOptional().describe('The hours of use that the service is promised for.'),
  rto: duration().exactOptional().describe('Longest time to be up again after a disaster (DMIA): PT4H.'),
  rpo: duration().exactOptional().describe('Most work lost by a disaster, as a time (PDMA): PT24H.'),
  supplier: z
    .enum(['provider', 'third-party'])
    .exactOptional()
    .describe('Who supplies it: the provider itself, or a third party that it only administers.'),
  cloud: z
    .boolean()
    .exactOptional()
    .describe('A data processing service in the sense of Regulation (EU) 2023/2854 (Data Act).'),
})
export type ServiceClause = z.output<typeof ServiceClause>
