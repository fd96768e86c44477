import { chapter, contractOf, instantOf, recordOf, versionsOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { assessmentJson } from './assessment-json.ts'
import type { Period } from './base/period.ts'
import { parsePercent, type Ratio } from './base/ratio.ts'
import type { AvailabilityCommitment, ClockRules } from './commitments/clause-types.ts'
import type { ControlClause } from './commitments/control-schema.ts'
import { evaluate } from './evaluate.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import type { Outage } from './record/outage.ts'
import type { ControlFact } from './record/read-controls.ts'

const HOUR = 3_600_000
const november: Period = {
  from: instantOf('2026-11-01T00:00:00+01:00'),
  to: instantOf('2026-12-01T00:00:00+01:00'),
  label: '2026-11',
}
const files: AvailabilityCommitment = {
  type: 'availability',
  id: 'FILES',
  clause: '2.8',
  service: 'files',
  calendar: 'always',
  atLeast: parsePercent('99.5%') as Ratio,
  over: 'month',
}
const told: AvailabilityCommitment = {
  ...files,
  fromIncidents: { when: { priority: ['P1'] }, from: 'first', to: 'restored' },
}
const backup: ControlClause = {
  id: 'BACKUP',
  clause: '2.13',
  control: 'backup',
  population: { assetClass: 'server' },
  every: 'P1D',
}
const P1 = { kind: 'incident', priority: 'P1', service: 'files' }

describe('an evaluation with facts beside tickets', () => {
  test('gives availability and controls a rate, a state and an account, in the trend too', () => {
    const { assessment } = run({ outages: [down(10, 14)], controls: [good(3)], previous: 1 })
    expect(assessment.commitments).toMatchObject([
      { id: 'FILES', rate: { numerator: 716 * 3600, denominator: 720 * 3600, percent: '99.444' }, state: 'missed' },
      {
        id: 'BACKUP',
        rate: { numerator: 1, denominator: 30, percent: '3.33' },
        counted: { met: 1, missed: 29 },
        state: 'missed',
      },
    ])
    expect(assessment.availability).toMatchObject([{ contractual: { agreed: 720 * HOUR, down: 4 * HOUR } }])
    expect(assessment.controls).toMatchObject([{ expected: 30, good: 1, unknown: 29 }])
    expect(assessment.previous).toMatchObject([{ period: { label: '2026-10' }, availability: [{ state: 'met' }] }])
    expect(assessment.warnings.map(({ code }) => code)).not.toContain('not-computed-yet')
  })

  test('writes both accounts beside their commitment', () => {
    const json = JSON.parse(
      JSON.stringify(assessmentJson(run({ outages: [down(10, 14)], controls: [good(3)] }).assessment, 'en')),
    )
    expect(json.commitments).toMatchObject([
      { id: 'FILES', availability: { downSeconds: 14_400, experienced: '99.444', coverage: '100.000' } },
      {
        id: 'BACKUP',
        control: {
          unknown: 29,
          rate: '3.33',
          coverage: '3.33',
          subjects: [{ subject: 'srv', lastGood: '2026-11-03T01:00:00.000Z' }],
        },
      },
    ])
  })

  test('has no figure for what it was given no facts of, and says so', () => {
    const { assessment } = run({ outages: [] })
    expect(assessment.commitments).toMatchObject([{ state: 'met' }, { state: 'not-applicable', rate: null }])
    const warning = assessment.warnings.find(({ code }) => code === 'not-computed-yet')
    expect(warning?.message.en).toContain('BACKUP')
    expect(warning?.message.en).not.toContain('FILES')
  })

  test('has another fingerprint with other fees and other notices', () => {
    const print = (penalties: PenaltyFacts) => run({ penalties }).assessment.fingerprint
    const fee = (amount: string) => ({ fees: [{ month: '2026-10', fee: 'monthly-fee', amount }] })
    const notice = (at: number) => ({ notices: [{ at, act: 'notice' as const, recordedAt: at }] })
    const prints = [{}, { notices: [] }, fee('1.00'), fee('2.00'), notice(1), notice(2)].map(print)
    expect(new Set(prints).size).toBe(prints.length)
  })

  test('has another fingerprint with other facts, and the same one whatever their order', () => {
    const both = [down(10, 14), down(20, 21)]
    const print = (outages: readonly Outage[]) => run({ outages }).assessment.fingerprint
    expect(print(both)).toBe(print(both.toReversed()))
    expect(print(both)).not.toBe(print([down(10, 14)]))
  })

  test('knows a row only from when it was recorded', () => {
    const late = { ...down(10, 14), recordedAt: november.to + 1 }
    expect(run({ outages: [late] }).assessment.availability).toMatchObject([{ contractual: { down: 0 } }])
    const row = down(10, 14)
    expect(run({ outages: [{ ...row, recordedAt: november.to }] }).assessment.availability).toMatchObject([
      { contractual: { down: 4 * HOUR } },
    ])
  })

  test('takes a row of the service itself for the whole service, whatever its components do', () => {
    const services = [{ id: 'files', expression: { any: ['host-1', 'host-2'] } }]
    const judged = (component: string) =>
      run({ outages: [{ ...down(10, 14), component }], services }).assessment.availability?.[0]?.contractual.down
    expect(judged('files')).toBe(4 * HOUR)
    expect(judged('host-1')).toBe(0)
  })
})

describe('outages that incidents tell', () => {
  test.each([
    [
      'from the earlier of detection and report to the restoration',
      ['08:00 detected', '08:30 reported', '10:00 restored', '11:00 resolved'],
      2,
    ],
    ['to a later milestone where the restoration is not recorded', ['08:00 reported', '11:00 resolved'], 3],
    ['again after a reopening', ['08:00 reported', '09:00 restored', '12:00 reopened', '13:00 restored'], 2],
    ['to the observation while it lasts', ['08:00 reported'], 26 * 24 + 15],
    ['not of a cancelled ticket', ['08:00 reported', '09:00 cancelled'], 0],
    ['not where a machine alone restores it', ['08:00 reported', '09:00 restored system', '10:00 restored'], 2],
  ] as const)('run %s', (_, facts, hours) => {
    expect(toldBy(rowsOf('T', facts, P1))).toBe(hours)
  })

  test.each([
    ['another priority', { ...P1, priority: 'P2' }],
    ['another service', { ...P1, service: 'mail' }],
    ['another kind', { ...P1, kind: 'request' }],
  ])('are none for a ticket of %s', (_, columns) => {
    expect(toldBy(rowsOf('T', ['08:00 reported', '10:00 restored'], columns))).toBe(0)
  })

  test('are none for a ticket that both parties excluded, and one for what a single party excluded', () => {
    const ticket = rowsOf('T', ['08:00 reported', '10:00 restored'], P1)
    const excluded = (party: string) => ({
      ticket: 'T',
      at: '2026-11-05T10:00:00Z',
      event: 'excluded',
      party,
      commitment: 'FILES',
    })
    expect(toldBy([...ticket, excluded('client'), excluded('provider')])).toBe(0)
    expect(toldBy([...ticket, excluded('provider')])).toBe(2)
  })

  test('are told by the parent of a mass incident alone', () => {
    const parent = rowsOf('A', ['08:00 reported', '09:00 restored'], P1)
    const child = rowsOf('B', ['08:30 reported', '12:00 restored'], { ...P1, parent: 'A' })
    expect(toldBy([...parent, ...child], { mass: 'parent-only' })).toBe(1)
    expect(toldBy([...parent, ...child], { mass: 'each' })).toBe(4)
  })

  test('merge with the rows of the outage file', () => {
    const ticket = rowsOf('T', ['08:00 reported', '10:00 restored'], P1)
    const overlapping = {
      ...down(0, 0),
      from: instantOf('2026-11-04T09:00:00Z'),
      to: instantOf('2026-11-04T12:00:00Z'),
    }
    expect(toldBy(ticket, {}, [overlapping])).toBe(4)
  })

  test('need no outage file', () => {
    const { assessment } = run({ clause: told, rows: rowsOf('T', ['08:00 reported', '10:00 restored'], P1) })
    expect(assessment.commitments).toMatchObject([{ id: 'FILES', state: 'met' }, { state: 'not-applicable' }])
  })
})

type Row = Readonly<Record<string, string>>

/** Hours of downtime that the rows tell. */
function toldBy(rows: readonly Row[], clock: Partial<ClockRules> = {}, outages: readonly Outage[] = []): number {
  const { assessment } = run({ clause: told, rows, clock, outages })
  return (assessment.availability?.[0]?.contractual.down ?? Number.NaN) / HOUR
}

function rowsOf(ticket: string, facts: readonly string[], columns: Row): Row[] {
  return facts.map((fact, index) => {
    const [time = '', event = '', party = ''] = fact.split(' ')
    return {
      ticket,
      at: `2026-11-04T${time}:00Z`,
      event,
      ...(party === '' ? {} : { party }),
      ...(index === 0 ? columns : {}),
    }
  })
}

function run({
  clause = files,
  rows = [],
  clock = {},
  services = [],
  ...facts
}: {
  readonly clause?: AvailabilityCommitment
  readonly rows?: readonly Row[]
  readonly clock?: Partial<ClockRules>
  readonly services?: readonly { readonly id: string; readonly expression: { readonly any: readonly string[] } }[]
  readonly outages?: readonly Outage[]
  readonly controls?: readonly ControlFact[]
  readonly previous?: number
  readonly penalties?: PenaltyFacts
}) {
  const commitments = { ...chapter([], clock), targets: [clause], controls: [backup], services }
  const contract = versionsOf(contractOf(commitments))
  const other = { ticket: 'Z', at: '2026-11-04T00:00:00Z', event: 'reported' }
  const evaluation = evaluate({ contract, record: recordOf([...rows, other]), period: november, ...facts })
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.issues))
  return evaluation
}

/** The service down between two hours of the month. */
function down(from: number, to: number): Outage {
  const start = november.from + from * HOUR
  return { component: 'files', from: start, to: november.from + to * HOUR, state: 'down', recordedAt: start }
}

function good(day: number): ControlFact {
  return { control: 'backup', subject: 'srv', at: november.from + ((day - 1) * 24 + 2) * HOUR, result: 'success' }
}
