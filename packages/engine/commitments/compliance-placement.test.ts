import { describe, expect, test } from 'vitest'
import { placeMeasure, standingIn } from './compliance-placement.ts'
import type { Measure } from './measure.ts'

const october = { from: 100, to: 200 }
const november = { from: 200, to: 300 }

function measure(part: Partial<Measure>): Measure {
  return {
    ticket: 'T1',
    commitment: 'C',
    clause: '2.1',
    contractVersion: '1',
    measure: 'resolution',
    cycle: 1,
    reportedAt: 110,
    startedAt: 110,
    counted: 0,
    paused: [],
    target: { kind: 'civil-days', days: 1 },
    state: 'running',
    because: [],
    grounds: { rule: 'C', clause: '2.1', contractVersion: '1', evidence: [] },
    ...part,
  }
}

const inMonths = (one: Measure, by: 'stop' | 'report', facts = {}) => {
  const placement = placeMeasure(one, facts)
  return [standingIn(october, placement, by), standingIn(november, placement, by)]
}

describe('by stop, a measure', () => {
  test('met belongs to its stop and was running before', () => {
    expect(inMonths(measure({ state: 'met', stoppedAt: 250 }), 'stop')).toEqual(['running', 'met'])
  })

  test('a stop at the very end of a period belongs to the next one', () => {
    expect(inMonths(measure({ state: 'met', stoppedAt: 200 }), 'stop')).toEqual(['running', 'met'])
    expect(inMonths(measure({ state: 'met', stoppedAt: 199 }), 'stop')).toEqual(['met', undefined])
  })

  test('overrun and not stopped at the end is missed there, and not counted again at its stop', () => {
    const missed = measure({ state: 'missed', stoppedAt: 250 })
    expect(inMonths(missed, 'stop', { breachedAt: 150 })).toEqual(['missed', undefined])
  })

  test('within its target at the end is running there, and missed in the period in which it overran', () => {
    const missed = measure({ state: 'missed', stoppedAt: 250 })
    expect(inMonths(missed, 'stop', { breachedAt: 200 })).toEqual(['running', 'missed'])
  })

  test('overrun and never stopped is missed once', () => {
    expect(inMonths(measure({ state: 'missed' }), 'stop', { breachedAt: 150 })).toEqual(['missed', undefined])
  })

  test('started after the period is not running in it', () => {
    expect(inMonths(measure({ startedAt: 200, reportedAt: 200 }), 'stop')).toEqual([undefined, 'running'])
  })

  test('excluded belongs to its stop, else to the fact that neutralises it, else to its start; it never runs', () => {
    expect(inMonths(measure({ state: 'excluded', stoppedAt: 250 }), 'stop')).toEqual([undefined, 'excluded'])
    expect(inMonths(measure({ state: 'excluded' }), 'stop', { neutralisedAt: 210 })).toEqual([undefined, 'excluded'])
    expect(inMonths(measure({ state: 'excluded' }), 'stop')).toEqual(['excluded', undefined])
  })

  test('without a contract in force at the report is counted among the excluded', () => {
    const because = [{ code: 'no-contract', message: { fr: '', en: '' }, events: [] }]
    expect(inMonths(measure({ state: 'not-applicable', stoppedAt: 150, because }), 'stop')).toEqual([
      'excluded',
      undefined,
    ])
    expect(inMonths(measure({ state: 'not-applicable', stoppedAt: 150 }), 'stop')).toEqual(['notApplicable', undefined])
  })
})

describe('by report, a measure', () => {
  test.each([
    ['met', 'met'],
    ['missed', 'missed'],
    ['running', 'running'],
    ['paused', 'running'],
    ['at-risk', 'running'],
    ['excluded', 'excluded'],
  ] as const)('%s belongs to its report whenever it stopped', (state, standing) => {
    const stopped = measure({ state, ...(standing === 'running' ? {} : { stoppedAt: 250 }) })
    expect(inMonths(stopped, 'report', { breachedAt: 240 })).toEqual([standing, undefined])
  })

  test('of a later cycle belongs to the reopening that began it', () => {
    expect(
      inMonths(measure({ state: 'met', cycle: 2, reportedAt: 210, startedAt: 210, stoppedAt: 220 }), 'report'),
    ).toEqual([undefined, 'met'])
  })
})
