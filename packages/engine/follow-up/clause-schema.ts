import * as z from 'zod'
import { duration } from '../base/clause/civil-time.ts'
import { Recurrence } from '../base/clause/codes.ts'
import { FORMS, type Form } from '../base/clause/forms.ts'
import { declared, identifier, identifierUses, reference, text } from '../base/clause/identifiers.ts'
import { decimal, percentageText, wholeNumber } from '../base/clause/quantities.ts'
import type { BrokenRule } from '../base/clause/rule.ts'
import { Target } from '../base/clause/target.ts'
import { localise } from '../base/localise.ts'
import { When } from '../record/when-schema.ts'
import type { FollowUpChapter as Chapter, Kpi } from './clause-types.ts'
import { readOwnKpi } from './own-kpi-definition.ts'
import { STANDARD_KPIS } from './standard-kpis.ts'

const report = z.strictObject({
  id: declared('report'),
  label: text().exactOptional(),
  over: Recurrence,
  dueBy: Target.exactOptional().describe('Delay after the end of the period.'),
  recipients: z.array(reference('role')).exactOptional(),
  formats: z.array(z.enum(['pdf', 'html', 'xlsx', 'json'])).exactOptional(),
})

const standardIds = STANDARD_KPIS.map(({ id }) => id)

const standardKpi = z
  .enum(standardIds)
  .register(identifierUses, { does: 'declare', kind: 'kpi' })
  .transform((id): Kpi => ({ id, clause: id }))

const sources = z.enum([
  'reported',
  'resolved',
  'reopened',
  'open',
  'rated',
  'response',
  'intervention',
  'workaround',
  'restoration',
  'resolution',
  'closure',
  'update-interval',
])

const kpiTarget = z.union([decimal(), percentageText(), duration()], 'a-kpi-target' satisfies Form)

const ownKpi = z
  .strictObject({
    id: declared('kpi'),
    clause: identifier().exactOptional(),
    label: text().exactOptional(),
    population: z
      .union([sources, z.strictObject({ of: sources, when: When.exactOptional() })], 'a-kpi-population' satisfies Form)
      .exactOptional()
      .describe(
        'Tickets by what happened to them (reported, resolved…), or the clocks of a measure stopped in the period.',
      ),
    aggregator: identifier().exactOptional().describe('count, share, rate, mean, median, or p1 to p99.'),
    direction: z.enum(['at-least', 'at-most']).exactOptional().describe('Which side of the target is good.'),
    target: kpiTarget.exactOptional().describe('A number, a percentage or a duration.'),
  })
  .superRefine((kpi, context) => {
    const standard = standardIds.includes(kpi.id)
    const fault = standard ? standardFault(kpi) : ownFault(kpi)
    if (fault)
      context.addIssue({ code: 'custom', message: fault.code, path: [...fault.path], params: { broken: fault } })
  })
  .transform(({ id, clause, label, population, aggregator, direction, target }): Kpi => {
    const definition = population && aggregator && direction && { population, aggregator, direction }
    return {
      id,
      clause: clause ?? id,
      ...(label !== undefined && { label }),
      ...(target !== undefined && { target }),
      ...(definition && { definition }),
    }
  })

type KpiWords = {
  readonly population?: unknown
  readonly aggregator?: string
  readonly direction?: 'at-least' | 'at-most'
}

type KpiFault = BrokenRule & { readonly path: readonly string[] }

/** A usual KPI is defined by Vigie; a contract may only name it, number its clause, label it and set its target. */
function standardFault({ population, aggregator, direction }: KpiWords): KpiFault | undefined {
  if ([population, aggregator, direction].every((word) => word === undefined)) return undefined
  return {
    code: 'standard-kpi-redefined',
    path: ['id'],
    message: localise('cet identifiant est celui d’un indicateur usuel', 'this id is that of a usual KPI'),
    expected: localise('un autre identifiant', 'another id'),
  }
}

function ownFault({ population, aggregator, direction }: KpiWords): KpiFault | undefined {
  if (population !== undefined && aggregator !== undefined && direction === undefined) {
    return {
      code: 'kpi-without-direction',
      path: [],
      message: localise(
        'rien ne dit si l’objectif de cet indicateur est un minimum ou un maximum',
        'nothing says whether the target of this KPI is a minimum or a maximum',
      ),
      expected: localise('direction: at-least ou direction: at-most', 'direction: at-least or direction: at-most'),
    }
  }
  if (population === undefined || aggregator === undefined || direction === undefined) {
    return {
      code: 'kpi-not-defined',
      path: [],
      message: localise(
        'il manque à cet indicateur sa population, son agrégation ou son sens',
        'this KPI lacks its population, its aggregator or its direction',
      ),
      expected: FORMS['a-kpi'],
    }
  }
  const fault = readOwnKpi({ population, aggregator, direction })
  if (!('message' in fault)) return undefined
  return { code: 'kpi-not-computable', path: fault.path.split('/'), message: fault.message, expected: fault.expected }
}

const satisfaction = z.strictObject({
  scale: wholeNumber(1).describe('Best score.'),
  ask: z.enum(['on-resolution', 'on-closure', 'monthly', 'quarterly']).exactOptional(),
  target: decimal().exactOptional().describe('Mean score to reach.'),
})

/** Chapter 3: reports, KPIs, satisfaction (suivi). */
export const FollowUpChapter = z
  .strictObject({
    reports: z.array(report).exactOptional(),
    kpis: z
      .array(z.union([standardKpi, ownKpi], 'a-kpi' satisfies Form))
      .exactOptional()
      .describe('Usual KPIs by their id, own ones by { id, population, aggregator, direction, target }.'),
    satisfaction: satisfaction.exactOptional(),
    rawData: z
      .strictObject({
        right: z.boolean().describe('Whether the client may have the raw facts behind every figure.'),
        format: text().exactOptional(),
        within: duration().exactOptional().describe('Delay after it is asked: P5D.'),
      })
      .exactOptional()
      .describe('Access to the raw facts (tickets, outages) on which figures stand.'),
  })
  .transform(
    ({ reports, kpis, ...rest }): Chapter => ({
      ...rest,
      reports: (reports ?? []).map(({ recipients, formats, ...words }) => ({
        ...words,
        recipients: recipients ?? [],
        formats: formats ?? [],
      })),
      kpis: kpis ?? [],
    }),
  )
  .meta({ id: 'FollowUpChapter', description: 'Chapter 3, follow-up (suivi).' })
