import { chapter, contractOf, instantOf, recordOf, versionsOf } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { readPeriod } from '../period.ts'
import type { CallDay } from '../record/read-calls.ts'
import type { Kpi } from './clause-types.ts'

const record = recordOf([{ ticket: 'A', at: '2026-11-10T08:00:00+01:00', event: 'reported', kind: 'incident' }])

type Asked = { readonly calls?: readonly CallDay[]; readonly at?: string; readonly month?: string }

function assess(kpis: readonly Kpi[], { calls, at, month = '2026-11' }: Asked) {
  const reading = readPeriod({ month }, 'Europe/Paris', record)
  if (!reading.ok) throw new RangeError('the month is well formed')
  const evaluation = evaluate({
    contract: versionsOf(contractOf(chapter([]), { followUp: { reports: [], kpis } })),
    record,
    period: reading.period,
    ...(calls === undefined ? {} : { calls }),
    ...(at === undefined ? {} : { at: instantOf(at) }),
  })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return evaluation.assessment
}

const kpi = (id: string, asked: Asked, more: Partial<Kpi> = {}) =>
  assess([{ id, clause: '3.1', ...more }], asked).kpis[0]

const day = (date: string, offered: number, answeredInTarget: number, abandoned = 0): CallDay => ({
  day: date,
  offered,
  answered: offered - abandoned,
  answeredInTarget,
  abandoned,
})

describe('the telephone', () => {
  const calls = [
    day('2026-10-31', 500, 0, 500),
    day('2026-11-01', 40, 39, 1),
    day('2026-11-30', 60, 56, 3),
    day('2026-12-01', 500, 0, 500),
  ]

  test.each([
    ['answer-rate', '95.00', 95],
    ['abandon-rate', '4.00', 4],
  ])('%s counts the days that begin in the month, over the calls offered', (id, value, numerator) => {
    expect(kpi(id, { calls })).toMatchObject({ value, unit: 'percent', count: 100, numerator, denominator: 100 })
  })

  test('a day is known when it is over', () => {
    const beforeMidnight = { calls, at: '2026-11-30T23:59:59+01:00' }
    expect(kpi('answer-rate', beforeMidnight)).toMatchObject({ numerator: 39, denominator: 40 })
    expect(kpi('answer-rate', { calls, at: '2026-12-01T00:00:00+01:00' })).toMatchObject({ denominator: 100 })
  })

  test('not given: no figure, and a note; given without a call: no figure, no note', () => {
    expect(kpi('answer-rate', {})).toMatchObject({ value: null, note: { en: expect.stringContaining('--calls') } })
    const empty = kpi('answer-rate', { calls: [] })
    expect(empty).toMatchObject({ value: null, denominator: 0 })
    expect(empty?.note).toBeUndefined()
  })

  test('a day beyond every known year counts in no period', () => {
    expect(kpi('answer-rate', { calls: [...calls, day('9999-12-31', 10, 10)] })).toMatchObject({ denominator: 100 })
  })

  test.each([
    ['answer-rate', '95%', 'met'],
    ['answer-rate', '95.01%', 'missed'],
    ['abandon-rate', '4%', 'met'],
    ['abandon-rate', '3.99%', 'missed'],
  ])('%s against %s: %s', (id, target, state) => {
    expect(kpi(id, { calls }, { target })).toMatchObject({ target, state, grounds: { clause: '3.1' } })
  })

  test('belongs to the fingerprint, in whatever order its days come', () => {
    const of = (given: Asked) => assess([], given).fingerprint
    expect(of({ calls })).toBe(of({ calls: calls.toReversed() }))
    expect(of({ calls })).not.toBe(of({}))
    expect(of({ calls })).not.toBe(of({ calls: calls.slice(1) }))
  })

  test('a rate is that of the sums over its days, one by one', () => {
    const counts = fc.record({ offered: fc.nat(50), share: fc.nat(100), date: fc.integer({ min: 1, max: 31 }) })
    fc.assert(
      fc.property(fc.uniqueArray(counts, { selector: ({ date }) => date }), (days) => {
        const rows = days.map(({ offered, share, date }) =>
          day(`2026-10-${String(date).padStart(2, '0')}`, offered, Math.floor((offered * share) / 100)),
        )
        let [answered, offered] = [0, 0]
        for (const row of rows) {
          answered += row.answeredInTarget
          offered += row.offered
        }
        expect(kpi('answer-rate', { calls: rows, month: '2026-10' })).toMatchObject({
          numerator: answered,
          denominator: offered,
        })
      }),
    )
  })
})
