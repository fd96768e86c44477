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
import type { MeasureKind, PauseClause } from './clause-types.ts'
import type { Measure } from './measure.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

const HOUR = 3_600_000
const client = (more: Partial<PauseClause> = {}) => pause('waiting-client', more)

function judge(facts: readonly Fact[], pauses: readonly PauseClause[], at: string, kinds: readonly MeasureKind[]) {
  const commitments = chapter(
    kinds.map((kind) => commitment(kind, kind, hours(8, 'desk'))),
    { pauses },
  )
  const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
  return measureTicket(history('T1', facts), terms, instantOf(at)).measures
}

function resolution(facts: readonly Fact[], pauses: readonly PauseClause[], at = '2026-11-30T00:00+01:00'): Measure {
  const [measure] = judge(facts, pauses, at, ['resolution'])
  if (measure === undefined) throw new Error('no measure')
  return measure
}

function codes({ because }: Measure): readonly string[] {
  return because.map(({ code }) => code)
}

/** A working Monday in Paris, from 08:30 to 18:00. */
const monday = (time: string) => `2026-11-16T${time}+01:00`

describe('a pause', () => {
  const paused: readonly Fact[] = [
    [monday('08:30'), 'reported'],
    [monday('10:00'), 'paused', { reason: 'waiting-client' }],
    [monday('11:30'), 'resumed'],
    [monday('12:30'), 'resolved'],
  ]

  test('stops the clock, and says who waits for whom', () => {
    const measure = resolution(paused, [client()])
    expect(measure.counted).toBe(2.5 * HOUR)
    expect(measure.paused).toEqual([
      {
        from: instantOf(monday('10:00')),
        to: instantOf(monday('11:30')),
        reason: 'waiting-client',
        imputable: 'client',
        event: 'T1/paused',
      },
    ])
    expect(measure.grounds.evidence).toEqual(['T1/reported', 'T1/paused', 'T1/resolved'])
    expect(measure.because).toEqual([])
  })

  test('outside support hours removes nothing', () => {
    const facts: readonly Fact[] = [
      [monday('17:00'), 'reported'],
      [monday('19:00'), 'paused', { reason: 'waiting-client' }],
      ['2026-11-17T07:00+01:00', 'resumed'],
      ['2026-11-17T09:30+01:00', 'resolved'],
    ]
    expect(resolution(facts, [client()]).counted).toBe(2 * HOUR)
  })

  test('stops the measures that it applies to: by default never the response', () => {
    const facts: readonly Fact[] = [
      [monday('08:30'), 'reported'],
      [monday('09:30'), 'paused', { reason: 'waiting-client' }],
    ]
    const kinds = ['response', 'intervention', 'workaround', 'restoration', 'resolution', 'closure'] as const
    const measures = judge(facts, [client()], monday('12:30'), kinds)
    expect(measures.map(({ measure, state, counted }) => [measure, state, counted / HOUR])).toEqual([
      ['response', 'running', 4],
      ['intervention', 'running', 4],
      ['workaround', 'paused', 1],
      ['restoration', 'paused', 1],
      ['resolution', 'paused', 1],
      ['closure', 'running', 4],
    ])
  })

  test.each(['restored', 'resolved', 'closed', 'reopened', 'resumed'] as const)('ends at %s', (event) => {
    const facts: readonly Fact[] = [
      [monday('08:30'), 'reported'],
      [monday('10:00'), 'paused', { reason: 'waiting-client' }],
      [monday('11:00'), event],
      [monday('12:30'), 'closed'],
    ]
    const commitments = chapter([commitment('CLO', 'closure', hours(8, 'desk'))], {
      pauses: [client({ appliesTo: ['closure'] })],
    })
    const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
    const [closure] = measureTicket(history('T1', facts), terms, instantOf('2026-11-30T00:00+01:00')).measures
    expect(closure?.paused).toHaveLength(1)
    expect(closure?.paused[0]).toMatchObject({ from: instantOf(monday('10:00')), to: instantOf(monday('11:00')) })
  })

  test.each(['acknowledged', 'started', 'workaround', 'assigned', 'updated'] as const)(
    'does not end at %s',
    (event) => {
      const facts: readonly Fact[] = [
        [monday('08:30'), 'reported'],
        [monday('10:00'), 'paused', { reason: 'waiting-client' }],
        [monday('11:00'), event],
        [monday('12:30'), 'resolved'],
      ]
      expect(resolution(facts, [client()]).counted).toBe(1.5 * HOUR)
    },
  )

  test('ends at another pause, which goes on by its own clause', () => {
    const facts: readonly Fact[] = [
      [monday('08:30'), 'reported'],
      [monday('10:00'), 'paused', { reason: 'waiting-client' }],
      [monday('11:00'), 'paused', { reason: 'coffee' }],
      [monday('12:30'), 'resolved'],
    ]
    const measure = resolution(facts, [client()])
    expect(measure.counted).toBe(3 * HOUR)
    expect(measure.paused).toHaveLength(1)
  })

  test('of the same reason again starts a new limit, and is warned', () => {
    const facts: readonly Fact[] = [
      [monday('08:30'), 'reported'],
      [monday('10:00'), 'paused', { reason: 'waiting-client' }],
      [monday('11:00'), 'paused', { reason: 'waiting-client' }],
      [monday('13:30'), 'resolved'],
    ]
    const measure = resolution(facts, [client({ atMost: hours(1.5, 'desk') })])
    expect(measure.paused.map(({ from, to }) => (to - from) / HOUR)).toEqual([1, 1.5])
    expect(codes(measure)).toEqual(['pause-repeated', 'pause-limit-reached'])
  })

  test('for a reason that the contract does not list counts, and is warned', () => {
    const facts: readonly Fact[] = [
      [monday('08:30'), 'reported'],
      [monday('10:00'), 'paused', { reason: 'waiting-for-parts' }],
      [monday('11:00'), 'paused', { reason: 'waiting-for-parts' }],
      [monday('12:30'), 'resolved'],
    ]
    const measure = resolution(facts, [client()])
    expect(measure.counted).toBe(4 * HOUR)
    expect(measure.because).toEqual([
      {
        code: 'pause-reason-unlisted',
        message: {
          fr: 'Le motif de suspension «\u00a0waiting-for-parts\u00a0» n’est pas dans la liste du contrat\u00a0: son temps compte.',
          en: 'The pause reason "waiting-for-parts" is not in the contract\'s list: its time counts.',
        },
        events: ['T1/paused', 'T1/paused2'],
      },
    ])
    expect(judge(facts, [client()], monday('12:00'), ['response'])[0]?.because).toEqual([])
  })

  test('without a reason counts, and is warned', () => {
    const facts: readonly Fact[] = [
      [monday('08:30'), 'reported'],
      [monday('10:00'), 'paused'],
    ]
    const measure = resolution(facts, [client()], monday('12:30'))
    expect([measure.state, measure.counted, codes(measure)]).toEqual(['running', 4 * HOUR, ['pause-reason-unlisted']])
  })

  test('needs its proof: without text it counts', () => {
    const proved = client({ proof: 'required' })
    expect(codes(resolution(paused, [proved]))).toEqual(['pause-without-proof'])
    expect(resolution(paused, [proved]).counted).toBe(4 * HOUR)
    const withText = paused.map(
      ([at, event, columns]): Fact =>
        event === 'paused' ? [at, event, { ...columns, text: 'mail of 10:00' }] : [at, event],
    )
    expect(resolution(withText, [proved]).counted).toBe(2.5 * HOUR)
  })

  test('that lasts at the observation pauses the measure, whose due instant moves on', () => {
    const open = paused.slice(0, 2)
    const at11 = resolution(open, [client()], monday('11:00'))
    const at12 = resolution(open, [client()], monday('12:00'))
    expect([at11.state, at12.state]).toEqual(['paused', 'paused'])
    expect([at11.counted, at12.counted]).toEqual([1.5 * HOUR, 1.5 * HOUR])
    // 6 h 30 are left: as if it resumed now.
    expect(at11.dueAt).toBe(instantOf(monday('17:30')))
    expect(at12.dueAt).toBe(instantOf('2026-11-17T09:00+01:00'))
    expect(at12.remaining).toBe(6.5 * HOUR)
  })

  test('does not hide a miss: beyond its target a paused clock is missed', () => {
    const facts: readonly Fact[] = [
      [monday('08:30'), 'reported'],
      [monday('16:31'), 'paused', { reason: 'waiting-client' }],
    ]
    expect(resolution(facts, [client()], monday('17:00')).state).toBe('missed')
  })
})

describe('a bounded pause', () => {
  const facts: readonly Fact[] = [
    [monday('08:30'), 'reported'],
    [monday('10:00'), 'paused', { reason: 'waiting-client' }],
  ]

  test.each([
    ['before its limit', monday('12:59'), 'paused', 1.5],
    ['at its limit time counts again', monday('13:00'), 'running', 1.5],
    ['past its limit', monday('14:00'), 'running', 2.5],
  ] as const)('%s', (_, at, state, counted) => {
    const measure = resolution(facts, [client({ atMost: hours(3, 'desk') })], at)
    expect([measure.state, measure.counted / HOUR]).toEqual([state, counted])
  })

  test('has its own calendar: five working days end at the close of the fifth', () => {
    const measure = resolution(
      [...facts, ['2026-11-25T08:30+01:00', 'resolved']],
      [client({ atMost: workingDays(5, 'desk') })],
    )
    // 1 h 30 before the pause, then Tuesday 24 in full: the limit is Monday 23 at 18:00.
    expect(measure.paused[0]?.to).toBe(instantOf('2026-11-23T18:00+01:00'))
    expect(measure.counted).toBe((1.5 + 9.5) * HOUR)
    expect(codes(measure)).toEqual(['pause-limit-reached'])
  })

  // biome-ignore lint/suspicious/noThenProperty: a word of the contract form
  const closing = client({ atMost: hours(3, 'desk'), then: 'close-without-answer' })

  test('may close the ticket for want of an answer: never counted as met', () => {
    const measure = resolution(facts, [closing], monday('18:00'))
    expect(measure).toMatchObject({
      state: 'excluded',
      counted: 1.5 * HOUR,
      stoppedAt: instantOf(monday('13:00')),
    })
    expect(codes(measure)).toEqual(['closed-without-answer'])
  })

  test('does not close the ticket up to its limit, nor if the answer comes at it', () => {
    expect(resolution(facts, [closing], monday('13:00')).state).toBe('running')
    const answered: readonly Fact[] = [...facts, [monday('13:00'), 'resumed'], [monday('14:00'), 'resolved']]
    expect(resolution(answered, [closing])).toMatchObject({ state: 'met', counted: 2.5 * HOUR })
  })

  test('closes every clock of the ticket that still ran, and no other', () => {
    const more: readonly Fact[] = [...facts, [monday('09:00'), 'acknowledged'], [monday('15:00'), 'resolved']]
    const measures = judge(more, [closing], '2026-11-30T00:00+01:00', ['response', 'resolution', 'closure'])
    expect(measures.map(({ measure, state }) => [measure, state])).toEqual([
      ['response', 'met'],
      ['resolution', 'excluded'],
      ['closure', 'excluded'],
    ])
  })

  test('forgives no lateness: a clock beyond its target when the ticket closes is missed', () => {
    const late: readonly Fact[] = [
      [monday('08:30'), 'reported'],
      [monday('17:00'), 'paused', { reason: 'waiting-client' }],
    ]
    const measure = resolution(late, [closing], '2026-11-30T00:00+01:00')
    expect([measure.state, measure.counted / HOUR]).toEqual(['missed', 8.5])
  })

  test('a reopening undoes that closure', () => {
    const reopened: readonly Fact[] = [
      ...facts,
      ['2026-11-17T09:30+01:00', 'reopened'],
      ['2026-11-17T10:30+01:00', 'resolved'],
    ]
    const commitments = chapter([commitment('RES', 'resolution', hours(8, 'desk'))], {
      pauses: [closing],
      reopen: { within: 'P5D', mode: 'resume' },
    })
    const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
    const [measure] = measureTicket(history('T1', reopened), terms, instantOf('2026-11-30T00:00+01:00')).measures
    expect(measure).toMatchObject({ state: 'met', counted: 2.5 * HOUR, stoppedAt: instantOf('2026-11-17T10:30+01:00') })
  })
})

describe('a reminder', () => {
  const clause = client({ remindAfter: minutes(90, 'desk') })
  const facts = (...between: readonly Fact[]): readonly Fact[] => [
    [monday('08:30'), 'reported'],
    [monday('10:00'), 'paused', { reason: 'waiting-client' }],
    ...between,
    [monday('13:00'), 'resumed'],
    [monday('14:00'), 'resolved'],
  ]

  test('that is not recorded is found, and changes no figure', () => {
    const measure = resolution(facts(), [clause])
    expect(codes(measure)).toEqual(['reminder-missing'])
    expect(measure.counted).toBe(resolution(facts(), [client()]).counted)
  })

  test.each([
    ['a message of the desk', [monday('11:30'), 'commented', { party: 'provider' }], []],
    ['a status update', [monday('10:10'), 'updated'], []],
    ['a message of the client is none', [monday('11:30'), 'commented', { party: 'client' }], ['reminder-missing']],
  ] as const)('%s', (_, fact, expected) => {
    expect(codes(resolution(facts(fact), [clause]))).toEqual(expected)
  })

  test('is owed only once its time has passed', () => {
    expect(codes(resolution(facts().slice(0, 2), [clause], monday('11:30')))).toEqual([])
    expect(codes(resolution(facts().slice(0, 2), [clause], monday('11:31')))).toEqual(['reminder-missing'])
  })
})
