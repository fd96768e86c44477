import { chapter, commitment, type Fact, history, hours, instantOf, pause, termsSource } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { ClockRules } from './clause-types.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'
import type { TicketFamily } from './ticket-measures.ts'

function judge(facts: readonly Fact[], clock: Partial<ClockRules> = {}, family?: TicketFamily) {
  const commitments = chapter(
    [commitment('ACK', 'response', hours(1, 'always')), commitment('RES', 'resolution', hours(4, 'always'))],
    { reopen: { within: 'P5D', mode: 'resume' }, ...clock },
  )
  const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
  const { measures } = measureTicket(history('T1', facts), terms, instantOf('2026-12-31T00:00Z'), family)
  return measures.map(({ commitment: id, cycle, state, stoppedAt, counted, because }) => ({
    id: `${id}${cycle}`,
    state,
    stoppedAt,
    counted,
    codes: because.map(({ code }) => code),
  }))
}

const at = (time: string) => `2026-11-16T${time}Z`
const opened: readonly Fact[] = [
  [at('09:00'), 'reported'],
  [at('09:30'), 'acknowledged'],
]

describe('a ticket cancelled or merged', () => {
  test.each(['cancelled', 'merged'] as const)('%s: measured up to there, and not counted', (event) => {
    expect(judge([...opened, [at('10:00'), event]])).toEqual([
      { id: 'ACK1', state: 'excluded', stoppedAt: instantOf(at('09:30')), counted: 30 * 60_000, codes: [event] },
      { id: 'RES1', state: 'excluded', stoppedAt: instantOf(at('10:00')), counted: 60 * 60_000, codes: [event] },
    ])
  })

  test('excludes a miss too', () => {
    expect(judge([...opened, [at('20:00'), 'cancelled']])[1]).toMatchObject({ state: 'excluded' })
  })

  test('and reopened within the window is a ticket again', () => {
    const facts: readonly Fact[] = [
      ...opened,
      [at('10:00'), 'cancelled'],
      [at('12:00'), 'reopened'],
      [at('13:00'), 'resolved'],
    ]
    expect(judge(facts)).toMatchObject([
      { id: 'ACK1', state: 'met' },
      { id: 'RES1', state: 'met', counted: 2 * 3_600_000, codes: ['reopened-resume'] },
    ])
  })

  test('and reopened past the window is excluded in its first cycle only', () => {
    const facts: readonly Fact[] = [
      ...opened,
      [at('10:00'), 'cancelled'],
      ['2026-11-26T09:00Z', 'reopened'],
      ['2026-11-26T10:00Z', 'resolved'],
    ]
    expect(judge(facts)).toMatchObject([
      { id: 'ACK1', state: 'excluded' },
      { id: 'RES1', state: 'excluded' },
      { id: 'RES2', state: 'met' },
    ])
  })

  test('in its second cycle leaves the first one counted', () => {
    const facts: readonly Fact[] = [
      ...opened,
      [at('10:00'), 'resolved'],
      ['2026-11-26T09:00Z', 'reopened'],
      ['2026-11-26T10:00Z', 'cancelled'],
    ]
    expect(judge(facts)).toMatchObject([
      { id: 'ACK1', state: 'met' },
      { id: 'RES1', state: 'met' },
      { id: 'RES2', state: 'excluded' },
    ])
  })
})

describe('an exclusion', () => {
  const resolved: readonly Fact[] = [...opened, [at('20:00'), 'resolved']]
  const asks = (party: string | undefined, commitmentId?: string): Fact => [
    at('21:00'),
    'excluded',
    { ...(party === undefined ? {} : { party }), ...(commitmentId === undefined ? {} : { commitment: commitmentId }) },
  ]
  const resolution = (...facts: readonly Fact[]) => {
    const [, second] = judge([...resolved, ...facts])
    return [second?.state, second?.codes]
  }

  test('by both parties holds, whoever came first', () => {
    expect(resolution(asks('client', 'RES'), asks('provider', 'RES'))).toEqual(['excluded', ['excluded-by-both']])
  })

  test('by one party never holds, however often', () => {
    expect(resolution(asks('provider', 'RES'), asks('provider', 'RES'))).toEqual(['missed', ['exclusion-by-one-party']])
    expect(resolution(asks('client', 'RES'))).toEqual(['missed', ['exclusion-by-one-party']])
  })

  test('is for the commitment that it names', () => {
    const facts = [...resolved, asks('client', 'RES'), asks('provider', 'RES')]
    expect(judge(facts).map(({ id, state }) => [id, state])).toEqual([
      ['ACK1', 'met'],
      ['RES1', 'excluded'],
    ])
    expect(resolution(asks('client', 'RES'), asks('provider', 'ACK'))).toEqual(['missed', ['exclusion-by-one-party']])
  })

  test('that names no commitment is for all of them', () => {
    expect(resolution(asks('client'), asks('provider', 'RES'))).toEqual(['excluded', ['excluded-by-both']])
  })

  test('by nobody or by a machine has no effect, and is warned', () => {
    expect(resolution(asks('client'), asks(undefined))).toEqual([
      'missed',
      ['exclusion-by-one-party', 'exclusion-without-party'],
    ])
    expect(resolution(asks('system'))).toEqual(['missed', ['exclusion-without-party']])
  })
})

describe('a mass incident', () => {
  const child: readonly Fact[] = [...opened, [at('10:00'), 'resolved'], [at('11:00'), 'linked', { parent: 'T0' }]]

  test('parent-only: the parent counts for its children, which are measured', () => {
    expect(judge(child, { mass: 'parent-only' })).toMatchObject([
      { id: 'ACK1', state: 'excluded', codes: ['child-of-mass-incident'], counted: 30 * 60_000 },
      { id: 'RES1', state: 'excluded', codes: ['child-of-mass-incident'] },
    ])
  })

  test('each: every child counts', () => {
    expect(judge(child, { mass: 'each' }).map(({ state }) => state)).toEqual(['met', 'met'])
  })

  test('a child counts where it stands for a parent that is no ticket', () => {
    const family: TicketFamily = { counts: (ticket, parent) => ticket === 'T1' && parent === 'T0' }
    expect(judge(child, { mass: 'parent-only' }, family).map(({ state }) => state)).toEqual(['met', 'met'])
  })

  test('a ticket that names itself is no child', () => {
    const self: readonly Fact[] = [...opened, [at('11:00'), 'linked', { parent: 'T1' }]]
    expect(judge(self, { mass: 'parent-only' })[0]?.state).toBe('met')
  })
})

test('one reason is given first, in this order: not applicable, withdrawn, family, joint consent, no answer', () => {
  const facts: readonly Fact[] = [
    [at('09:00'), 'reported', { channel: 'corridor' }],
    [at('10:00'), 'paused', { reason: 'waiting-client' }],
    [at('20:00'), 'linked', { parent: 'T0' }],
    [at('20:00'), 'excluded', { party: 'client' }],
    [at('20:00'), 'excluded', { party: 'provider' }],
    [at('21:00'), 'cancelled'],
  ]
  const closing = pause('waiting-client', {
    atMost: hours(1, 'always'),
    // biome-ignore lint/suspicious/noThenProperty: a word of the contract form
    then: 'close-without-answer',
  })
  const first = (facts: readonly Fact[], clock: Partial<ClockRules>) => judge(facts, clock)[1]?.codes[0]
  const clock = { mass: 'parent-only', pauses: [closing] } as const
  expect(first(facts, { ...clock, channels: { opensClock: ['phone'] } })).toBe('channel-does-not-open-clock')
  expect(first(facts, clock)).toBe('cancelled')
  expect(first(facts.slice(0, -1), clock)).toBe('child-of-mass-incident')
  expect(first(facts.slice(0, -1), { ...clock, mass: 'each' })).toBe('excluded-by-both')
  expect(first(facts.slice(0, -2), { ...clock, mass: 'each' })).toBe('closed-without-answer')
})
