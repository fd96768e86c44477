import { chapter, commitment, type Fact, history, hours, instantOf, termsSource, workingDays } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { DisputesClause } from '../penalty-schema.ts'
import { compileTerms } from '../terms.ts'
import { DISPUTE_SENTENCES } from './dispute-reasons.ts'
import { settleDisputes } from './settle-disputes.ts'

const tenDays = workingDays(10, 'desk')
const lapsing: DisputesClause = { claimWithin: tenDays, answerWithin: tenDays, silence: 'claim-lapsed' }
const accepting: DisputesClause = { ...lapsing, silence: 'claim-accepted' }
const silent: DisputesClause = { claimWithin: tenDays, answerWithin: tenDays }

/** Stopped on Monday 5 October; the tenth working day after is Monday 19 October, 18:00. */
const stopped = '2026-10-05T10:00:00+02:00'

function settle(
  facts: readonly Fact[],
  {
    rules = lapsing,
    at = '2026-12-31T00:00Z',
    stop = stopped,
  }: { rules?: DisputesClause; at?: string; stop?: string | null } = {},
) {
  const commitments = { ...chapter([commitment('RES', 'resolution', hours(4, 'desk'))]), disputes: rules }
  return settleDisputes({
    events: history('T', facts).events,
    commitment: 'RES',
    terms: compileTerms(termsSource(commitments)),
    site: undefined,
    stoppedAt: stop === null ? undefined : instantOf(stop),
    at: instantOf(at),
  }).map(({ state, because }) => ({ state, codes: because.map(({ code }) => code) }))
}

const contested = (time: string, party: 'client' | 'provider' = 'provider'): Fact => [
  time,
  'contested',
  { commitment: 'RES', party },
]
const answered = (time: string, reason: string, party: 'client' | 'provider' = 'client'): Fact => [
  time,
  'answered',
  { commitment: 'RES', party, reason },
]
const excluded = (time: string, party: 'client' | 'provider'): Fact => [time, 'excluded', { commitment: 'RES', party }]
const claim = contested('2026-10-06T10:00:00+02:00')
/** Ten working days after the claim: Tuesday 20 October, 18:00. */
const dueSecond = '2026-10-20T18:00:00+02:00'
const afterDue = '2026-10-20T18:00:01+02:00'

describe('a dispute stands as', () => {
  test.each<[string, readonly Fact[], Parameters<typeof settle>[1], string]>([
    ['claimed while the answer is awaited, to the last instant', [claim], { at: dueSecond }, 'claimed'],
    ['lapsed once that instant is past, where silence lapses', [claim], { at: afterDue }, 'lapsed'],
    ['overdue where the contract says nothing of silence', [claim], { at: afterDue, rules: silent }, 'answer-overdue'],
    [
      'overdue where silence accepts and nobody reminded',
      [claim],
      { at: afterDue, rules: accepting },
      'answer-overdue',
    ],
    [
      'accepted by silence after a reminder',
      [claim, contested('2026-10-15T10:00:00+02:00')],
      { at: afterDue, rules: accepting },
      'accepted-by-silence',
    ],
    [
      'overdue where the reminder came from the other party',
      [claim, ['2026-10-15T10:00:00+02:00', 'commented', { commitment: 'RES', party: 'client' }]],
      { at: afterDue, rules: accepting },
      'answer-overdue',
    ],
    ['claimed without a time to answer', [claim], { rules: {} }, 'claimed'],
    ['accepted', [claim, answered(dueSecond, 'accepted')], {}, 'accepted'],
    ['refused', [claim, answered(dueSecond, 'refused')], {}, 'refused'],
    ['lapsed where the acceptance is late', [claim, answered(afterDue, 'accepted')], {}, 'lapsed'],
    [
      'accepted late where silence decides nothing',
      [claim, answered(afterDue, 'accepted')],
      { rules: silent },
      'accepted',
    ],
    [
      'claimed where the claimant answers itself',
      [claim, answered(dueSecond, 'accepted', 'provider')],
      { at: dueSecond },
      'claimed',
    ],
    [
      'claimed where the answer says nothing clear',
      [claim, answered(dueSecond, 'maybe')],
      { at: dueSecond },
      'claimed',
    ],
    ['withdrawn by the claimant', [claim, answered(dueSecond, 'withdrawn', 'provider')], {}, 'withdrawn'],
    [
      'claimed where the other party says withdrawn',
      [claim, answered(dueSecond, 'withdrawn')],
      { at: dueSecond },
      'claimed',
    ],
    [
      'claimed at the last instant to claim',
      [contested('2026-10-19T18:00:00+02:00')],
      { at: '2026-10-20T00:00Z' },
      'claimed',
    ],
    ['out of time just after', [contested('2026-10-19T18:00:01+02:00')], {}, 'out-of-time'],
    [
      'claimed in time while the clock runs',
      [contested('2026-11-30T10:00:00+01:00')],
      { stop: null, at: '2026-11-30T12:00Z' },
      'claimed',
    ],
    [
      'claimed where one party alone recorded the exclusion',
      [claim, excluded(dueSecond, 'provider')],
      { at: dueSecond },
      'claimed',
    ],
    [
      'excluded where both did, whatever was answered',
      [claim, answered(dueSecond, 'refused'), excluded(afterDue, 'provider'), excluded(afterDue, 'client')],
      {},
      'excluded',
    ],
    [
      'excluded by consent to a request for exclusion',
      [excluded('2026-10-06T10:00:00+02:00', 'client'), excluded(afterDue, 'provider')],
      {},
      'excluded',
    ],
    [
      'claimed by a request for exclusion',
      [excluded('2026-10-06T10:00:00+02:00', 'client')],
      { at: dueSecond },
      'claimed',
    ],
    [
      'excluded by silence where the claimant recorded it and reminded',
      [claim, excluded('2026-10-07T10:00:00+02:00', 'provider'), contested('2026-10-15T10:00:00+02:00')],
      { at: afterDue, rules: accepting },
      'excluded',
    ],
  ])('%s', (_, facts, options, state) => {
    expect(settle(facts, options).map((one) => one.state)).toEqual([state])
  })

  test('two claims where each party makes one', () => {
    expect(settle([claim, contested(dueSecond, 'client')], { at: dueSecond })).toHaveLength(2)
  })

  test('a new claim after a refusal', () => {
    const facts = [claim, answered('2026-10-07T10:00:00+02:00', 'refused'), contested('2026-10-08T10:00:00+02:00')]
    expect(settle(facts, { at: '2026-10-09T00:00Z' }).map(({ state }) => state)).toEqual(['refused', 'claimed'])
  })

  test('nothing where another commitment is contested', () => {
    expect(settle([['2026-10-06T10:00Z', 'contested', { commitment: 'OTHER', party: 'client' }]])).toEqual([])
  })
})

test('the word of an answer may stand in the text where there is no reason', () => {
  const facts: readonly Fact[] = [
    claim,
    [dueSecond, 'answered', { commitment: 'RES', party: 'client', text: 'refused' }],
  ]
  expect(settle(facts)[0]?.state).toBe('refused')
})

test('every reason is a sentence in both languages, with French spacing', () => {
  for (const { fr, en } of Object.values(DISPUTE_SENTENCES)) {
    expect(fr).toMatch(/\.$/)
    expect(en).toMatch(/\.$/)
    expect(fr).not.toMatch(/ [:;?!»]|'|« /)
  }
})
