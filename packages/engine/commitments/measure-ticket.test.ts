import {
  chapter,
  civilDays,
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
import type { ClockRules, CommitmentsChapter, Target } from './clause-types.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

const MINUTE = 60_000
const HOUR = 3_600_000
const pauseClause = pause('waiting-client')

function measure(facts: readonly Fact[], commitments: CommitmentsChapter, at: string) {
  const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
  return measureTicket(history('T1', facts), terms, instantOf(at))
}

function one(facts: readonly Fact[], commitments: CommitmentsChapter, at: string) {
  const { measures } = measure(facts, commitments, at)
  expect(measures).toHaveLength(1)
  const [only] = measures
  if (only === undefined) throw new Error('no measure')
  return only
}

function resolution(target: Target, clock: Partial<ClockRules> = {}): CommitmentsChapter {
  return chapter([commitment('RES', 'resolution', target)], clock)
}

describe('targets', () => {
  test.each([
    ['8 h ouvrées over a weekend', hours(8, 'desk'), '2026-11-16T15:00+01:00'],
    ['24 h of every hour', hours(24, 'always'), '2026-11-14T16:30+01:00'],
    ['1 working day, end of day', workingDays(1, 'desk'), '2026-11-16T18:00+01:00'],
    ['1 working day, at noon', workingDays(1, 'desk', { until: '12:00' }), '2026-11-16T12:00+01:00'],
    ['1 working day, past the cut-off', workingDays(1, 'desk', { cutoff: '16:30' }), '2026-11-17T18:00+01:00'],
    ['3 civil days, same wall time', civilDays(3), '2026-11-16T16:30+01:00'],
  ])('reported Friday 13 Nov 2026 at 16:30 in Paris, %s is due %s', (_, target, due) => {
    const clock = one([['2026-11-13T16:30+01:00', 'reported']], resolution(target), '2026-11-13T16:30+01:00')
    expect(clock.dueAt).toBe(instantOf(due))
  })

  test('a stop from 10:00 to 11:30 moves the due time by as much open time', () => {
    const clock = one(
      [
        ['2026-11-13T16:30+01:00', 'reported'],
        ['2026-11-16T10:00+01:00', 'paused', { reason: 'waiting-client' }],
        ['2026-11-16T11:30+01:00', 'resumed'],
      ],
      resolution(hours(8, 'desk'), { pauses: [pauseClause] }),
      '2026-11-16T12:00+01:00',
    )
    expect(clock.dueAt).toBe(instantOf('2026-11-16T16:30+01:00'))
    expect(clock.counted).toBe(1.5 * HOUR + 1.5 * HOUR + 0.5 * HOUR)
  })

  test('four hours at 8–18, opened at 16:00, are due at 10:00 the next day', () => {
    const clock = one(
      [['2026-11-16T16:00-03:00', 'reported']],
      resolution(hours(4, 'sao-paulo')),
      '2026-11-16T16:00-03:00',
    )
    expect(clock.dueAt).toBe(instantOf('2026-11-17T10:00-03:00'))
  })

  test('11 November is closed: a target runs around it', () => {
    const clock = one([['2026-11-10T17:00+01:00', 'reported']], resolution(hours(2, 'desk')), '2026-11-12T09:00+01:00')
    expect(clock.dueAt).toBe(instantOf('2026-11-12T09:30+01:00'))
  })

  test.each([
    ['one millisecond before the target', '2026-11-16T14:59:59.999+01:00', 'met'],
    ['at the target: equality is met', '2026-11-16T15:00+01:00', 'met'],
    ['one millisecond after the target', '2026-11-16T15:00:00.001+01:00', 'missed'],
  ] as const)('stopped %s → %s %s', (_, stop, state) => {
    const clock = one(
      [
        ['2026-11-13T16:30+01:00', 'reported'],
        [stop, 'resolved'],
      ],
      resolution(hours(8, 'desk')),
      '2026-11-30T00:00+01:00',
    )
    expect(clock.state).toBe(state)
    expect(clock.remaining).toBe(clock.state === 'missed' ? -1 : instantOf('2026-11-16T15:00+01:00') - instantOf(stop))
  })

  test('closed time after the due time makes nothing late', () => {
    const facts: readonly Fact[] = [
      ['2026-11-13T08:30+01:00', 'reported'],
      ['2026-11-15T20:00+01:00', 'resolved'],
    ]
    const clock = one(facts, resolution(hours(9.5, 'desk')), '2026-11-30T00:00+01:00')
    expect(clock.dueAt).toBe(instantOf('2026-11-13T18:00+01:00'))
    expect(clock.state).toBe('met')
    expect(clock.counted).toBe(9.5 * HOUR)
  })

  test.each([
    ['at the end of the day', '2026-11-16T18:00+01:00', 'met'],
    ['after it, before the next opening', '2026-11-16T20:00+01:00', 'missed'],
  ] as const)('working days are met up to the due instant: stopped %s', (_, stop, state) => {
    const facts: readonly Fact[] = [
      ['2026-11-13T16:30+01:00', 'reported'],
      [stop, 'resolved'],
    ]
    expect(one(facts, resolution(workingDays(1, 'desk')), '2026-11-30T00:00+01:00').state).toBe(state)
  })

  test('civil days keep the wall time over the change of clocks', () => {
    const clock = one([['2026-10-24T10:00+02:00', 'reported']], resolution(civilDays(2)), '2026-10-24T10:00+02:00')
    expect(clock.dueAt).toBe(instantOf('2026-10-26T10:00+01:00'))
    expect(clock.calendar).toBeUndefined()
    expect(clock.remaining).toBe(49 * HOUR)
  })

  test('paused time is appended to civil days', () => {
    const clock = one(
      [
        ['2026-11-13T16:30+01:00', 'reported'],
        ['2026-11-14T10:00+01:00', 'paused', { reason: 'waiting-client' }],
        ['2026-11-14T16:00+01:00', 'resumed'],
      ],
      resolution(civilDays(3), { pauses: [pauseClause] }),
      '2026-11-15T00:00+01:00',
    )
    expect(clock.dueAt).toBe(instantOf('2026-11-16T22:30+01:00'))
  })

  test('paused open time is appended to working days', () => {
    const clock = one(
      [
        ['2026-11-13T16:30+01:00', 'reported'],
        ['2026-11-13T17:00+01:00', 'paused', { reason: 'waiting-client' }],
        ['2026-11-16T10:00+01:00', 'resumed'],
      ],
      resolution(workingDays(1, 'desk'), { pauses: [pauseClause] }),
      '2026-11-16T12:00+01:00',
    )
    // Paused 1 h on Friday and 1 h 30 on Monday.
    expect(clock.dueAt).toBe(instantOf('2026-11-17T11:00+01:00'))
  })

  test('the calendar follows the site', () => {
    const target = hours(2, { default: 'desk', bySite: { branch: 'sao-paulo' } })
    const due = (site: string) =>
      one([['2026-11-16T17:00+01:00', 'reported', { site }]], resolution(target), '2026-11-16T17:00+01:00')
    expect(due('hq').dueAt).toBe(instantOf('2026-11-17T09:30+01:00'))
    expect(due('branch').dueAt).toBe(instantOf('2026-11-16T19:00+01:00'))
    expect(due('branch').calendar).toBe('sao-paulo')
    // A site named like a property of every object is a site like any other.
    expect(due('constructor').calendar).toBe('desk')
  })
})

describe('states', () => {
  const facts: readonly Fact[] = [['2026-11-16T08:30+01:00', 'reported']]
  test.each([
    ['well before', '2026-11-16T10:00+01:00', 'running'],
    ['with 25 % left', '2026-11-16T14:30+01:00', 'at-risk'],
    ['one millisecond before that', '2026-11-16T14:29:59.999+01:00', 'running'],
    ['at the target', '2026-11-16T16:30+01:00', 'at-risk'],
    ['beyond the target', '2026-11-16T16:30:00.001+01:00', 'missed'],
  ] as const)('a running clock %s (%s) is %s', (_, at, state) => {
    const clock = one(facts, resolution(hours(8, 'desk')), at)
    expect(clock.state).toBe(state)
    expect(clock.stoppedAt).toBeUndefined()
  })

  test.each([
    ['its own hours', minutes(60, 'desk'), '2026-11-16T15:30+01:00', '2026-11-16T15:29+01:00'],
    ['hours of another calendar', hours(3, 'always'), '2026-11-16T13:30+01:00', '2026-11-16T13:29+01:00'],
    ['working days', workingDays(0, 'desk', { until: '16:30' }), '2026-11-16T00:00+01:00', undefined],
  ] as const)('the clause may say when a clock is at risk: %s', (_, atRisk, at, before) => {
    const commitments = chapter([commitment('RES', 'resolution', hours(8, 'desk'), { atRisk })])
    if (before === undefined) expect(one(facts, commitments, '2026-11-16T08:30+01:00').state).toBe('at-risk')
    else {
      expect(one(facts, commitments, before).state).toBe('running')
      expect(one(facts, commitments, at).state).toBe('at-risk')
    }
  })

  test('working days: 25 % of the open time up to the due instant', () => {
    const clause = resolution(workingDays(1, 'desk'))
    expect(one(facts, clause, '2026-11-17T13:14+01:00').state).toBe('running')
    expect(one(facts, clause, '2026-11-17T13:15+01:00').state).toBe('at-risk')
    expect(one(facts, clause, '2026-11-17T18:00:00.001+01:00').state).toBe('missed')
  })
})

describe('milestones', () => {
  const every = chapter([
    commitment('ACK', 'response', hours(1, 'always')),
    commitment('INT', 'intervention', hours(1, 'always')),
    commitment('WRK', 'workaround', hours(1, 'always')),
    commitment('RST', 'restoration', hours(1, 'always')),
    commitment('RES', 'resolution', hours(1, 'always')),
    commitment('CLO', 'closure', hours(1, 'always')),
  ])

  test('each measure stops at its milestone', () => {
    const { measures } = measure(
      [
        ['2026-11-16T09:00+01:00', 'reported'],
        ['2026-11-16T09:01+01:00', 'acknowledged'],
        ['2026-11-16T09:02+01:00', 'started'],
        ['2026-11-16T09:03+01:00', 'workaround'],
        ['2026-11-16T09:04+01:00', 'restored'],
        ['2026-11-16T09:05+01:00', 'resolved'],
        ['2026-11-16T09:06+01:00', 'closed'],
      ],
      every,
      '2026-11-17T00:00+01:00',
    )
    expect(measures.map(({ measure, counted, implied }) => [measure, counted / MINUTE, implied])).toEqual([
      ['response', 1, undefined],
      ['intervention', 2, undefined],
      ['workaround', 3, undefined],
      ['restoration', 4, undefined],
      ['resolution', 5, undefined],
      ['closure', 6, undefined],
    ])
  })

  test('a later milestone implies the earlier ones, and warns', () => {
    const { measures } = measure(
      [
        ['2026-11-16T09:00+01:00', 'reported'],
        ['2026-11-16T09:05+01:00', 'resolved'],
        ['2026-11-16T09:10+01:00', 'acknowledged'],
      ],
      every,
      '2026-11-16T09:20+01:00',
    )
    expect(measures.map((clock) => [clock.measure, clock.counted / MINUTE, clock.implied, codes(clock)])).toEqual([
      ['response', 5, true, ['implied']],
      ['intervention', 5, true, ['implied']],
      ['workaround', 5, true, ['implied']],
      ['restoration', 5, true, ['implied']],
      ['resolution', 5, undefined, []],
      ['closure', 20, undefined, []],
    ])
    expect(measures[0]?.because[0]).toEqual({
      code: 'implied',
      message: {
        fr: 'Aucun fait ne note la prise en compte à temps\u00a0: un jalon ultérieur en tient lieu et arrête le délai.',
        en: 'No fact records the acknowledgement in time: a later milestone implies it and stops the clock.',
      },
      events: ['T1/resolved'],
    })
  })

  test('a milestone at the very instant of a later one is not implied, in whatever order they come', () => {
    const { measures } = measure(
      [
        ['2026-11-16T09:00+01:00', 'reported'],
        ['2026-11-16T09:05+01:00', 'resolved', { seq: 1 }],
        ['2026-11-16T09:05+01:00', 'acknowledged', { seq: 2 }],
      ],
      every,
      '2026-11-16T09:20+01:00',
    )
    expect(measures[0]).toMatchObject({ measure: 'response', because: [] })
    expect(measures[0]).not.toHaveProperty('implied')
  })

  test('the contract may bind a measure to another milestone', () => {
    const commitments = chapter(
      [commitment('RES', 'resolution', hours(1, 'always'))],
      {},
      { milestones: { resolution: 'closed' } },
    )
    const clock = one(
      [
        ['2026-11-16T09:00+01:00', 'reported'],
        ['2026-11-16T09:05+01:00', 'resolved'],
        ['2026-11-16T09:30+01:00', 'closed'],
      ],
      commitments,
      '2026-11-17T00:00+01:00',
    )
    expect(clock.counted).toBe(30 * MINUTE)
  })

  test('an event of a machine reaches no milestone', () => {
    const facts: readonly Fact[] = [
      ['2026-11-16T09:00+01:00', 'reported'],
      ['2026-11-16T09:01+01:00', 'acknowledged', { party: 'system' }],
      ['2026-11-16T09:30+01:00', 'acknowledged', { party: 'provider' }],
    ]
    const response = [commitment('ACK', 'response', hours(1, 'always'))]
    const ignored = one(facts, chapter(response), '2026-11-17T00:00+01:00')
    expect(ignored.counted).toBe(30 * MINUTE)
    expect(codes(ignored)).toEqual(['machine-event-ignored'])
    const counted = one(facts, chapter(response, { automaticAnswers: 'counted' }), '2026-11-17T00:00+01:00')
    expect(counted.counted).toBe(MINUTE)
  })

  test('a milestone dated before the report counts no time, and warns', () => {
    const clock = one(
      [
        ['2026-11-16T08:55+01:00', 'acknowledged'],
        ['2026-11-16T09:00+01:00', 'reported'],
      ],
      chapter([commitment('ACK', 'response', hours(1, 'always'))]),
      '2026-11-17T00:00+01:00',
    )
    expect(clock).toMatchObject({
      state: 'met',
      counted: 0,
      reportedAt: instantOf('2026-11-16T09:00+01:00'),
      startedAt: instantOf('2026-11-16T08:55+01:00'),
      stoppedAt: instantOf('2026-11-16T08:55+01:00'),
    })
    expect(codes(clock)).toEqual(['before-report'])
  })

  test('between the detection that starts the clock and the report, time counts', () => {
    const facts: readonly Fact[] = [
      ['2026-11-16T08:50+01:00', 'detected'],
      ['2026-11-16T08:55+01:00', 'acknowledged'],
      ['2026-11-16T09:00+01:00', 'reported'],
    ]
    const commitments = chapter([commitment('ACK', 'response', hours(1, 'always'))], { startsAt: 'detected' })
    expect(one(facts, commitments, '2026-11-17T00:00+01:00')).toMatchObject({ counted: 5 * MINUTE, because: [] })
  })
})

describe('start', () => {
  const detectedThenReported: readonly Fact[] = [
    ['2026-11-16T09:00+01:00', 'detected', { channel: 'monitoring' }],
    ['2026-11-16T09:20+01:00', 'reported'],
  ]
  test.each([
    ['reported', '2026-11-16T09:20+01:00'],
    ['detected', '2026-11-16T09:00+01:00'],
  ] as const)('the clock starts at %s where the contract says so', (startsAt, start) => {
    const clock = one(detectedThenReported, resolution(hours(8, 'desk'), { startsAt }), '2026-11-16T10:00+01:00')
    expect(clock.startedAt).toBe(instantOf(start))
    expect(clock.reportedAt).toBe(instantOf('2026-11-16T09:20+01:00'))
    expect(clock.because).toEqual([])
  })

  test('what is reported is detected: without an earlier detection the report starts the clock', () => {
    const facts: readonly Fact[] = [
      ['2026-11-16T09:20+01:00', 'reported'],
      ['2026-11-16T09:40+01:00', 'detected'],
    ]
    const clock = one(facts, resolution(hours(8, 'desk'), { startsAt: 'detected' }), '2026-11-16T10:00+01:00')
    expect(clock.startedAt).toBe(instantOf('2026-11-16T09:20+01:00'))
    expect(codes(clock)).toEqual(['start-at-report'])
  })

  test('a ticket detected and never reported has no clock where clocks start at the report, and is said', () => {
    const facts: readonly Fact[] = [['2026-11-16T09:00+01:00', 'detected']]
    const { measures, warnings } = measure(facts, resolution(hours(8, 'desk')), '2026-11-16T10:00+01:00')
    expect(measures).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(['not-reported'])
    const clock = one(facts, resolution(hours(8, 'desk'), { startsAt: 'detected' }), '2026-11-16T10:00+01:00')
    expect(clock.startedAt).toBe(instantOf('2026-11-16T09:00+01:00'))
  })

  const channels = { opensClock: ['phone', 'email'], outsideHours: ['phone'] }
  test.each([
    ['phone', 'at once', '2026-11-14T10:00+01:00', []],
    ['email', 'at the next opening', '2026-11-16T08:30+01:00', ['opened-at-next-opening']],
    [undefined, 'at once where no channel is given', '2026-11-14T10:00+01:00', []],
  ] as const)('outside hours, %s opens the clock %s', (channel, _, start, expected) => {
    const facts: readonly Fact[] = [['2026-11-14T10:00+01:00', 'reported', channel === undefined ? {} : { channel }]]
    const clock = one(facts, resolution(workingDays(1, 'desk'), { channels }), '2026-11-16T09:00+01:00')
    expect(clock.startedAt).toBe(instantOf(start))
    expect(codes(clock)).toEqual(expected)
  })

  test('before the opening has come, nothing has counted and the clock is due after it', () => {
    const facts: readonly Fact[] = [['2026-11-14T10:00+01:00', 'reported', { channel: 'email' }]]
    const clock = one(facts, resolution(workingDays(1, 'desk'), { channels }), '2026-11-14T12:00+01:00')
    expect(clock).toMatchObject({
      state: 'running',
      counted: 0,
      startedAt: instantOf('2026-11-16T08:30+01:00'),
      dueAt: instantOf('2026-11-17T18:00+01:00'),
    })
  })

  test('a clock stopped before its opening starts and stops at once', () => {
    const facts: readonly Fact[] = [
      ['2026-11-14T10:00+01:00', 'reported', { channel: 'email' }],
      ['2026-11-14T11:00+01:00', 'resolved'],
    ]
    const clock = one(facts, resolution(workingDays(1, 'desk'), { channels }), '2026-11-20T00:00+01:00')
    expect(clock).toMatchObject({
      state: 'met',
      counted: 0,
      startedAt: instantOf('2026-11-14T11:00+01:00'),
      stoppedAt: instantOf('2026-11-14T11:00+01:00'),
    })
  })

  test('a channel that opens no clock leaves the ticket measured and not applicable', () => {
    const facts: readonly Fact[] = [['2026-11-16T09:00+01:00', 'reported', { channel: 'corridor' }]]
    const clock = one(facts, resolution(hours(1, 'desk'), { channels }), '2026-11-20T00:00+01:00')
    expect(clock.state).toBe('not-applicable')
    expect(clock.because[0]?.code).toBe('channel-does-not-open-clock')
  })

  test('a second report by a channel that opens the clock opens it', () => {
    const facts: readonly Fact[] = [
      ['2026-11-16T09:00+01:00', 'reported', { channel: 'corridor' }],
      ['2026-11-16T11:00+01:00', 'reported', { channel: 'phone' }],
    ]
    const clock = one(facts, resolution(hours(8, 'desk'), { channels }), '2026-11-16T12:00+01:00')
    expect(clock).toMatchObject({ state: 'running', startedAt: instantOf('2026-11-16T11:00+01:00'), counted: HOUR })
  })
})

describe('observation', () => {
  const facts: readonly Fact[] = [
    ['2026-11-16T09:00+01:00', 'reported'],
    ['2026-11-16T10:00+01:00', 'resolved'],
  ]
  test('a fact after the observation is unknown', () => {
    expect(one(facts, resolution(hours(8, 'desk')), '2026-11-16T09:59:59.999+01:00').stoppedAt).toBeUndefined()
    expect(one(facts, resolution(hours(8, 'desk')), '2026-11-16T10:00+01:00').stoppedAt).toBeDefined()
  })

  test('a ticket not yet reported has no measure', () => {
    expect(measure(facts, resolution(hours(8, 'desk')), '2026-11-16T08:00+01:00')).toEqual({
      measures: [],
      warnings: [],
      ties: [],
    })
  })
})

describe('what a measure says of itself', () => {
  test('it carries its clause, version, attributes and evidence', () => {
    const commitments = chapter([commitment('P1-RES', 'resolution', hours(4, 'desk'), { when: { priority: ['P1'] } })])
    const clock = one(
      [
        ['2026-11-16T09:00+01:00', 'reported', { priority: 'P1', kind: 'incident', site: 'hq' }],
        ['2026-11-16T10:00+01:00', 'resolved'],
      ],
      commitments,
      '2026-11-17T00:00+01:00',
    )
    expect(clock).toEqual({
      ticket: 'T1',
      commitment: 'P1-RES',
      clause: 'P1-RES',
      contractVersion: '1',
      measure: 'resolution',
      cycle: 1,
      reportedAt: instantOf('2026-11-16T09:00+01:00'),
      startedAt: instantOf('2026-11-16T09:00+01:00'),
      stoppedAt: instantOf('2026-11-16T10:00+01:00'),
      counted: HOUR,
      paused: [],
      target: hours(4, 'desk'),
      targetMilliseconds: 4 * HOUR,
      calendar: 'desk',
      dueAt: instantOf('2026-11-16T13:00+01:00'),
      remaining: 3 * HOUR,
      state: 'met',
      kind: 'incident',
      priority: 'P1',
      site: 'hq',
      because: [],
      grounds: { rule: 'P1-RES', clause: 'P1-RES', contractVersion: '1', evidence: ['T1/reported', 'T1/resolved'] },
    })
  })

  test('a ticket that no commitment holds is said, not dropped', () => {
    const commitments = chapter([commitment('P1-RES', 'resolution', hours(4, 'desk'), { when: { priority: ['P1'] } })])
    const { measures, warnings } = measure(
      [['2026-11-16T09:00+01:00', 'reported']],
      commitments,
      '2026-11-17T00:00+01:00',
    )
    expect(measures).toEqual([])
    expect(warnings.map(({ code, events }) => [code, events])).toEqual([['no-commitment', ['T1/reported']]])
  })
})

function codes({ because }: { readonly because: readonly { readonly code: string }[] }): readonly string[] {
  return because.map(({ code }) => code)
}
