import { chapter, commitment, type Fact, history, hours, instantOf, termsSource } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { ClockRules } from './clause-types.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

/** Version 1 from 2026-01-01 asks 4 h, version 2 from 2026-07-01 asks 1 h; the contract ends with 2026. */
function judge(facts: readonly Fact[], clock: Partial<ClockRules> = {}, at = '2027-06-01T00:00Z') {
  const terms = (version: string, length: number) =>
    compileTerms(
      termsSource(
        chapter(
          [commitment('ACK', 'response', hours(1, 'always')), commitment('RES', 'resolution', hours(length, 'always'))],
          {
            reopen: { within: 'P5D', mode: 'resume' },
            ...clock,
          },
        ),
        { version },
      ),
    )
  const versions = termsInForce([
    { terms: terms('1', 4), from: instantOf('2026-01-01T00:00+01:00'), to: instantOf('2026-07-01T00:00+02:00') },
    { terms: terms('2', 1), from: instantOf('2026-07-01T00:00+02:00'), to: instantOf('2027-01-01T00:00+01:00') },
  ])
  const { measures } = measureTicket(history('T1', facts), versions, instantOf(at))
  return measures
    .filter(({ commitment: id }) => id === 'RES')
    .map(({ contractVersion, state, cycle, because, grounds }) => {
      expect(grounds.contractVersion).toBe(contractVersion)
      return { contractVersion, state, cycle, codes: because.map(({ code }) => code) }
    })
}

const from = (reported: string, resolved: string): readonly Fact[] => [
  [reported, 'reported'],
  [resolved, 'resolved'],
]

describe('the version at the report', () => {
  test.each([
    ['the last millisecond of version 1', '2026-06-30T23:59:59.999+02:00', '1', 'met'],
    ['the first instant of version 2', '2026-07-01T00:00+02:00', '2', 'missed'],
  ])('holds the whole clock: reported on %s', (_, reported, version, state) => {
    expect(judge(from(reported, '2026-07-01T02:00+02:00'))).toMatchObject([
      { contractVersion: version, state, codes: [] },
    ])
  })

  test.each([
    ['before the contract', '2025-12-31T23:59+01:00', '2026-01-01T00:30+01:00', '1'],
    ['after its term', '2027-01-01T00:00+01:00', '2027-01-01T00:30+01:00', '2'],
  ])('is none %s: not applicable', (_, reported, resolved, nearest) => {
    expect(judge(from(reported, resolved))).toEqual([
      { contractVersion: nearest, state: 'not-applicable', cycle: 1, codes: ['no-contract'] },
    ])
  })

  test('of a second cycle is that of the reopening', () => {
    const facts: readonly Fact[] = [
      ...from('2026-06-10T09:00Z', '2026-06-10T11:00Z'),
      ['2026-07-10T09:00Z', 'reopened'],
      ['2026-07-10T11:00Z', 'resolved'],
    ]
    expect(judge(facts)).toMatchObject([
      { contractVersion: '1', cycle: 1, state: 'met' },
      { contractVersion: '2', cycle: 2, state: 'missed' },
    ])
    const after: readonly Fact[] = [...facts, ['2027-02-01T09:00Z', 'reopened']]
    expect(judge(after)[2]).toMatchObject({ cycle: 3, state: 'not-applicable', codes: ['no-contract', 'new-cycle'] })
  })
})

describe('the version at the milestone', () => {
  const clock = { version: 'at-milestone' } as const

  test('re-reads the whole clock', () => {
    expect(judge(from('2026-06-30T22:00+02:00', '2026-07-01T01:00+02:00'), clock)).toEqual([
      { contractVersion: '2', state: 'missed', cycle: 1, codes: ['version-at-milestone'] },
    ])
    expect(judge(from('2026-06-30T20:00+02:00', '2026-06-30T23:00+02:00'), clock)).toEqual([
      { contractVersion: '1', state: 'met', cycle: 1, codes: [] },
    ])
  })

  test('is that of the observation while the clock runs', () => {
    const facts = from('2026-06-30T22:00+02:00', '2026-07-05T01:00+02:00')
    expect(judge(facts, clock, '2026-06-30T23:30+02:00')).toMatchObject([{ contractVersion: '1', state: 'running' }])
    expect(judge(facts, clock, '2026-07-01T00:00+02:00')).toMatchObject([{ contractVersion: '2', state: 'missed' }])
  })

  test('is the last one where the milestone comes after the term', () => {
    expect(judge(from('2026-12-31T23:30+01:00', '2027-01-01T00:15+01:00'), clock)).toMatchObject([
      { contractVersion: '2', state: 'met' },
    ])
  })

  test('is none where none was in force at the report', () => {
    expect(judge(from('2025-12-31T23:00+01:00', '2026-01-01T00:30+01:00'), clock)).toMatchObject([
      { state: 'not-applicable' },
    ])
  })
})
