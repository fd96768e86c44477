import {
  chapter,
  commitment,
  compliance,
  contractOf,
  followUp,
  hours,
  instantOf,
  recordOf,
  versionsOf,
} from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { Assessment, CommitmentResult, EvaluationInput } from './assessment.ts'
import type { Compliance } from './commitments/clause-types.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { readPeriod } from './period.ts'
import type { EventRow } from './record/event-columns.ts'

/** Facts of one ticket: `[at, event, columns?]`; a date alone is noon, Paris winter time. */
type Story = readonly (readonly [at: string, event: string, columns?: EventRow])[]

function rows(ticket: string, story: Story): readonly EventRow[] {
  return story.map(([at, event, columns]) => ({
    ticket,
    at: at.includes('T') ? `${at}+01:00` : `${at}T12:00:00+01:00`,
    event,
    ...columns,
  }))
}

function resolution(target: number, calendar = 'always', more: Partial<Compliance> = {}) {
  return { ...commitment('RES', 'resolution', hours(target, calendar)), compliance: compliance(90, more) }
}

function contract(...targets: Parameters<typeof chapter>[0]): ContractHistory {
  return versionsOf(contractOf(chapter(targets, { reopen: { within: 'P5D', mode: 'resume' } })))
}

function assess(
  history: ContractHistory,
  facts: readonly EventRow[],
  month: string | undefined,
  more: Partial<EvaluationInput> & { readonly from?: string; readonly to?: string } = {},
): Assessment {
  const record = recordOf(facts)
  const { from, to, ...input } = more
  const request = from === undefined || to === undefined ? { month: month ?? '' } : { from, to }
  const reading = month === undefined && from === undefined ? undefined : readPeriod(request, 'Europe/Paris', record)
  if (reading?.ok === false) throw new RangeError(reading.issues[0].message.en)
  const evaluation = evaluate({
    contract: history,
    record,
    ...(reading === undefined ? {} : { period: reading.period }),
    ...input,
  })
  if (!evaluation.ok) throw new RangeError(evaluation.issues[0].message.en)
  return evaluation.assessment
}

function only(assessment: Assessment): CommitmentResult {
  const [first] = assessment.commitments
  if (first === undefined) throw new RangeError('the contract has a commitment')
  return first
}

/** `1 met`, `1 running`…, or `` where nothing counts. */
function standing(assessment: Assessment): string {
  return Object.entries(only(assessment).counted)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}

describe('the worked example of the field', () => {
  test('187 resolved, 3 excluded by both parties, 9 late: 175 of 184 = 95.11 %', () => {
    const facts = Array.from({ length: 187 }, (_, index) => {
      const late = index < 9
      const excluded = index >= 9 && index < 12
      return rows(`T${index}`, [
        ['2026-11-10T08:00:00', 'reported'],
        [late ? '2026-11-10T12:00:01' : '2026-11-10T12:00:00', 'resolved'],
        ...(excluded
          ? ([
              ['2026-11-11', 'excluded', { commitment: 'RES', party: 'client' }],
              ['2026-11-12', 'excluded', { commitment: 'RES', party: 'provider' }],
            ] as const)
          : []),
      ])
    }).flat()
    const result = only(assess(contract(resolution(4)), facts, '2026-11'))
    expect(result.counted).toEqual({ met: 175, missed: 9, excluded: 3, running: 0, notApplicable: 0 })
    expect(result.rate).toEqual({ numerator: 175, denominator: 184, percent: '95.11' })
    expect(result).toMatchObject({ target: '90', state: 'met', wilson: { low: '90.9668', high: '97.4056' } })
  })
})

describe('the period of a measure, by stop', () => {
  const seenIn = (history: ContractHistory, story: Story) =>
    ['2026-10', '2026-11', '2026-12'].map((month) => standing(assess(history, rows('T', story), month)))

  test.each<[string, Story, string[]]>([
    [
      'stopped in time after the end of the month it began in',
      [
        ['2026-10-31T20:00:00', 'reported'],
        ['2026-11-01T02:00:00', 'resolved'],
      ],
      ['1 running', '1 met', ''],
    ],
    [
      'overrun at the end of the month: missed there, not again at its stop',
      [
        ['2026-10-31T12:00:00', 'reported'],
        ['2026-11-02', 'resolved'],
      ],
      ['1 missed', '', ''],
    ],
    [
      'overrun after the end of the month',
      [
        ['2026-10-31T20:00:00', 'reported'],
        ['2026-11-03', 'resolved'],
      ],
      ['1 running', '1 missed', ''],
    ],
    ['overrun and never stopped: missed once', [['2026-10-30', 'reported']], ['1 missed', '', '']],
    [
      'exactly at its target at the end of the month: not yet missed',
      [
        ['2026-10-31T16:00:00', 'reported'],
        ['2026-11-01T00:00:01', 'resolved'],
      ],
      ['1 running', '1 missed', ''],
    ],
    [
      'one millisecond over its target at the end of the month',
      [
        ['2026-10-31T15:59:59.999', 'reported'],
        ['2026-11-02', 'resolved'],
      ],
      ['1 missed', '', ''],
    ],
    [
      'stopped at the very end of the month: in the next one',
      [
        ['2026-10-31T23:30:00', 'reported'],
        ['2026-11-01T00:00:00', 'resolved'],
      ],
      ['1 running', '1 met', ''],
    ],
    [
      'reported at the very end of the month: not in it',
      [
        ['2026-11-01T00:00:00', 'reported'],
        ['2026-11-01T01:00:00', 'resolved'],
      ],
      ['', '1 met', ''],
    ],
  ])('%s', (_, story, months) => {
    expect(seenIn(contract(resolution(8)), story)).toEqual(months)
  })

  test('due at a closing instant: closed time until the month ends makes nothing late', () => {
    // Friday 30 October 2026, 09:00–12:30 and 13:30–17:00: seven hours, due at 17:00; the month ends on Saturday.
    const story: Story = [
      ['2026-10-30T09:00:00', 'reported'],
      ['2026-11-02T10:00:00', 'resolved'],
    ]
    expect(seenIn(contract(resolution(7, 'business')), story)).toEqual(['1 running', '1 missed', ''])
  })

  test('the last stop known at the observation decides; before the reopening is known, the first one does', () => {
    const story: Story = [
      ['2026-10-31T20:00:00', 'reported'],
      ['2026-10-31T21:00:00', 'resolved'],
      ['2026-11-02T08:00:00', 'reopened'],
      ['2026-11-02T09:00:00', 'resolved'],
    ]
    const history = contract(resolution(8))
    expect(seenIn(history, story)).toEqual(['1 met', '1 met', ''])
    expect(standing(assess(history, rows('T', story), '2026-10', { at: instantOf('2026-12-01T00:00:00Z') }))).toBe(
      '1 running',
    )
  })

  test('closed time between a resolution and a reopening does not overrun', () => {
    // 7 h, closed over the end of the month, then 2 h more: late by an hour on 3 November.
    const story: Story = [
      ['2026-10-30T08:00:00', 'reported'],
      ['2026-10-30T15:00:00', 'resolved'],
      ['2026-11-03T08:00:00', 'reopened'],
      ['2026-11-03T10:00:00', 'resolved'],
    ]
    const at = instantOf('2026-12-01T00:00:00Z')
    const history = contract(resolution(8))
    expect(standing(assess(history, rows('T', story), '2026-10', { at }))).toBe('1 running')
    expect(standing(assess(history, rows('T', story), '2026-11', { at }))).toBe('1 missed')
  })

  test('a target in days is missed once its due date is past', () => {
    const days = {
      ...commitment('RES', 'resolution', { kind: 'civil-days', days: 2 } as const),
      compliance: compliance(90),
    }
    expect(
      seenIn(contract(days), [
        ['2026-10-29T12:00:00', 'reported'],
        ['2026-11-03', 'resolved'],
      ]),
    ).toEqual(['1 missed', '', ''])
    expect(
      seenIn(contract(days), [
        ['2026-10-30T12:00:00', 'reported'],
        ['2026-11-03', 'resolved'],
      ]),
    ).toEqual(['1 running', '1 missed', ''])
  })

  test('a cancelled ticket is excluded where it was cancelled', () => {
    expect(
      seenIn(contract(resolution(8)), [
        ['2026-10-31T20:00:00', 'reported'],
        ['2026-11-02', 'cancelled'],
      ]),
    ).toEqual(['1 running', '1 excluded', ''])
  })
})

describe('the period of a measure, by report', () => {
  const history = contract(resolution(8, 'always', { by: 'report' }))
  const at = instantOf('2027-01-01T00:00:00Z')
  const seenIn = (story: Story, more: Partial<EvaluationInput>) =>
    ['2026-10', '2026-11'].map((month) => standing(assess(history, rows('T', story), month, more)))

  test('is that of the report, whenever it stopped, met or missed', () => {
    expect(
      seenIn(
        [
          ['2026-10-31T20:00:00', 'reported'],
          ['2026-11-01T02:00:00', 'resolved'],
        ],
        { at },
      ),
    ).toEqual(['1 met', ''])
    expect(
      seenIn(
        [
          ['2026-10-31T20:00:00', 'reported'],
          ['2026-11-03', 'resolved'],
        ],
        { at },
      ),
    ).toEqual(['1 missed', ''])
  })

  test('it runs there as long as its stop is not known', () => {
    expect(
      seenIn(
        [
          ['2026-10-31T20:00:00', 'reported'],
          ['2026-11-01T02:00:00', 'resolved'],
        ],
        {},
      ),
    ).toEqual(['1 running', ''])
  })
})

describe('the observation', () => {
  const late = rows('T', [
    ['2026-11-10T08:00:00', 'reported'],
    ['2026-11-20', 'resolved'],
  ])

  test('before the end of the period gives a provisional figure, and marks it', () => {
    const early = assess(contract(resolution(1000)), late, '2026-11', { at: instantOf('2026-11-15T00:00:00Z') })
    expect(early).toMatchObject({
      provisional: true,
      commitments: [{ provisional: true, counted: { running: 1, met: 0 } }],
    })
    expect(assess(contract(resolution(1000)), late, '2026-11').provisional).toBe(false)
  })

  test('knows nothing of what was recorded after it', () => {
    const recorded = late.map((row) =>
      row.event === 'resolved' ? { ...row, recordedAt: '2026-12-02T08:00:00+01:00' } : row,
    )
    expect(standing(assess(contract(resolution(1000)), recorded, '2026-11'))).toBe('1 running')
    expect(
      standing(assess(contract(resolution(1000)), recorded, '2026-11', { at: instantOf('2026-12-03T00:00:00Z') })),
    ).toBe('1 met')
  })

  test('without a period is the last fact, and the period holds it', () => {
    const all = assess(contract(resolution(1000)), late, undefined)
    expect(all).toMatchObject({ at: instantOf('2026-11-20T12:00:00+01:00'), provisional: false })
    expect(all.period).toMatchObject({ from: instantOf('2026-11-10T08:00:00+01:00'), to: all.at + 1 })
    expect(standing(all)).toBe('1 met')
  })

  test('without a period says that some facts were recorded after it', () => {
    const recorded = late.map((row) => ({ ...row, recordedAt: '2026-12-02T08:00:00+01:00' }))
    const all = assess(contract(resolution(1000)), [...late.slice(0, 1), ...recorded.slice(1)], undefined)
    expect(all.warnings.map(({ code }) => code)).toEqual(['recorded-after-observation'])
    expect(standing(all)).toBe('1 running')
  })

  test('a log without facts needs a period; with one it gives empty figures', () => {
    expect(evaluate({ contract: contract(resolution(8)), record: recordOf([]) })).toMatchObject({
      ok: false,
      issues: [{ code: 'no-facts' }],
    })
    const empty = assess(contract(resolution(8)), [], '2026-11')
    expect(only(empty)).toMatchObject({ rate: null, wilson: null, state: 'not-applicable' })
    expect(empty.kpis.find(({ id }) => id === 'ticket-count')?.value).toBe('0')
  })
})

describe('the window of a clause that is not the period asked', () => {
  const facts = ['2026-10-10', '2026-11-10', '2026-11-11', '2026-12-10'].flatMap((day, index) =>
    rows(`T${index}`, [
      [`${day}T08:00:00`, 'reported'],
      [`${day}T${index === 0 ? '20' : '09'}:00:00`, 'resolved'],
    ]),
  )

  test('a quarterly clause in a month is judged on the quarter so far, provisionally until it ends', () => {
    const quarterly = contract(resolution(8, 'always', { over: 'quarter' }))
    const november = only(assess(quarterly, facts, '2026-11'))
    expect(november).toMatchObject({ counted: { met: 2, missed: 1 }, state: 'missed', provisional: true })
    expect(november.window?.label).toBe('2026-10-01/2026-12-01')
    const december = only(assess(quarterly, facts, '2026-12'))
    expect(december.counted).toMatchObject({ met: 3, missed: 1 })
    expect(december.provisional).toBeUndefined()
  })

  test('a monthly clause over a year is one rate', () => {
    const year = only(assess(contract(resolution(8)), facts, undefined, { from: '2026-01-01', to: '2027-01-01' }))
    expect(year.rate).toMatchObject({ numerator: 3, denominator: 4 })
    expect(year.window).toBeUndefined()
  })

  test('carry-over judges a small month with the next one', () => {
    const carried = contract(resolution(8, 'always', { small: 'carry-over', minimumCount: 3 }))
    const [october, november, december] = ['2026-10', '2026-11', '2026-12'].map((month) =>
      only(assess(carried, facts, month)),
    )
    expect(october).toMatchObject({ state: 'informative', counted: { met: 0, missed: 1 } })
    expect(november).toMatchObject({
      state: 'missed',
      counted: { met: 2, missed: 1 },
      rate: { numerator: 2, denominator: 3 },
    })
    expect(november?.small?.joined).toEqual(['2026-10'])
    // December alone is under the count, and the last month of the contract year.
    expect(december).toMatchObject({
      state: 'met',
      counted: { met: 1, missed: 0 },
      small: { rule: 'carry-over', joined: [] },
    })
  })
})

describe('the versions of a contract', () => {
  const first: Contract = contractOf(
    chapter([
      { ...resolution(8), clause: '2.1' },
      { ...commitment('OLD', 'response', hours(1, 'always')), compliance: compliance(95) },
    ]),
  )
  const second: Contract = {
    ...contractOf(chapter([{ ...resolution(8), clause: '2.9', compliance: compliance(40) }])),
    effectiveFrom: '2026-11-15',
    followUp: followUp('ticket-count'),
  }
  const history = versionsOf(first, second)
  const facts = [
    ...rows('A', [
      ['2026-11-10T08:00:00', 'reported'],
      ['2026-11-10T08:30:00', 'acknowledged'],
      ['2026-11-10T09:00:00', 'resolved'],
    ]),
    ...rows('B', [
      ['2026-11-20T08:00:00', 'reported'],
      ['2026-11-21', 'resolved'],
    ]),
  ]

  test('thresholds, clauses and KPIs are those in force at the last instant of the period', () => {
    const november = assess(history, facts, '2026-11')
    expect(november.contract.version).toBe('2')
    expect(only(november)).toMatchObject({
      clause: '2.9',
      contractVersion: '2',
      target: '40',
      state: 'met',
      rate: { percent: '50.00' },
    })
    expect(november.kpis.map(({ id }) => id)).toEqual(['ticket-count'])
    expect(assess(history, facts, '2026-10').contract.version).toBe('1')
  })

  test('a commitment of an earlier version is shown where a ticket was judged by it', () => {
    const ids = (month: string) => assess(history, facts, month).commitments.map(({ id }) => id)
    expect(ids('2026-11')).toEqual(['RES', 'OLD'])
    expect(ids('2026-12')).toEqual(['RES'])
  })

  test('a ticket reported before the contract is counted among the excluded, and the reason is said', () => {
    const before = rows('Z', [
      ['2024-12-31T08:00:00', 'reported'],
      ['2026-11-05', 'resolved'],
    ])
    const november = assess(history, [...facts, ...before], '2026-11')
    expect(only(november).counted).toMatchObject({ met: 1, missed: 1, excluded: 1, notApplicable: 0 })
    expect(november.neutralised).toMatchObject([{ code: 'no-contract', tickets: ['Z'] }])
  })
})

describe('the periods before', () => {
  const facts = ['2026-09-10', '2026-10-10', '2026-11-10'].flatMap((day, index) =>
    rows(`T${index}`, [
      [`${day}T08:00:00`, 'reported'],
      [`${day}T${index === 1 ? '20' : '09'}:00:00`, 'resolved'],
    ]),
  )

  test('are judged as if asked for at the same observation, oldest first', () => {
    const at = instantOf('2026-12-05T00:00:00Z')
    const asked = assess(contract(resolution(8)), facts, '2026-11', { previous: 2, at })
    expect(asked.previous.map(({ period }) => period.label)).toEqual(['2026-09', '2026-10'])
    for (const earlier of asked.previous) {
      const { commitments, kpis, volumes, period } = assess(contract(resolution(8)), facts, earlier.period.label, {
        at,
      })
      expect(earlier).toEqual({ commitments, kpis, volumes, period })
    }
  })

  test('that ended before the contract began are left out', () => {
    const young = versionsOf(contractOf(chapter([resolution(8)]), { effectiveFrom: '2026-10-15' }))
    expect(assess(young, facts, '2026-11', { previous: 6 }).previous.map(({ period }) => period.label)).toEqual([
      '2026-10',
    ])
  })
})

describe('what a reader must know', () => {
  test('neutralised measures are counted by reason, with the first twenty tickets', () => {
    const facts = Array.from({ length: 25 }, (_, index) =>
      rows(`T${String(index).padStart(2, '0')}`, [
        ['2026-11-10T08:00:00', 'reported'],
        ['2026-11-11', 'cancelled'],
      ]),
    ).flat()
    const { neutralised } = assess(contract(resolution(8)), facts, '2026-11')
    expect(neutralised).toMatchObject([{ code: 'cancelled', count: 25 }])
    expect(neutralised[0]?.tickets).toEqual(
      Array.from({ length: 20 }, (_, index) => `T${String(index).padStart(2, '0')}`),
    )
  })

  test('a ticket that no commitment holds is a warning of the month it was reported in', () => {
    const incidents = contract({ ...resolution(8), when: { kind: ['incident'] } })
    const facts = rows('R', [['2026-11-10T08:00:00', 'reported', { kind: 'request' }]])
    expect(assess(incidents, facts, '2026-11').warnings).toMatchObject([
      { code: 'no-commitment', count: 1, tickets: ['R'] },
    ])
    expect(assess(incidents, facts, '2026-12').warnings).toEqual([])
  })

  test('commitments that tickets do not measure are in the list without a figure, and said not to be computed', () => {
    const { priorities: _, ...rest } = chapter([resolution(8)])
    const availability = {
      type: 'availability',
      id: 'FILES',
      clause: '2.8',
      service: 'files',
      calendar: 'always',
      atLeast: { numerator: 995n, denominator: 1000n },
      over: 'month',
    } as const
    const history = versionsOf(contractOf({ ...rest, targets: [...rest.targets, availability] }))
    const { commitments, warnings } = assess(history, [], '2026-11')
    expect(commitments[1]).toMatchObject({
      id: 'FILES',
      measure: 'availability',
      target: '99.5',
      rate: null,
      state: 'not-applicable',
    })
    expect(warnings).toMatchObject([{ code: 'not-computed-yet', count: 1 }])
    expect(warnings[0]?.message.en).toContain('FILES')
  })

  test('two clauses that hold one ticket and neither more specific: no figure at all', () => {
    const tie = contract(
      { ...commitment('A', 'resolution', hours(8, 'always'), { when: { kind: ['incident'] } }) },
      { ...commitment('B', 'resolution', hours(4, 'always'), { when: { priority: ['P1'] } }) },
    )
    const record = recordOf(rows('T', [['2026-11-10T08:00:00', 'reported', { kind: 'incident', priority: 'P1' }]]))
    expect(evaluate({ contract: tie, record })).toMatchObject({ ok: false, issues: [{ code: 'target-tie' }] })
    expect(explain({ contract: tie, record, ticket: 'T', at: record.lastAt ?? 0 })).toMatchObject({
      ok: false,
      issues: [{ code: 'target-tie' }],
    })
  })
})

describe('every measure that counts', () => {
  test('is handed on once, by ticket id, with how it counts', () => {
    const facts = [
      ...rows('B', [
        ['2026-11-10T08:00:00', 'reported'],
        ['2026-11-10T09:00:00', 'resolved'],
      ]),
      ...rows('A', [
        ['2026-11-29T08:00:00', 'reported'],
        ['2026-12-02', 'resolved'],
      ]),
      ...rows('C', [
        ['2026-10-10T08:00:00', 'reported'],
        ['2026-10-10T09:00:00', 'resolved'],
      ]),
      ...rows('D', [['2026-11-30T22:00:00', 'reported']]),
    ]
    const seen: string[] = []
    assess(contract(resolution(8)), facts, '2026-11', {
      onMeasure: ({ ticket }, how) => seen.push(`${ticket} ${how}`),
      previous: 1,
    })
    expect(seen).toEqual(['A missed', 'B met', 'D running'])
  })
})

describe('a mass incident whose parent is no ticket of the record', () => {
  const history = versionsOf(contractOf(chapter([resolution(8)], { mass: 'parent-only' })))
  const child = (ticket: string) =>
    rows(ticket, [
      ['2026-11-10T08:00:00', 'reported', { parent: 'PRB1' }],
      ['2026-11-10T09:00:00', 'resolved'],
    ])
  const facts = ['T3', 'T1', 'T2'].flatMap(child)

  test('counts once, by its first child; explaining any child agrees', () => {
    const counted = new Map<string, string>()
    assess(history, facts, '2026-11', { onMeasure: ({ ticket, state }) => counted.set(ticket, state) })
    expect([...counted]).toEqual([
      ['T1', 'met'],
      ['T2', 'excluded'],
      ['T3', 'excluded'],
    ])
    const record = recordOf(facts)
    for (const [ticket, state] of counted) {
      const explained = explain({ contract: history, record, ticket, at: record.lastAt ?? 0 })
      expect(explained).toMatchObject({ ok: true, explanation: { measures: [{ state }] } })
    }
  })

  test('a ticket that the record does not hold cannot be explained', () => {
    expect(explain({ contract: history, record: recordOf(facts), ticket: 'PRB1', at: 0 })).toMatchObject({
      ok: false,
      issues: [{ code: 'unknown-ticket' }],
    })
  })
})
