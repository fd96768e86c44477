import { chapter, commitment, type Fact, history, hours, instantOf, termsSource } from '@vigie/testkit'
import { describe, expect, test } from 'vitest'
import type { ClockRules } from './clause-types.ts'
import type { Measure } from './measure.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

const HOUR = 3_600_000

function judge(
  facts: readonly Fact[],
  reopen: ClockRules['reopen'],
  at = '2026-12-31T00:00+01:00',
): readonly Measure[] {
  const commitments = chapter(
    (['response', 'workaround', 'restoration', 'resolution', 'closure'] as const).map((kind) =>
      commitment(kind, kind, hours(24, 'always')),
    ),
    reopen === undefined ? {} : { reopen },
  )
  const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
  return measureTicket(history('T1', facts), terms, instantOf(at)).measures
}

function resolutions(facts: readonly Fact[], reopen: ClockRules['reopen'], at?: string) {
  return judge(facts, reopen, at)
    .filter(({ measure }) => measure === 'resolution')
    .map(({ cycle, startedAt, stoppedAt, counted, because }) => ({
      cycle,
      startedAt,
      stoppedAt,
      hours: counted / HOUR,
      codes: because.map(({ code }) => code),
    }))
}

/** 16 to 30 November 2026, Paris time. */
const at = (day: number, time: string) => `2026-11-${day}T${time}+01:00`

/** Reported at 09:00, resolved at 11:00, reopened the next day at 09:00, resolved again at 12:00. */
const reopened: readonly Fact[] = [
  [at(16, '09:00'), 'reported'],
  [at(16, '09:30'), 'acknowledged'],
  [at(16, '11:00'), 'resolved'],
  [at(17, '09:00'), 'reopened'],
  [at(17, '12:00'), 'resolved'],
]

describe('a reopening within the window', () => {
  test.each([
    ['resume', at(16, '09:00'), 2 + 3],
    ['restart', at(17, '09:00'), 3],
    ['continue', at(16, '09:00'), 27],
  ] as const)('%s', (mode, start, count) => {
    expect(resolutions(reopened, { within: 'P5D', mode })).toEqual([
      {
        cycle: 1,
        startedAt: instantOf(start),
        stoppedAt: instantOf(at(17, '12:00')),
        hours: count,
        codes: [`reopened-${mode}`],
      },
    ])
  })

  test('undoes the stop: the measure belongs to its last stop, and runs until it comes', () => {
    const running = resolutions(reopened, { within: 'P5D', mode: 'resume' }, at(17, '10:00'))
    expect(running).toMatchObject([{ cycle: 1, stoppedAt: undefined, hours: 3 }])
    const before = resolutions(reopened, { within: 'P5D', mode: 'resume' }, at(17, '08:59'))
    expect(before).toMatchObject([{ cycle: 1, stoppedAt: instantOf(at(16, '11:00')), hours: 2 }])
  })

  test('never undoes the response nor the workaround, not even implied ones', () => {
    const measures = judge(reopened, { within: 'P5D', mode: 'resume' })
    const [response, workaround] = measures
    expect(response).toMatchObject({ measure: 'response', stoppedAt: instantOf(at(16, '09:30')), counted: 0.5 * HOUR })
    expect(workaround).toMatchObject({ measure: 'workaround', stoppedAt: instantOf(at(16, '11:00')), implied: true })
  })

  test('stops and resumes each measure from its own milestone', () => {
    const facts: readonly Fact[] = [
      [at(16, '09:00'), 'reported'],
      [at(16, '10:00'), 'restored'],
      [at(16, '12:00'), 'resolved'],
      [at(16, '15:00'), 'reopened'],
      [at(16, '16:00'), 'restored'],
      [at(16, '17:00'), 'resolved'],
    ]
    const measures = judge(facts, { within: 'P5D', mode: 'resume' })
    expect(measures.map(({ measure, counted }) => [measure, counted / HOUR])).toEqual([
      ['response', 1],
      ['workaround', 1],
      ['restoration', 1 + 1],
      ['resolution', 3 + 2],
      // Never closed: it ran on.
      ['closure', 44 * 24 + 15],
    ])
  })

  test('may come several times', () => {
    const facts: readonly Fact[] = [
      ...reopened,
      [at(17, '13:00'), 'reopened'],
      [at(17, '14:00'), 'resolved'],
      [at(18, '14:00'), 'reopened'],
      [at(18, '16:00'), 'resolved'],
    ]
    expect(resolutions(facts, { within: 'P5D', mode: 'resume' })).toMatchObject([{ cycle: 1, hours: 2 + 3 + 1 + 2 }])
    expect(resolutions(facts, { within: 'P5D', mode: 'restart' })).toMatchObject([{ cycle: 1, hours: 2 }])
    expect(resolutions(facts, { within: 'P5D', mode: 'continue' })).toMatchObject([{ cycle: 1, hours: 55 }])
  })

  test('of a ticket that nothing had stopped changes nothing', () => {
    const facts: readonly Fact[] = [
      [at(16, '09:00'), 'reported'],
      [at(16, '10:00'), 'reopened'],
      [at(16, '11:00'), 'resolved'],
    ]
    expect(resolutions(facts, { within: 'P5D', mode: 'restart' })).toMatchObject([{ cycle: 1, hours: 2, codes: [] }])
  })

  test('a closure at the same instant comes after it', () => {
    const facts: readonly Fact[] = [
      [at(16, '09:00'), 'reported'],
      [at(16, '11:00'), 'resolved'],
      [at(16, '13:00'), 'reopened'],
      [at(16, '13:00'), 'closed'],
    ]
    expect(resolutions(facts, { within: 'P5D', mode: 'resume' })).toMatchObject([
      { cycle: 1, stoppedAt: instantOf(at(16, '13:00')), hours: 2 },
    ])
  })
})

describe('the window', () => {
  const facts = (reopenedAt: string): readonly Fact[] => [
    [at(16, '09:00'), 'reported'],
    [at(16, '10:00'), 'restored'],
    [at(16, '11:00'), 'resolved'],
    [at(18, '09:00'), 'closed'],
    [reopenedAt, 'reopened'],
    ['2026-11-30T12:00+01:00', 'resolved'],
  ]

  test.each([
    ['its last instant is within', '2026-11-21T10:00+01:00', 1],
    ['one millisecond later is past it', '2026-11-21T10:00:00.001+01:00', 2],
  ] as const)('runs from the first milestone that the reopening undoes: %s', (_, reopenedAt, cycles) => {
    expect(resolutions(facts(reopenedAt), { within: 'P5D', mode: 'resume' })).toHaveLength(cycles)
  })

  test('is civil time: five days over the change of clocks have 121 hours', () => {
    const over = (reopenedAt: string): readonly Fact[] => [
      ['2026-10-22T09:00+02:00', 'reported'],
      ['2026-10-22T10:00+02:00', 'resolved'],
      [reopenedAt, 'reopened'],
    ]
    expect(resolutions(over('2026-10-27T10:00+01:00'), { within: 'P5D', mode: 'resume' })).toHaveLength(1)
    expect(resolutions(over('2026-10-27T10:00+01:00'), { within: 'PT120H', mode: 'resume' })).toHaveLength(2)
  })

  test('is absent from a contract without a reopening clause: every reopening opens a cycle', () => {
    expect(resolutions(reopened, undefined)).toMatchObject([{ cycle: 1 }, { cycle: 2 }])
  })
})

describe('a second cycle', () => {
  const late: readonly Fact[] = [
    [at(16, '09:00'), 'reported', { priority: 'P2' }],
    [at(16, '09:30'), 'acknowledged'],
    [at(16, '11:00'), 'resolved'],
    [at(26, '09:00'), 'reopened'],
    [at(26, '12:00'), 'resolved'],
  ]

  test('starts at the reopening past the window, and the first keeps its stop', () => {
    expect(resolutions(late, { within: 'P5D', mode: 'resume' })).toEqual([
      { cycle: 1, startedAt: instantOf(at(16, '09:00')), stoppedAt: instantOf(at(16, '11:00')), hours: 2, codes: [] },
      {
        cycle: 2,
        startedAt: instantOf(at(26, '09:00')),
        stoppedAt: instantOf(at(26, '12:00')),
        hours: 3,
        codes: ['new-cycle'],
      },
    ])
  })

  test('is like a new ticket: its report is the reopening', () => {
    const second = judge(late, { within: 'P5D', mode: 'resume' }).find(({ cycle }) => cycle === 2)
    expect(second?.reportedAt).toBe(instantOf(at(26, '09:00')))
  })

  test('holds the measures that had stopped and were undone, no others', () => {
    const measures = judge(late, { within: 'P5D', mode: 'resume' })
    expect(measures.map(({ measure, cycle }) => `${measure} ${cycle}`)).toEqual([
      'response 1',
      'workaround 1',
      'restoration 1',
      'restoration 2',
      'resolution 1',
      'resolution 2',
      'closure 1',
    ])
  })

  test('has its own window and its own reopenings', () => {
    const facts: readonly Fact[] = [
      ...late,
      [at(27, '12:00'), 'reopened'],
      [at(27, '13:00'), 'resolved'],
      ['2026-12-20T09:00+01:00', 'reopened'],
    ]
    expect(resolutions(facts, { within: 'P5D', mode: 'resume' }, '2026-12-20T10:00+01:00')).toMatchObject([
      { cycle: 1, hours: 2 },
      { cycle: 2, hours: 3 + 1, stoppedAt: instantOf(at(27, '13:00')) },
      { cycle: 3, hours: 1, stoppedAt: undefined },
    ])
  })
})
