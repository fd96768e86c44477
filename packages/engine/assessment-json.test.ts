import { chapter, commitment, compliance, contractOf, hours, recordOf, versionsOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { assessmentJson, type JsonValue } from './assessment-json.ts'
import { timeZoneVersion } from './calendar/local-time.ts'
import { ENGINE_VERSION } from './engine-version.ts'
import { evaluate } from './evaluate.ts'
import packageJson from './package.json' with { type: 'json' }
import { readPeriod } from './period.ts'

const target = {
  ...commitment('RES', 'resolution', hours(8, 'always')),
  compliance: compliance(95),
  label: 'Résolution',
}
const update = (at: string, event: string, columns = {}) => ({
  ticket: 'T',
  at: `2026-10-${at}+02:00`,
  event,
  ...columns,
})
const record = recordOf([
  update('05T08:00:00.250', 'reported', { kind: 'incident', priority: 'P2' }),
  update('05T08:30:00.001', 'resolved'),
  { ...update('05T08:00:00', 'reported', { kind: 'incident' }), ticket: 'X' },
  { ...update('06T08:00:00', 'cancelled'), ticket: 'X' },
])

function document(previous = 0) {
  const reading = readPeriod({ month: '2026-10' }, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError('the month is well formed')
  const contract = versionsOf(contractOf(chapter([target])))
  const evaluation = evaluate({ contract, record, period: reading.period, previous })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return evaluation.assessment
}

function member(value: JsonValue, key: string): JsonValue {
  if (typeof value !== 'object' || value === null) throw new RangeError(`nothing has ${key}`)
  return Object.entries(value).find(([name]) => name === key)?.[1] ?? null
}

describe('the document of measure --json', () => {
  const json = assessmentJson(document(), 'fr')

  test('names its grounds: period, observation, engine, zone data, contract, fingerprint', () => {
    expect(json).toMatchObject({
      period: { from: '2026-09-30T22:00:00.000Z', to: '2026-10-31T23:00:00.000Z', label: '2026-10' },
      at: '2026-10-31T23:00:00.000Z',
      provisional: false,
      engine: ENGINE_VERSION,
      tzdata: timeZoneVersion,
      contract: { id: 'CTR-TEST', version: '1' },
    })
    expect(member(json, 'fingerprint')).toMatch(/^[0-9a-f]{64}$/)
  })

  test('has a commitment with exactly the keys that other programs read', () => {
    expect(member(json, 'commitments')).toEqual([
      {
        id: 'RES',
        clause: 'RES',
        contractVersion: '1',
        label: 'Résolution',
        measure: 'resolution',
        counted: { met: 1, missed: 0, excluded: 1, running: 0, notApplicable: 0 },
        rate: { numerator: 1, denominator: 1, percent: '100.00' },
        target: '95',
        state: 'met',
        wilson: { low: '20.6549', high: '100.0000' },
      },
    ])
  })

  test('has counts and seconds as numbers, percentages and scores as decimal texts', () => {
    const kpis = member(json, 'kpis')
    expect(member(kpis, 'ticket-count')).toMatchObject({ value: 2, unit: 'count', count: 2 })
    expect(member(kpis, 'mean-time-to-resolve')).toMatchObject({
      value: 1799.751,
      unit: 'seconds',
      count: 1,
      groups: [
        { measure: 'resolution', calendar: 'always', count: 1, mean: 1799.751, p50: 1799.751, elapsedP90: 1799.751 },
      ],
    })
    expect(member(kpis, 'reopen-rate')).toMatchObject({ value: '0.00', unit: 'percent', numerator: 0, denominator: 1 })
    expect(member(kpis, 'satisfaction')).toMatchObject({ value: null, unit: 'score', count: 0 })
  })

  test('never makes a penalty up', () => {
    expect(member(json, 'penalties')).toEqual({ status: 'not-computed', lines: [], capLines: [], total: null })
  })

  test('says in the language asked what was neutralised', () => {
    const excluded = (language: 'fr' | 'en') => member(assessmentJson(document(), language), 'excluded')
    expect(excluded('fr')).toEqual([{ code: 'cancelled', message: 'Ticket annulé.', count: 1, tickets: ['X'] }])
    expect(excluded('en')).toEqual([{ code: 'cancelled', message: 'Ticket cancelled.', count: 1, tickets: ['X'] }])
  })

  test('is plain JSON: it reads back as itself', () => {
    const whole = assessmentJson(document(3), 'en')
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole)
    expect(member(whole, 'previous')).toHaveLength(3)
  })
})

test('the version of the engine is that of its package', () => {
  expect(ENGINE_VERSION).toBe(packageJson.version)
})
