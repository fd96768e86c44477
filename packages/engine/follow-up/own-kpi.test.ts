import { chapter, commitment, compliance, contractOf, hours, recordOf, versionsOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { readPeriod } from '../period.ts'
import type { EventRow } from '../record/event-columns.ts'
import type { Kpi } from './clause-types.ts'

function ticket(
  id: string,
  columns: EventRow,
  ...story: readonly (readonly [day: number, event: string, EventRow?])[]
) {
  const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00+01:00`
  const told = story.map(([day, event, more]) => ({ ticket: id, at: at(day), event, ...more }))
  return [{ ticket: id, at: at(1), event: 'reported', ...columns }, ...told]
}

// Of C, resolved and then reopened without a reopening clause, the first cycle counts and the second runs.
const facts = [
  ...ticket('A', { channel: 'phone', priority: 'P1' }, [2, 'resolved'], [3, 'rated', { score: '5' }]),
  ...ticket('B', { channel: 'phone', priority: 'P2' }, [5, 'resolved'], [6, 'rated', { score: '2' }]),
  ...ticket('C', { channel: 'email', priority: 'P2' }, [3, 'resolved'], [4, 'reopened']),
  ...ticket('D', { channel: 'portal', priority: 'P3' }),
]

type Definition = NonNullable<Kpi['definition']>

type More = Partial<Definition> & Pick<Kpi, 'target'>

function kpi(population: unknown, aggregator: string, { target: goal, ...more }: More = {}) {
  const definition: Definition = { population, aggregator, direction: 'at-least', ...more }
  const named = { id: 'OWN', clause: '3.9', label: 'Indicateur du contrat', definition }
  const own: Kpi = goal === undefined ? named : { ...named, target: goal }
  const target = { ...commitment('RES', 'resolution', hours(48, 'always')), compliance: compliance(90) }
  const record = recordOf(facts)
  const reading = readPeriod({ month: '2026-11' }, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError('the month is well formed')
  const contract = versionsOf(contractOf(chapter([target]), { followUp: { reports: [], kpis: [own] } }))
  const evaluation = evaluate({ contract, record, period: reading.period })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  const { kpis, warnings } = evaluation.assessment
  return { ...kpis[0], warnings: warnings.map(({ code }) => code) }
}

const DAY = 86_400

describe("a contract's own KPI", () => {
  test.each<[unknown, string, string | null, string, number]>([
    ['reported', 'count', '4', 'count', 4],
    [{ of: 'reported', when: { channel: ['phone', 'email'] } }, 'count', '3', 'count', 3],
    [{ of: 'reported', when: { channel: 'phone' } }, 'share', '50.00', 'percent', 4],
    [{ of: 'reported', when: { priority: 'P2' } }, 'count', '2', 'count', 2],
    ['resolved', 'mean', String(3 * DAY - DAY / 1.5), 'seconds', 3],
    ['resolved', 'p90', String(4 * DAY), 'seconds', 3],
    ['resolved', 'median', String(2 * DAY), 'seconds', 3],
    ['reopened', 'count', '1', 'count', 1],
    ['open', 'count', '2', 'count', 2],
    ['open', 'mean', String(29 * DAY + 15 * 3600), 'seconds', 2],
    ['rated', 'mean', '3.50', 'score', 2],
    ['rated', 'p50', '2.00', 'score', 2],
    [{ of: 'rated', when: { channel: 'email' } }, 'mean', null, 'score', 0],
    ['resolution', 'count', '3', 'count', 3],
    ['resolution', 'rate', '66.67', 'percent', 3],
    [{ of: 'resolution', when: { priority: ['P1'] } }, 'rate', '100.00', 'percent', 1],
    [{ of: 'resolution', when: { priority: ['P1'] } }, 'share', '33.33', 'percent', 3],
    ['resolution', 'p90', String(4 * DAY), 'seconds', 3],
    ['response', 'mean', null, 'seconds', 0],
  ])('%j by %s', (population, aggregator, value, unit, count) => {
    expect(kpi(population, aggregator)).toMatchObject({ id: 'OWN', value, unit, count, warnings: [] })
  })

  test('bears the label, the clause and the words of its definition', () => {
    expect(kpi({ of: 'reported', when: { channel: 'phone' } }, 'share')).toMatchObject({
      label: { fr: 'Indicateur du contrat', en: 'Indicateur du contrat' },
      definition: { en: 'Defined in the contract: share · reported · channel = phone.' },
      grounds: { rule: 'OWN', clause: '3.9', contractVersion: '1' },
    })
  })

  test.each<[unknown, string, More, string | undefined]>([
    ['resolution', 'rate', { target: '66.66%' }, 'met'],
    ['resolution', 'rate', { target: '66.66' }, 'met'],
    ['resolution', 'rate', { target: '66.67%' }, 'missed'],
    ['resolved', 'p90', { target: 'PT96H', direction: 'at-most' }, 'met'],
    ['resolved', 'p90', { target: 'PT95H59M59S', direction: 'at-most' }, 'missed'],
    ['resolved', 'p90', { target: '345600', direction: 'at-most' }, 'met'],
    ['rated', 'mean', { target: '3.5' }, 'met'],
    ['reopened', 'count', { target: '0', direction: 'at-most' }, 'missed'],
    [{ of: 'rated', when: { channel: 'email' } }, 'mean', { target: '3.5' }, undefined],
  ])('%j by %s against %j', (population, aggregator, more, state) => {
    expect(kpi(population, aggregator, more).state).toBe(state)
  })

  test.each<[unknown, string]>([
    ['invoices', 'count'],
    [{ when: { channel: 'phone' } }, 'count'],
    [{ of: 'reported', when: { colour: 'red' } }, 'count'],
    ['reported', 'rate'],
    ['reported', 'mean'],
    ['resolved', 'p100'],
    ['resolved', 'sum'],
  ])('%j by %s cannot be computed: no value, and a warning', (population, aggregator) => {
    expect(kpi(population, aggregator)).toMatchObject({ value: null, warnings: ['kpi-not-computable'] })
  })
})
