import {
  type Assessment,
  assessmentJson,
  type ContractHistory,
  type EventRow,
  evaluate,
  explain,
  previousPeriods,
  readPeriod,
} from '@vigie/engine'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chapter, commitment, hours, pause, workingDays } from './clauses.ts'
import { compliance, contractOf, versionsOf } from './contracts.ts'
import { recordOf } from './event-rows.ts'
import { instantOf } from './facts.ts'
import { naiveKpis } from './naive/kpis.ts'
import { naiveRates } from './naive/rates.ts'
import { randomFacts } from './random-facts.ts'
import { shuffled } from './shuffled.ts'

const zone = 'Europe/Paris'
const targets = [
  { ...commitment('RES', 'resolution', hours(16, 'business')), compliance: compliance(85) },
  {
    ...commitment('RES-1', 'resolution', hours(12, 'always'), { when: { priority: ['P1'] } }),
    compliance: compliance(90),
  },
  {
    ...commitment('RES-3', 'resolution', workingDays(3, 'business'), { when: { priority: ['P3'] } }),
    compliance: compliance(90),
  },
  { ...commitment('RESP', 'response', hours(2, 'business')), compliance: compliance(95, { by: 'report' }) },
]

function contractWith(mode: 'resume' | 'restart' | 'continue'): ContractHistory {
  const clock = { pauses: [pause('waiting-client')], reopen: { within: 'P10D', mode } }
  return versionsOf(contractOf(chapter(targets, clock), { effectiveFrom: '2026-09-10' }))
}

const modes = fc.constantFrom('resume', 'restart', 'continue')
const facts = randomFacts(instantOf('2026-09-01T00:00:00Z'), instantOf('2026-12-20T00:00:00Z'), 25)
const months = ['2026-09', '2026-10', '2026-11', '2026-12']

function judge(contract: ContractHistory, rows: readonly EventRow[], month: string, at?: number): Assessment {
  const record = recordOf(rows)
  const reading = readPeriod({ month }, zone, record)
  if (!reading.ok) throw new RangeError('the month is well formed')
  const evaluation = evaluate({ contract, record, period: reading.period, ...(at === undefined ? {} : { at }) })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return evaluation.assessment
}

function countsOf({ commitments }: Assessment) {
  return Object.fromEntries(commitments.map(({ id, counted }) => [id, counted]))
}

const bytes = (assessment: Assessment) => JSON.stringify(assessmentJson(assessment, 'fr'))
const yearEnd = instantOf('2027-06-01T00:00:00Z')

describe('rates and KPIs', () => {
  test('agree with a naive count over plain arrays, at the end of the month and long after', () => {
    fc.assert(
      fc.property(facts, modes, fc.constantFrom(...months), fc.boolean(), (rows, mode, month, late) => {
        const contract = contractWith(mode)
        const assessment = judge(contract, rows, month, late ? yearEnd : undefined)
        const { at, period } = assessment
        const record = recordOf(rows)
        const tickets = [...record.histories(at)].flatMap(({ ticket }) => {
          const reading = explain({ contract, record, ticket, at })
          return reading.ok ? [reading.explanation] : []
        })
        const before = previousPeriods(period, 24, zone)
        const ends = [...before.map(({ from }) => from), period.from, period.to]
        const events = [...record.histories(at)].flatMap((history) => history.events)
        const instants = new Map(events.map((event) => [event.id, event.at]))
        const instantOfFact = (id: string) => instants.get(id) ?? Number.NaN
        expect(countsOf(assessment)).toEqual(
          naiveRates({ tickets, clauses: targets, ends, asked: ends.length - 1, instantOf: instantOfFact }),
        )
        const figures = Object.fromEntries(assessment.kpis.map(({ id, value, count }) => [id, { value, count }]))
        expect(figures).toEqual(naiveKpis([...record.histories(at)], tickets, period, at))
      }),
      { numRuns: 150 },
    )
  })
})

describe('laws of the evaluation', () => {
  test('the order of the facts leaves no trace', () => {
    fc.assert(
      fc.property(facts, modes, fc.nat(), (rows, mode, seed) => {
        const contract = contractWith(mode)
        expect(bytes(judge(contract, shuffled(rows, seed), '2026-10'))).toBe(bytes(judge(contract, rows, '2026-10')))
      }),
      { numRuns: 60 },
    )
  })

  test('facts recorded after the observation change nothing but the fingerprint', () => {
    fc.assert(
      fc.property(facts, facts, modes, (rows, others, mode) => {
        const contract = contractWith(mode)
        const later = others.map((row) => ({ ...row, recordedAt: '2026-12-31T00:00:00Z' }))
        const figures = (assessment: Assessment) => bytes({ ...assessment, fingerprint: '' })
        expect(figures(judge(contract, [...rows, ...later], '2026-11'))).toBe(figures(judge(contract, rows, '2026-11')))
      }),
      { numRuns: 60 },
    )
  })

  test('every measure that is over is counted in exactly one month', () => {
    fc.assert(
      fc.property(facts, modes, (rows, mode) => {
        const contract = contractWith(mode)
        const record = recordOf(rows)
        const times = new Map<string, number>()
        for (const month of ['2026-08', ...months, '2027-01', '2027-02', '2027-03', '2027-04']) {
          const reading = readPeriod({ month }, zone, record)
          if (!reading.ok) throw new RangeError('the month is well formed')
          evaluate({
            contract,
            record,
            period: reading.period,
            at: yearEnd,
            onMeasure: ({ ticket, commitment: id, cycle }, standing) => {
              const key = `${ticket} ${id} ${cycle}`
              if (standing !== 'running') times.set(key, (times.get(key) ?? 0) + 1)
            },
          })
        }
        expect([...times.values()].every((count) => count === 1)).toBe(true)
        const explained = [...record.histories(yearEnd)].flatMap(({ ticket }) => {
          const reading = explain({ contract, record, ticket, at: yearEnd })
          return reading.ok ? reading.explanation.measures : []
        })
        const over = explained.filter(({ state }) => state !== 'running' && state !== 'paused' && state !== 'at-risk')
        expect(times.size).toBe(over.length)
      }),
      { numRuns: 40 },
    )
  })

  test('a ticket resolved in time never lowers a rate', () => {
    const added: readonly EventRow[] = [
      { ticket: 'ZZZ', at: '2026-10-12T08:00:00Z', event: 'reported', kind: 'incident' },
      { ticket: 'ZZZ', at: '2026-10-12T08:05:00Z', event: 'acknowledged' },
      { ticket: 'ZZZ', at: '2026-10-12T09:00:00Z', event: 'resolved' },
    ]
    fc.assert(
      fc.property(facts, modes, (rows, mode) => {
        const contract = contractWith(mode)
        const [before, after] = [rows, [...rows, ...added]].map((all) => judge(contract, all, '2026-10').commitments)
        before?.forEach(({ rate }, index) => {
          const better = after?.[index]?.rate
          if (rate === null || better === undefined || better === null) return
          expect(better.numerator * rate.denominator).toBeGreaterThanOrEqual(rate.numerator * better.denominator)
        })
        expect(after?.[0]?.counted.met).toBe((before?.[0]?.counted.met ?? 0) + 1)
      }),
      { numRuns: 60 },
    )
  })
})
