import { chapter, contractOf, countControls, instantOf, type NaiveControl, versionsOf } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Period } from './base/period.ts'
import { formatRatio, parsePercent, type Ratio } from './base/ratio.ts'
import type { ControlClause } from './commitments/control-schema.ts'
import { judgeControls } from './judge-controls.ts'
import type { ControlOutcome } from './record/control-outcome.ts'
import type { ControlFact } from './record/read-controls.ts'

const backup: ControlClause = {
  id: 'BACKUP',
  clause: '2.13',
  control: 'backup',
  population: { assetClass: 'server' },
  every: 'P1D',
  evidence: 'log',
}
const week: Period = periodOf('2026-10-05', '2026-10-12')
const october = periodOf('2026-10-01', '2026-11-01')

describe('a control that recurs', () => {
  test('is met where every window of every subject holds a good result', () => {
    const facts = nights('2026-10-05', 7, 'srv-1')
    expect(judge(backup, facts)).toMatchObject({ expected: 7, good: 7, bad: 0, unknown: 0, state: 'met' })
  })

  test('without any fact is unknown, counts as missed, and is never a success', () => {
    const judged = judge(backup, [])
    expect(judged).toMatchObject({ expected: 7, good: 0, unknown: 7, numerator: 0, denominator: 7, state: 'missed' })
    expect(percent(judged.coverage)).toBe('0.00')
  })

  test.each([
    ['missed', { numerator: 5, denominator: 7, state: 'missed' }],
    ['excluded', { numerator: 5, denominator: 5, state: 'met' }],
    ['met', { numerator: 7, denominator: 7, state: 'met' }],
  ] as const)('counts unknown windows as %s where the clause says so', (unknown, expected) => {
    expect(judge({ ...backup, unknown }, nights('2026-10-05', 5, 'srv-1'))).toMatchObject({ unknown: 2, ...expected })
  })

  test('knows the servers that never reported by the quantity of the contract', () => {
    const clause = backup
    const facts = ['srv-1', 'srv-2', 'srv-3'].flatMap((name) => nights('2026-10-05', 7, name))
    expect(judge(clause, facts, week, { quantity: 4 })).toMatchObject({
      expected: 28,
      good: 21,
      unknown: 7,
      unnamed: 1,
    })
    expect(judge(clause, facts, week, { quantity: 2 })).toMatchObject({ expected: 21, unnamed: 0 })
    expect(judge(clause, [], week, { quantity: 4 })).toMatchObject({ expected: 28, unknown: 28, unnamed: 4 })
  })

  test('counts a failure that was repaired in the window as good, one that was not as bad, and partial as bad', () => {
    const at = (hour: string, result: ControlOutcome) => fact('srv-1', `2026-10-05T${hour}:00:00+02:00`, result)
    const day = periodOf('2026-10-05', '2026-10-06')
    expect(judge(backup, [at('02', 'failure'), at('09', 'success')], day)).toMatchObject({ good: 1, bad: 0 })
    expect(judge(backup, [at('02', 'failure')], day)).toMatchObject({ good: 0, bad: 1 })
    expect(judge(backup, [at('02', 'partial')], day)).toMatchObject({ good: 0, bad: 1 })
    expect(judge(backup, [at('02', 'unknown')], day)).toMatchObject({ good: 0, unknown: 1 })
  })

  test('takes no success without the evidence that the clause demands', () => {
    const bare = [{ control: 'backup', at: instantOf('2026-10-05T02:00:00+02:00'), result: 'success' as const }]
    const day = periodOf('2026-10-05', '2026-10-06')
    expect(judge(backup, bare, day)).toMatchObject({ good: 0, unknown: 1 })
    const { evidence: _, ...free } = backup
    expect(judge(free, bare, day)).toMatchObject({ good: 1, unknown: 0 })
  })

  test.each([
    ['2026-10-05T22:00:00+02:00', 'PT26H', 1],
    ['2026-10-05T21:59:59+02:00', 'PT26H', 0],
    ['2026-10-05T22:00:00+02:00', undefined, 0],
  ])('with a last good result of %s and a tolerance of %s: %s good on the 6th', (at, tolerance, good) => {
    const clause = tolerance === undefined ? backup : { ...backup, tolerance }
    expect(judge(clause, [fact('srv-1', at)], periodOf('2026-10-06', '2026-10-07'))).toMatchObject({ good })
  })

  test('dates the last good result of each subject, and says which are overdue', () => {
    const clause = { ...backup, tolerance: 'PT26H' }
    const facts = [...nights('2026-10-05', 7, 'srv-1'), ...nights('2026-10-05', 3, 'srv-2')]
    expect(judge(clause, facts).subjects).toMatchObject([
      { subject: 'srv-1', good: 7, overdue: false, lastGood: { at: instantOf('2026-10-11T02:00:00+02:00') } },
      { subject: 'srv-2', good: 3, overdue: true, lastGood: { at: instantOf('2026-10-07T02:00:00+02:00') } },
    ])
  })

  test('lets a retired subject go, and keeps it for what fell due before', () => {
    const facts = [...nights('2026-10-05', 3, 'srv-1'), fact('srv-1', '2026-10-08T08:00:00+02:00', 'retired')]
    expect(judge(backup, facts)).toMatchObject({ expected: 3, good: 3, state: 'met' })
  })

  test('leaves windows that are not over at the observation running', () => {
    const at = instantOf('2026-10-08T12:00:00+02:00')
    const judged = judge(backup, nights('2026-10-05', 3, 'srv-1'), week, { at })
    expect(judged).toMatchObject({ good: 3, unknown: 0, running: 4, provisional: true, state: 'met' })
  })

  test('falls due with its quarter: in progress before, dated as soon as it is done', () => {
    const restore: ControlClause = { id: 'RESTORE', control: 'restore-test', every: 'P3M' }
    const done = [{ control: 'restore-test', at: instantOf('2026-10-12T10:00:00+02:00'), result: 'success' as const }]
    expect(judge(restore, done, october)).toMatchObject({ state: 'met', inProgress: true, provisional: true })
    expect(judge(restore, [], october)).toMatchObject({ state: 'not-applicable', rate: null, running: 1 })
    const december = periodOf('2026-12-01', '2027-01-01')
    expect(judge(restore, done, december)).toMatchObject({ state: 'met', inProgress: false, expected: 1 })
    expect(judge(restore, [], december)).toMatchObject({ state: 'missed', unknown: 1 })
  })

  test('asks for one proof a window where the clause names no population, whatever its subject', () => {
    const { population: _, ...one } = backup
    const facts = [...nights('2026-10-05', 4, 'srv-1'), ...nights('2026-10-09', 3, 'srv-2')]
    expect(judge(one, facts)).toMatchObject({ expected: 7, good: 7, subjects: [{ subject: null }] })
    expect(judge(backup, facts)).toMatchObject({ expected: 10, good: 7, unknown: 3 })
  })

  test('is judged over its own quarter so far where the clause says so', () => {
    const judged = judge(
      { ...backup, over: 'quarter' },
      nights('2026-10-01', 31, 'srv-1'),
      periodOf('2026-11-01', '2026-12-01'),
    )
    expect(judged).toMatchObject({ expected: 61, good: 31, provisional: true })
  })

  test('agrees with a count of every window by hand, the days on which clocks change included', () => {
    fc.assert(
      fc.property(cases, ({ control, unknown, facts, from, to, late }) => {
        const period = periodOf(from, to)
        const at = period.to - late
        const { every, within, tolerance, evidence } = control
        const clause: ControlClause = {
          id: 'C',
          control: 'backup',
          every,
          unknown,
          population: { assetClass: 'server' },
          ...(within === undefined ? {} : { within }),
          ...(tolerance === undefined ? {} : { tolerance }),
          ...(evidence ? { evidence: 'log' } : {}),
        }
        const { quantity } = control
        const judged = judge(clause, facts, period, { at, ...(quantity === undefined ? {} : { quantity }) })
        if (judged.inProgress) return
        const { good, bad, unknown: dark, running, numerator, denominator } = judged
        expect({ good, bad, unknown: dark, running }).toEqual(countControls(control, facts, period.from, period.to, at))
        expect(good + bad + dark).toBe(judged.expected)
        expect(numerator).toBe(good + (unknown === 'met' ? dark : 0))
        expect(denominator).toBe(judged.expected - (unknown === 'excluded' ? dark : 0))
        expect(
          judge(clause, facts.toReversed(), period, { at, ...(quantity === undefined ? {} : { quantity }) }),
        ).toEqual(judged)
      }),
      { numRuns: 80 },
    )
  })
})

describe('a control with a delay', () => {
  const patch: ControlClause = { id: 'PATCH', control: 'patch', within: 'P14D', atLeast: parsePercent('95%') as Ratio }
  const need = (subject: string, at: string): ControlFact => ({ ...fact(subject, at, 'needed'), control: 'patch' })
  const done = (subject: string, at: string): ControlFact => ({ ...fact(subject, at), control: 'patch' })

  test.each([
    ['on its last instant', '2026-10-15T09:00:00+02:00', { good: 1, bad: 0 }],
    ['a second late', '2026-10-15T09:00:01+02:00', { good: 0, bad: 1 }],
    ['before the need', '2026-10-01T08:00:00+02:00', { good: 0, unknown: 1 }],
  ])('done %s', (_, at, expected) => {
    const facts = [need('srv-1', '2026-10-01T09:00:00+02:00'), done('srv-1', at)]
    expect(judge(patch, facts, october)).toMatchObject(expected)
  })

  test('over a change of clocks falls due at the same wall time', () => {
    const facts = [need('srv-1', '2026-10-20T09:00:00+02:00'), done('srv-1', '2026-11-03T09:00:00+01:00')]
    expect(judge(patch, facts, periodOf('2026-11-01', '2026-12-01'))).toMatchObject({ good: 1, expected: 1 })
  })

  test('counts each need once: with the success, else when it falls due; until then it runs', () => {
    const facts = [
      need('srv-1', '2026-10-20T09:00:00+02:00'),
      need('srv-2', '2026-10-20T09:00:00+02:00'),
      done('srv-1', '2026-10-25T09:00:00+01:00'),
    ]
    expect(judge(patch, facts, october)).toMatchObject({ good: 1, running: 1, unknown: 0, state: 'met' })
    const november = periodOf('2026-11-01', '2026-12-01')
    expect(judge(patch, facts, november)).toMatchObject({ good: 0, unknown: 1, expected: 1, state: 'missed' })
  })

  test('is unknown without any fact', () => {
    expect(judge(patch, [], october)).toMatchObject({ expected: 1, unknown: 1, state: 'missed' })
  })

  test('takes results at their word where the facts name no need', () => {
    const facts = [
      done('srv-1', '2026-10-05T09:00:00+02:00'),
      { ...done('srv-2', '2026-10-06T09:00:00+02:00'), result: 'failure' as const },
    ]
    expect(judge(patch, facts, october)).toMatchObject({ good: 1, bad: 1, expected: 2 })
  })
})

test('controls are those of the version in force at the end of the period', () => {
  const first = contractOf({ ...chapter([]), controls: [backup] })
  const later = contractOf({ ...chapter([]), controls: [{ ...backup, every: 'P7D' }] }, { effectiveFrom: '2026-10-08' })
  const input = { contract: versionsOf(first, later), controls: [] }
  expect(judgeControls({ ...input, period: periodOf('2026-10-01', '2026-10-08') })).toMatchObject([
    { expected: 7, contractVersion: '1' },
  ])
  expect(judgeControls({ ...input, period: periodOf('2026-10-01', '2026-10-09') })).toMatchObject([
    { expected: 1, contractVersion: '2' },
  ])
})

const zone = 'Europe/Paris'
const days = fc.integer({ min: 0, max: 75 })
const cases = fc.record({
  control: fc.record(
    {
      zone: fc.constant(zone),
      anchor: fc.constant('2026-01-01'),
      every: fc.constantFrom('P1D', 'P1W', 'P1M', 'P3M', 'PT12H'),
      within: fc.constantFrom('PT6H', 'P3D'),
      tolerance: fc.constantFrom('PT26H', 'PT30M', 'P2D'),
      evidence: fc.boolean(),
      quantity: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: ['zone', 'anchor', 'every', 'evidence'] },
  ) as fc.Arbitrary<NaiveControl>,
  unknown: fc.constantFrom('missed' as const, 'excluded' as const, 'met' as const),
  facts: fc
    .array(
      fc
        .record({
          subject: fc.constantFrom('a', 'b', undefined),
          day: days,
          second: fc.integer({ min: 0, max: 86_399 }),
          result: fc.constantFrom<ControlOutcome>(
            'success',
            'success',
            'success',
            'failure',
            'partial',
            'unknown',
            'retired',
          ),
          evidence: fc.boolean(),
        })
        .map(
          ({ subject, day, second, result, evidence }): ControlFact => ({
            control: 'backup',
            ...(subject === undefined ? {} : { subject }),
            at: instantOf('2026-02-20T00:00:00+01:00') + day * 86_400_000 + second * 1000,
            result,
            ...(evidence ? { evidence: 'log' } : {}),
          }),
        )
        .filter(({ at }) => at > 0),
      { maxLength: 40 },
    )
    .map((facts) =>
      facts.filter(
        (one, index) => facts.findIndex((other) => other.subject === one.subject && other.at === one.at) === index,
      ),
    ),
  from: fc.constantFrom('2026-03-01', '2026-03-28', '2026-03-15'),
  to: fc.constantFrom('2026-03-30', '2026-04-01', '2026-05-01'),
  late: fc.constantFrom(0, 86_400_000, 1_000_000),
})

function judge(
  clause: ControlClause,
  controls: readonly ControlFact[],
  period: Period = week,
  { quantity, at }: { readonly quantity?: number; readonly at?: number } = {},
) {
  const scope = quantity === undefined ? {} : { scope: { assetClasses: [{ id: 'server', quantity }] } }
  const contract = versionsOf(
    contractOf({ ...chapter([]), controls: [clause] }, { chapters: scope, effectiveFrom: '2026-01-01' }),
  )
  const [result] = judgeControls({ contract, controls, period, ...(at === undefined ? {} : { at }) })
  if (result === undefined) throw new Error('no result')
  return result
}

/** A good backup at 02:00 on each of so many days. */
function nights(first: string, count: number, subject: string): ControlFact[] {
  const start = instantOf(`${first}T02:00:00+02:00`)
  return Array.from({ length: count }, (_, day) => ({
    ...fact(subject, '2026-01-01T00:00:00Z'),
    at: start + day * 86_400_000,
  }))
}

function fact(subject: string, at: string, result: ControlOutcome = 'success'): ControlFact {
  return { control: 'backup', subject, at: instantOf(at), result, evidence: 'log' }
}

function periodOf(first: string, next: string): Period {
  const offset = (date: string) => (date >= '2026-03-29' && date < '2026-10-26' ? '+02:00' : '+01:00')
  const instant = (date: string) => instantOf(`${date}T00:00:00${offset(date)}`)
  return { from: instant(first), to: instant(next), label: `${first}/${next}` }
}

function percent(ratio: Ratio | null): string | null {
  return ratio === null ? null : formatRatio({ ...ratio, numerator: ratio.numerator * 100n }, 2)
}
