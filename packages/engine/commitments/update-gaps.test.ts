import {
  chapter,
  commitment,
  type Fact,
  history,
  hours,
  instantOf,
  minutes,
  pause,
  termsSource,
  workingDays,
} from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { ClockRules, Target } from './clause-types.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

const MINUTE = 60_000

function judge(
  facts: readonly Fact[],
  at: string,
  target: Target = minutes(30, 'desk'),
  clock: Partial<ClockRules> = {},
) {
  const commitments = chapter([commitment('UPD', 'update-interval', target)], clock)
  const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
  const [measure] = measureTicket(history('T1', facts), terms, instantOf(at)).measures
  if (measure === undefined) throw new Error('no measure')
  return measure
}

const monday = (time: string) => `2026-11-16T${time}+01:00`
const updates = (...times: readonly string[]): readonly Fact[] => times.map((time): Fact => [monday(time), 'updated'])

describe('the update interval', () => {
  test('is the longest gap between updates, from report to restoration', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported'],
      ...updates('09:20', '09:50', '10:05'),
      [monday('10:30'), 'restored'],
      ...updates('14:00'),
    ]
    expect(judge(facts, monday('18:00'))).toMatchObject({
      state: 'met',
      counted: 30 * MINUTE,
      stoppedAt: instantOf(monday('10:30')),
      dueAt: instantOf(monday('09:50')),
      remaining: 0,
    })
  })

  test.each([
    ['from the report to the first update', ['09:31', '09:50']],
    ['between two updates', ['09:20', '09:51']],
    ['from the last update to the restoration', ['09:20', '09:49', '09:59']],
  ])('may be the stretch %s', (_, times) => {
    const facts: readonly Fact[] = [[monday('09:00'), 'reported'], ...updates(...times), [monday('10:30'), 'resolved']]
    expect(judge(facts, monday('18:00'))).toMatchObject({ state: 'missed', implied: true })
  })

  test('counts in its calendar: the night is no gap', () => {
    const facts: readonly Fact[] = [
      [monday('17:45'), 'reported'],
      ['2026-11-17T08:40+01:00', 'updated'],
      ['2026-11-17T08:50+01:00', 'restored'],
    ]
    expect(judge(facts, '2026-11-18T00:00+01:00')).toMatchObject({ state: 'met', counted: 25 * MINUTE })
  })

  test('while it runs, the stretch that runs is what is due next', () => {
    const facts: readonly Fact[] = [[monday('09:00'), 'reported'], ...updates('09:28')]
    const soon = judge(facts, monday('09:40'))
    expect(soon).toMatchObject({ state: 'running', counted: 28 * MINUTE, remaining: 18 * MINUTE })
    expect(soon.dueAt).toBe(instantOf(monday('09:58')))
    expect(judge(facts, monday('09:51')).state).toBe('at-risk')
    expect(judge(facts, monday('09:58')).state).toBe('at-risk')
    expect(judge(facts, monday('09:59'))).toMatchObject({ state: 'missed', counted: 31 * MINUTE, remaining: -MINUTE })
  })

  test('once missed stays missed', () => {
    const facts: readonly Fact[] = [[monday('09:00'), 'reported'], ...updates('09:31', '09:40')]
    expect(judge(facts, monday('09:41'))).toMatchObject({ state: 'missed', counted: 31 * MINUTE })
  })

  test('a machine gives no update, unless the contract says so', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported'],
      [monday('09:20'), 'updated', { party: 'system' }],
      [monday('09:40'), 'restored'],
    ]
    expect(judge(facts, monday('18:00')).counted).toBe(40 * MINUTE)
    expect(judge(facts, monday('18:00'), minutes(30, 'desk'), { automaticAnswers: 'counted' }).counted).toBe(
      20 * MINUTE,
    )
  })

  test('is not paused, unless the contract says so', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported'],
      [monday('09:10'), 'paused', { reason: 'waiting-client' }],
      [monday('09:50'), 'resumed'],
      [monday('10:00'), 'restored'],
    ]
    const appliesTo = ['update-interval'] as const
    expect(judge(facts, monday('18:00'), minutes(30, 'desk'), { pauses: [pause('waiting-client')] }).counted).toBe(
      60 * MINUTE,
    )
    const paused = { pauses: [pause('waiting-client', { appliesTo })] }
    expect(judge(facts, monday('18:00'), minutes(30, 'desk'), paused).counted).toBe(20 * MINUTE)
  })

  test('owes nothing while the ticket is closed: the stretch goes on at the reopening', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported'],
      [monday('09:20'), 'restored'],
      [monday('11:00'), 'reopened'],
      [monday('11:05'), 'updated'],
      [monday('11:20'), 'restored'],
    ]
    const reopen = { reopen: { within: 'P5D', mode: 'resume' } } as const
    expect(judge(facts, monday('18:00'), minutes(30, 'desk'), reopen)).toMatchObject({
      state: 'met',
      counted: 25 * MINUTE,
    })
  })

  test('may be asked in working days: each stretch has its own due instant', () => {
    const facts = (second: string): readonly Fact[] => [
      [monday('09:00'), 'reported'],
      ['2026-11-17T17:59+01:00', 'updated'],
      [second, 'restored'],
    ]
    const judged = (second: string) => judge(facts(second), '2026-11-30T00:00+01:00', workingDays(1, 'desk'))
    expect(judged('2026-11-18T18:00+01:00').state).toBe('met')
    expect(judged('2026-11-18T18:01+01:00').state).toBe('missed')
  })

  test('of a ticket without any update is the whole time', () => {
    const facts: readonly Fact[] = [
      [monday('09:00'), 'reported'],
      [monday('11:00'), 'restored'],
    ]
    expect(judge(facts, monday('18:00'), hours(2, 'desk'))).toMatchObject({ state: 'met', counted: 120 * MINUTE })
  })
})
