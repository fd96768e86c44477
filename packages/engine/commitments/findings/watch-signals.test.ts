import { chapter, commitment, type Fact, history, hours, instantOf, pause, termsSource } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { measureTicket } from '../measure-ticket.ts'
import { compileTerms, termsInForce } from '../terms.ts'
import { NAMED_CASES, type SignalCode } from './signal.ts'
import { watchSignals } from './watch-signals.ts'

const priorities = { levels: ['P1', 'P2', 'P3'], decidedBy: 'provider', onChange: 'retroactive' } as const
const commitments = chapter(
  [commitment('ACK', 'response', hours(1, 'always')), commitment('RES', 'resolution', hours(10, 'always'))],
  {
    pauses: [pause('waiting-client', { remindAfter: { kind: 'civil-days', days: 1 } })],
    reopen: { within: 'P5D', mode: 'resume' },
  },
  { priorities },
)
const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
const november = { from: instantOf('2026-11-01T00:00Z'), to: instantOf('2026-12-01T00:00Z') }

/** Tickets reported at 00:00 UTC on 16 November, their facts by `HH:MM`. */
function signals(tickets: readonly (readonly Fact[])[], period = november) {
  const at = instantOf('2026-12-31T00:00Z')
  const watch = watchSignals({ terms, at, period })
  for (const [number, facts] of tickets.entries()) {
    const one = history(`T-${number}`, [[time('00:00'), 'reported', { priority: 'P2' }], ...facts])
    watch.add({ history: one, measures: measureTicket(one, terms, at).measures })
  }
  return watch.signals()
}
const codes = (...tickets: readonly (readonly Fact[])[]) => signals(tickets).map(({ code }) => code)
const time = (clock: string) => `2026-11-16T${clock}:00Z`
const waits = (from: string, to: string, text?: string): readonly Fact[] => [
  [time(from), 'paused', { reason: 'waiting-client', ...(text === undefined ? {} : { text }) }],
  [time(to), 'resumed'],
]
/** Somebody writes, so that a question could have been recorded. */
const talk: readonly Fact[] = [[time('00:30'), 'commented', { party: 'provider' }]]

describe('a pause shortly before the deadline', () => {
  test.each<[string, readonly Fact[], boolean]>([
    [
      'with a quarter left, resolved soon after',
      [...waits('07:30', '20:00', 'question'), [time('20:59'), 'resolved']],
      true,
    ],
    [
      'with a minute more than a quarter left',
      [...waits('07:29', '20:00', 'question'), [time('20:59'), 'resolved']],
      false,
    ],
    [
      'resolved a tenth of the target after',
      [...waits('07:30', '20:00', 'question'), [time('21:00'), 'resolved']],
      true,
    ],
    ['resolved later', [...waits('07:30', '20:00', 'question'), [time('21:01'), 'resolved']], false],
    ['missed all the same', [...waits('09:30', '20:00', 'question'), [time('20:31'), 'resolved']], false],
    ['still open', waits('07:30', '20:00', 'question'), false],
  ])('%s', (_, facts, found) => {
    expect(codes(facts).includes('pause-before-deadline')).toBe(found)
  })

  test('is said with how many pauses begin that late, and what chance would give', () => {
    const late: readonly Fact[] = [...waits('08:00', '20:00', 'question'), [time('20:30'), 'resolved']]
    const early: readonly Fact[] = [...waits('01:00', '02:00', 'question'), [time('03:00'), 'resolved']]
    // 8 h 30 and 2 h counted, of which one hour beyond 7 h 30.
    expect(signals([late, early])[0]).toMatchObject({
      code: 'pause-before-deadline',
      count: 1,
      of: 2,
      observed: { numerator: 1, denominator: 2 },
      expected: { numerator: 3_600_000, denominator: 10.5 * 3_600_000 },
      cases: [{ tickets: ['T-0'], commitment: 'RES', events: ['T-0/paused', 'T-0/resolved'] }],
    })
  })
})

describe('a pause without a question', () => {
  const asked = (clock: string, party = 'provider'): Fact => [time(clock), 'commented', { party }]
  test.each<[string, readonly Fact[], boolean]>([
    ['nobody wrote', waits('06:00', '07:00'), true],
    ['four hours before', [asked('02:00'), ...waits('06:00', '07:00')], false],
    ['a minute more before', [asked('01:59'), ...waits('06:00', '07:00')], true],
    ['an hour after', [...waits('06:00', '08:00'), asked('07:00')], false],
    ['a minute more after', [...waits('06:00', '08:00'), asked('07:01')], true],
    ['the client wrote', [asked('05:59', 'client'), ...waits('06:00', '08:00')], true],
    ['the pause itself says it', waits('06:00', '07:00', 'Which printer?'), false],
  ])('%s', (_, facts, found) => {
    expect(codes(facts, talk).includes('pause-without-question')).toBe(found)
  })

  test('is not looked for in a log that records no message', () => {
    expect(codes(waits('06:00', '07:00'))).toEqual([])
  })
})

describe('what the contract asks of pauses', () => {
  test('an unlisted reason', () => {
    expect(
      codes([
        [time('01:00'), 'paused', { reason: 'lunch' }],
        [time('02:00'), 'resumed'],
      ]),
    ).toEqual(['pause-reason-unlisted'])
  })
  test('a missing reminder', () => {
    const facts: readonly Fact[] = [
      [time('01:00'), 'paused', { reason: 'waiting-client', text: 'question' }],
      ['2026-11-18T00:00Z', 'resumed'],
    ]
    expect(codes(facts)).toEqual(['reminder-missing'])
  })
})

describe('a priority lowered', () => {
  const lowered = (clock: string, party: string, priority = 'P3'): readonly Fact[] => [
    [time(clock), 'prioritised', { party, priority }],
  ]
  test.each<[string, readonly Fact[], boolean]>([
    ['by the provider at three quarters of the target', lowered('07:30', 'provider'), true],
    ['a minute sooner', lowered('07:29', 'provider'), false],
    ['by the client', lowered('09:00', 'client'), false],
    ['raised', lowered('09:00', 'provider', 'P1'), false],
    [
      'after the resolution',
      [[time('02:00'), 'acknowledged'], [time('03:00'), 'resolved'], ...lowered('09:00', 'provider')],
      false,
    ],
  ])('%s', (_, facts, found) => {
    const acknowledged: Fact = [time('00:10'), 'acknowledged']
    expect(codes([acknowledged, ...facts]).includes('priority-lowered-late')).toBe(found)
  })
})

describe('a ticket resolved and reopened', () => {
  const life = (resolved: string, reopened: string): readonly Fact[] => [
    [time(resolved), 'resolved'],
    [reopened, 'reopened'],
  ]
  test.each<[string, readonly Fact[], boolean]>([
    ['with a quarter left, within a day', life('07:30', '2026-11-17T07:30:00Z'), true],
    ['a second past the day', life('07:30', '2026-11-17T07:30:01Z'), false],
    ['with more left', life('07:29', '2026-11-16T08:00:00Z'), false],
    ['after its due date', life('10:01', '2026-11-16T11:00:00Z'), false],
  ])('%s', (_, facts, found) => {
    expect(codes(facts).includes('closed-and-reopened')).toBe(found)
  })
})

describe('automatic first answers', () => {
  const answered = (after: string, party?: string): readonly Fact[] => [
    [`2026-11-16T00:00:${after}Z`, 'acknowledged', party === undefined ? {} : { party }],
  ]
  const five = (facts: readonly Fact[]) => Array.from({ length: 5 }, () => facts)
  test.each<[string, readonly (readonly Fact[])[], boolean]>([
    ['five within ten seconds', five(answered('10')), true],
    ['five a second later', five(answered('11')), false],
    ['five by a machine', five(answered('59', 'system')), true],
    ['four', five(answered('10')).slice(1), false],
  ])('%s', (_, tickets, found) => {
    expect(codes(...tickets).includes('automatic-first-answer')).toBe(found)
  })
})

describe('resolutions in a batch', () => {
  const resolved = (at: string): readonly Fact[] => [[at, 'resolved']]
  const many = (count: number, at: string) => Array.from({ length: count }, () => resolved(at))
  const usual = Array.from({ length: 12 }, (_, hour) => resolved(`2026-11-17T${String(hour).padStart(2, '0')}:00Z`))
  test.each<[string, readonly (readonly Fact[])[], boolean]>([
    ['ten at the end of the period', [...many(10, '2026-11-30T18:00Z'), ...usual], true],
    ['nine', [...many(9, '2026-11-30T18:00Z'), ...usual], false],
    ['ten in the middle of it', [...many(10, '2026-11-20T18:00Z'), ...usual], false],
    ['ten where every span holds as many', many(10, '2026-11-30T18:00Z'), false],
  ])('%s', (_, tickets, found) => {
    expect(codes(...tickets).includes('resolved-in-batch')).toBe(found)
  })
})

test('what happens outside the period is not of it', () => {
  const facts: readonly Fact[] = [...waits('07:30', '20:00'), [time('20:30'), 'resolved']]
  expect(signals([facts, talk], { from: november.to, to: instantOf('2027-01-01T00:00Z') })).toEqual([])
})

test('the first twenty cases are named, all are counted', () => {
  const tickets = Array.from({ length: 30 }, () => waits('06:00', '07:00'))
  const [signal] = signals([...tickets, talk])
  expect(signal).toMatchObject({ count: 30, of: 30 })
  expect(signal?.cases).toHaveLength(NAMED_CASES)
})

test('every message asks to look, in both languages, and blames nobody', () => {
  const all: readonly (readonly Fact[])[] = [
    [...waits('07:30', '20:00'), [time('20:30'), 'resolved']],
    [
      [time('08:00'), 'resolved'],
      [time('09:00'), 'reopened'],
    ],
    [[time('01:00'), 'paused', { reason: 'lunch' }]],
    talk,
  ]
  const seen = signals(all)
  expect(seen.map(({ code }) => code)).toEqual<SignalCode[]>([
    'pause-before-deadline',
    'pause-reason-unlisted',
    'pause-without-question',
    'closed-and-reopened',
  ])
  for (const { message, cases } of seen) {
    expect(message.fr).toMatch(/^À examiner\u00a0: /)
    expect(message.en).toMatch(/^To be looked at: /)
    for (const { events, detail } of cases) {
      expect(events.length).toBeGreaterThan(0)
      expect(`${message.fr} ${message.en} ${detail.fr} ${detail.en}`).not.toMatch(/fraud|trich|abus|cheat|fault|faute/i)
    }
  }
})
