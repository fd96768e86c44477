import { recordOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { JsonValue } from './base/json-value.ts'
import { readContract } from './contract/read-contract.ts'
import { evaluate } from './evaluate.ts'
import { penaltiesJson } from './penalties-json.ts'
import { readPeriod } from './period.ts'
import type { EventRow } from './record/event-columns.ts'
import type { CallDay } from './record/read-calls.ts'

/** The public grid of a territorial tender: 50 €, once, twice, three times by gap, and by month missed in a row. */
const GRID = `base: { amount: 50, per: period }, recurrence: [1, 1.5, 2],
      tiers: [{ above: 0%, upTo: 10%, times: 1 }, { above: 10%, upTo: 20%, times: 2 }, { above: 20%, upTo: 100%, times: 3 }]`

function contractOf(kpi: string, penalty = GRID, phases = '') {
  return `
vigie: 1
contract: { id: C, timeZone: Europe/Paris, effectiveFrom: 2026-01-01 }
followUp: { kpis: [${kpi}] }
commitments:
  penalties:
    - { id: PEN, clause: "5.1", for: ${/id: ([\w-]+)/.exec(kpi)?.[1] ?? kpi}, ${penalty} }
${phases}`
}

type Judged = { readonly [key: string]: JsonValue }

type Given = {
  readonly calls?: readonly CallDay[]
  readonly facts?: readonly EventRow[]
  readonly month?: string
  readonly first?: string
}

function judge(source: string, { calls, facts = [], month = '2026-03', first = '2026-01-05T09:00:00+01:00' }: Given) {
  const reading = readContract(source)
  if (!reading.ok) throw new RangeError(JSON.stringify(reading.issues))
  const record = recordOf([{ ticket: 'T', at: first, event: 'reported' }, ...facts])
  const period = readPeriod({ month }, 'Europe/Paris', record)
  if (!period.ok) throw new RangeError(period.issues[0].message.en)
  const penalties = calls === undefined ? {} : { calls }
  const evaluation = evaluate({ contract: reading.history, record, period: period.period, penalties })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  if (evaluation.assessment.penalties === undefined) throw new RangeError('penalties were asked for')
  return penaltiesJson(evaluation.assessment.penalties, 'en') as Judged
}

/** One hundred calls on the tenth of a month. */
const calls = (month: string, answeredInTarget: number): CallDay => {
  return { day: `2026-${month}-10`, offered: 100, answered: 100, answeredInTarget, abandoned: 0 }
}

const ANSWERED = '{ id: answer-rate, clause: "3.1", target: 95% }'

describe('a KPI in percent that has a target can be sanctioned', () => {
  test.each([
    [95, '0.00'],
    [94, '50.00'],
    [85, '50.00'],
    [84, '100.00'],
    [75, '100.00'],
    [74, '150.00'],
  ])('%s %% of calls answered for a target of 95 %%: %s €', (answered, total) => {
    expect(judge(contractOf(ANSWERED), { calls: [calls('03', answered)] })).toMatchObject({ total, status: 'computed' })
  })

  test('recurrence: 85 % for three months owes 50, 75 and 100 €; a good month resets it', () => {
    const year = [calls('01', 85), calls('02', 85), calls('03', 85), calls('04', 95), calls('05', 85)]
    const totals = ['01', '02', '03', '04', '05'].map(
      (month) => judge(contractOf(ANSWERED), { calls: year, month: `2026-${month}` }).total,
    )
    expect(totals).toEqual(['50.00', '75.00', '100.00', '0.00', '50.00'])
  })

  test('months before the first ticket count too', () => {
    const two = [calls('02', 85), calls('03', 85)]
    expect(judge(contractOf(ANSWERED), { calls: two, first: '2026-03-20T09:00:00+01:00' }).total).toBe('75.00')
  })

  test('a month without calls leaves the counter as it is', () => {
    const two = [calls('01', 85), calls('03', 85)]
    expect(judge(contractOf(ANSWERED), { calls: two, month: '2026-02' }).total).toBe('0.00')
    expect(judge(contractOf(ANSWERED), { calls: two }).total).toBe('75.00')
  })

  test('the line names the KPI, its clause and its chain', () => {
    const { lines } = judge(contractOf(ANSWERED), { calls: [calls('03', 85)] })
    expect(lines).toMatchObject([{ penalty: 'PEN', clause: '5.1', commitment: 'answer-rate', amount: '50.00' }])
    expect(JSON.stringify(lines)).toContain('rate 85% for a target of 95%')
  })

  test('a KPI that must stay under its target is missed by what exceeds it', () => {
    const source = contractOf(
      '{ id: abandon-rate, target: 5% }',
      'shortfall: { per: point, rounding: full, amount: 10 }',
    )
    const day = { day: '2026-03-10', offered: 1000, answered: 915, answeredInTarget: 0, abandoned: 85 }
    expect(judge(source, { calls: [day] }).total).toBe('30.00')
    expect(judge(source, { calls: [{ ...day, answered: 950, abandoned: 50 }] }).total).toBe('0.00')
  })

  test('KPIs of tickets too: half of the tickets solved at first contact, for 60 %', () => {
    const ticket = (id: string, ...more: readonly string[]): readonly EventRow[] =>
      ['reported', ...more, 'resolved'].map((event, hour) => ({
        ticket: id,
        at: `2026-03-03T1${hour}:00:00+01:00`,
        event,
      }))
    const facts = [ticket('A'), ticket('B', 'assigned', 'assigned')].flat()
    const source = contractOf('{ id: first-contact-resolution, target: 60% }')
    expect(judge(source, { facts })).toMatchObject({ total: '50.00', status: 'computed' })
  })

  test('a phase waives it', () => {
    const phases = 'phases: [{ id: trial, from: 2026-01-01, to: 2026-04-01, penalties: waived }]'
    expect(judge(contractOf(ANSWERED, GRID, phases), { calls: [calls('03', 80)] }).total).toBe('0.00')
  })

  test.each([
    ['calls that were not given', ANSWERED, {}, '--calls'],
    ['a KPI without a target', 'answer-rate', { calls: [calls('03', 80)] }, 'has a target'],
    ['a KPI that is no share', '{ id: ticket-count, target: 5 }', {}, 'in percent'],
  ])('%s: no amount, and it is said', (_, kpi, given, words) => {
    const { status, lines, findings } = judge(contractOf(kpi), given)
    expect({ status, lines }).toEqual({ status: 'incomplete', lines: [] })
    expect(JSON.stringify(findings)).toContain(words)
  })

  test('a name that is neither a commitment nor a KPI is refused, with both lists of names', () => {
    const reading = readContract(contractOf(ANSWERED).replace('for: answer-rate', 'for: answer-rat'))
    expect(reading).toMatchObject({ ok: false, issues: [{ code: 'unresolved-reference' }] })
    if (!reading.ok) expect(reading.issues[0]?.expected?.en).toContain('answer-rate')
  })
})
