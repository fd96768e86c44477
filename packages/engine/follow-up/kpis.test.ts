import { chapter, commitment, contractOf, followUp, hours, instantOf, recordOf, versionsOf } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { readPeriod } from '../period.ts'
import type { EventRow } from '../record/event-columns.ts'
import type { FollowUpChapter } from './clause-types.ts'
import type { KpiResult } from './kpi.ts'
import type { Volumes } from './volumes.ts'

type Story = readonly (readonly [at: string, event: string, columns?: EventRow])[]

/** Facts of one ticket in November 2026, `10T08:00`: Paris winter time; another month is written in full. */
function ticket(id: string, ...story: Story): readonly EventRow[] {
  return story.map(([at, event, columns]) => {
    const full = at.length > 10 ? at : `2026-11-${at}`
    return { ticket: id, at: `${full}:00+01:00`, event, ...columns }
  })
}

const targets = [
  commitment('RES-1', 'resolution', hours(8, 'always'), { when: { priority: ['P1'] } }),
  commitment('RES', 'resolution', hours(8, 'business')),
  commitment('RESP', 'response', hours(1, 'business')),
]

function assess(chapterOf: FollowUpChapter, facts: readonly (readonly EventRow[])[], at?: string) {
  const record = recordOf(facts.flat())
  const reading = readPeriod({ month: '2026-11' }, 'Europe/Paris', record)
  const contract = versionsOf(contractOf(chapter(targets), { followUp: chapterOf }))
  if (!reading.ok) throw new RangeError('the month is well formed')
  const observed = at === undefined ? {} : { at: instantOf(at) }
  const evaluation = evaluate({ contract, record, period: reading.period, ...observed })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return evaluation.assessment
}

function kpi(id: string, facts: readonly (readonly EventRow[])[], at?: string): KpiResult {
  const [result] = assess(followUp(id), facts, at).kpis
  if (result === undefined) throw new RangeError('the KPI was asked for')
  return result
}

function volumes(...facts: readonly (readonly EventRow[])[]): Volumes {
  return assess(followUp(), facts).volumes
}

describe('ticket-count', () => {
  const incident = { kind: 'incident' }

  test('counts the incidents reported in the period, and nothing else', () => {
    const facts = [
      ticket('A', ['10T08:00', 'reported', incident]),
      ticket('B', ['10T08:00', 'reported', { kind: 'request' }]),
      ticket('C', ['2026-10-31T23:59', 'reported', incident]),
      ticket('D', ['01T00:00', 'reported', incident], ['02T08:00', 'cancelled']),
      ticket('E', ['12T08:00', 'reported']),
    ]
    expect(kpi('ticket-count', facts)).toMatchObject({ value: '2', unit: 'count', count: 2 })
    expect(kpi('ticket-count', facts).note).toBeUndefined()
  })

  test('a ticket reclassified as an incident is one, once that is known', () => {
    const facts = [
      ticket('A', ['10T08:00', 'reported', { kind: 'request' }], ['2026-12-02T08:00', 'reclassified', incident]),
    ]
    expect(kpi('ticket-count', facts).value).toBe('0')
    expect(kpi('ticket-count', facts, '2026-12-03T00:00:00Z').value).toBe('1')
  })

  test('of a log without kinds counts every ticket, and says so', () => {
    const result = kpi('ticket-count', [ticket('A', ['10T08:00', 'reported']), ticket('B', ['11T08:00', 'reported'])])
    expect(result.value).toBe('2')
    expect(result.note?.en).toBe('The log does not say the kind of its tickets: every one is counted.')
  })
})

describe('handling times', () => {
  // Tuesday 10 November 2026, opening hours 09:00–12:30 and 13:30–18:00.
  const closing = (id: string, hour: string, columns: EventRow = {}) =>
    ticket(id, ['10T09:00', 'reported', columns], ['10T09:30', 'acknowledged'], [`10T${hour}`, 'resolved'])

  test('are the mean, P50 and P90 of counted time, with elapsed time beside', () => {
    const facts = [closing('A', '10:00'), closing('B', '11:00'), closing('C', '14:00')]
    expect(kpi('mean-time-to-resolve', facts)).toMatchObject({
      value: '8400',
      unit: 'seconds',
      count: 3,
      groups: [
        {
          calendar: 'business',
          count: 3,
          mean: 8_400_000,
          p50: 7_200_000,
          p90: 14_400_000,
          elapsedP90: 18_000_000,
          elapsedMean: 9_600_000,
        },
      ],
    })
    expect(kpi('p90-time-to-resolve', facts).value).toBe('14400')
    expect(kpi('mean-time-to-respond', facts)).toMatchObject({ value: '1800', count: 3 })
  })

  test('of two calendars are never mixed: no single value, one group each, and a note', () => {
    const result = kpi('mean-time-to-resolve', [closing('A', '10:00'), closing('B', '14:00', { priority: 'P1' })])
    expect(result).toMatchObject({ value: null, elapsed: '10800', count: 2 })
    expect(result.groups?.map(({ calendar, count, mean }) => [calendar, count, mean])).toEqual([
      ['always', 1, 18_000_000],
      ['business', 1, 3_600_000],
    ])
    expect(result.note?.en).toContain('not mixed')
  })

  test('leave out what runs, what stopped in another month and what is neutralised', () => {
    const facts = [
      closing('A', '10:00'),
      ticket('B', ['10T09:00', 'reported']),
      ticket('C', ['2026-10-30T09:00', 'reported'], ['2026-10-30T10:00', 'resolved']),
      ticket('D', ['10T09:00', 'reported'], ['10T12:00', 'cancelled']),
    ]
    expect(kpi('mean-time-to-resolve', facts)).toMatchObject({ value: '3600', count: 1 })
  })

  test('of nothing is null', () => {
    expect(kpi('mean-time-to-resolve', [])).toMatchObject({ value: null, count: 0, groups: [] })
  })

  test('a mean is rounded half-up to the millisecond', () => {
    const at = (seconds: string) => ({ ticket: seconds, at: `2026-11-10T09:00:${seconds}+01:00`, event: 'resolved' })
    const facts = ['00.001', '00.002'].map((seconds) => [...ticket(seconds, ['10T09:00', 'reported']), at(seconds)])
    expect(kpi('mean-time-to-resolve', facts).value).toBe('0.002')
  })
})

describe('backlog-age', () => {
  test('is the P90 of the elapsed age of what is unresolved at the end of the month', () => {
    const facts = [
      ticket('OPEN', ['30T00:00', 'reported']),
      ticket('OLD', ['21T00:00', 'reported'], ['22T00:00', 'resolved'], ['23T00:00', 'reopened']),
      ticket('CLOSED', ['01T00:00', 'reported'], ['02T00:00', 'closed']),
      ticket('CANCELLED', ['01T00:00', 'reported'], ['02T00:00', 'cancelled']),
      ticket('MERGED', ['01T00:00', 'reported'], ['02T00:00', 'merged', { into: 'OPEN' }]),
      ticket('LATER', ['10T00:00', 'reported'], ['2026-12-01T00:00', 'resolved']),
      ticket('NEXT', ['2026-12-01T00:00', 'reported']),
    ]
    // Open at the end: 1, 10 and 21 days.
    expect(kpi('backlog-age', facts)).toMatchObject({ value: String(21 * 86_400), count: 3 })
  })

  test('before the end of the month is the age at the observation', () => {
    expect(kpi('backlog-age', [ticket('A', ['10T00:00', 'reported'])], '2026-11-12T00:00:00+01:00').value).toBe(
      '172800',
    )
  })
})

describe('reopen-rate', () => {
  const facts = [
    ticket('KEPT', ['10T08:00', 'reported'], ['10T09:00', 'resolved']),
    ticket(
      'TWICE',
      ['10T08:00', 'reported'],
      ['10T09:00', 'resolved'],
      ['11T09:00', 'reopened'],
      ['12T09:00', 'resolved'],
      ['13T09:00', 'reopened'],
    ),
    ticket('LAST', ['10T08:00', 'reported'], ['10T09:00', 'resolved'], ['2026-12-10T09:00', 'reopened']),
    ticket('LATE', ['10T08:00', 'reported'], ['10T09:00', 'resolved'], ['2026-12-10T09:01', 'reopened']),
    ticket('OTHER', ['2026-10-01T08:00', 'reported'], ['2026-10-02T09:00', 'resolved'], ['05T09:00', 'reopened']),
  ]

  test('counts distinct tickets resolved in the month and reopened within 30 days, the thirtieth included', () => {
    expect(kpi('reopen-rate', facts, '2027-01-01T00:00:00Z')).toMatchObject({
      value: '50.00',
      numerator: 2,
      denominator: 4,
    })
  })

  test('knows the reopenings up to the observation only', () => {
    expect(kpi('reopen-rate', facts)).toMatchObject({ value: '25.00', numerator: 1, denominator: 4 })
  })
})

describe('first-contact-resolution', () => {
  test.each<[string, Story, string]>([
    [
      'resolved by the first technician',
      [
        ['10T08:10', 'assigned'],
        ['10T09:00', 'resolved'],
      ],
      '100.00',
    ],
    ['resolved without any assignment', [['10T09:00', 'resolved']], '100.00'],
    ['closed without a resolution', [['10T09:00', 'closed']], '100.00'],
    [
      'assigned twice',
      [
        ['10T08:10', 'assigned'],
        ['10T08:20', 'assigned'],
        ['10T09:00', 'resolved'],
      ],
      '0.00',
    ],
    [
      'paused',
      [
        ['10T08:10', 'paused', { reason: 'coffee' }],
        ['10T08:20', 'resumed'],
        ['10T09:00', 'resolved'],
      ],
      '0.00',
    ],
    [
      'reopened',
      [
        ['10T09:00', 'resolved'],
        ['2026-11-30T09:00', 'reopened'],
      ],
      '0.00',
    ],
  ])('%s', (_, story, value) => {
    expect(kpi('first-contact-resolution', [ticket('A', ['10T08:00', 'reported'], ...story)]).value).toBe(value)
  })

  test('of no resolved ticket is null', () => {
    expect(kpi('first-contact-resolution', [ticket('A', ['10T08:00', 'reported'])])).toMatchObject({
      value: null,
      denominator: 0,
    })
  })
})

describe('satisfaction', () => {
  const rated = (id: string, ...scores: readonly string[]) =>
    ticket(
      id,
      ['10T08:00', 'reported'],
      ['10T09:00', 'resolved'],
      ...scores.map((score, index) => [`1${index + 1}T09:00`, 'rated', { score }] as const),
    )

  test('is the mean of the last scores, with the rated among the resolved beside it', () => {
    const facts = [
      rated('A', '5', '4'),
      rated('B', '4.5'),
      rated('C', '4'),
      rated('D'),
      ticket('E', ['10T08:00', 'reported'], ['11T08:00', 'rated', { score: '1' }]),
    ]
    expect(kpi('satisfaction', facts)).toMatchObject({
      value: '4.17',
      unit: 'score',
      count: 3,
      numerator: 3,
      denominator: 4,
    })
  })

  test.each([
    ['4', '4', 'met'],
    ['4.01', '4', 'missed'],
  ])('is compared unrounded with the target %s: %s', (target, _, state) => {
    const { kpis } = assess({ ...followUp('satisfaction'), satisfaction: { scale: 5, target } }, [rated('A', '4')])
    expect(kpis[0]).toMatchObject({ target, state })
  })
})

describe('volumes', () => {
  test('are the tickets reported, resolved and open, by kind and by priority; those without one come last', () => {
    const facts = [
      ticket('A', ['10T08:00', 'reported', { kind: 'incident', priority: 'P2' }], ['10T09:00', 'resolved']),
      ticket(
        'B',
        ['2026-10-10T08:00', 'reported', { kind: 'incident', priority: 'P1' }],
        ['10T09:00', 'resolved'],
        ['11T09:00', 'reopened'],
        ['12T09:00', 'resolved'],
      ),
      ticket('C', ['2026-10-10T08:00', 'reported', { kind: 'request' }]),
      ticket('D', ['11T08:00', 'reported']),
      ticket('E', ['2026-10-10T08:00', 'reported', { kind: 'change' }], ['2026-10-11T08:00', 'closed']),
    ]
    expect(volumes(...facts)).toEqual({
      reported: 2,
      resolved: 2,
      openAtEnd: 2,
      kindsKnown: true,
      byKind: [
        { kind: 'incident', reported: 1, resolved: 2, openAtEnd: 0 },
        { kind: 'request', reported: 0, resolved: 0, openAtEnd: 1 },
        { kind: '', reported: 1, resolved: 0, openAtEnd: 1 },
      ],
      byPriority: [
        { priority: 'P1', reported: 0, resolved: 1, openAtEnd: 0 },
        { priority: 'P2', reported: 1, resolved: 1, openAtEnd: 0 },
        { priority: '', reported: 1, resolved: 0, openAtEnd: 2 },
      ],
    })
  })
})
