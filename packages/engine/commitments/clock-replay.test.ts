import {
  chapter,
  civilDays,
  commitment,
  hours,
  inCanonicalOrder,
  instantOf,
  type MinuteCalendar,
  minuteCalendar,
  type NaiveMeasure,
  pause,
  plus,
  replayTicket,
  termsSource,
  weekdaysOf,
  workingDays,
} from '@vigie/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TicketEvent } from '../record/event.ts'
import type { ClockRules, CommitmentsChapter, MeasureKind, PauseClause, Target } from './clause-types.ts'
import type { Measure } from './measure.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

// From a Monday to the Friday after the change to summer time (29 March 2026 in Paris); strips go on for due dates.
const FROM = instantOf('2026-03-16T00:00Z')
const START = instantOf('2026-03-23T00:00Z')
const MINUTE = 60_000
const STRIP = 60 * 1440
const CALENDARS: ReadonlyMap<string, MinuteCalendar> = new Map([
  ['desk', minuteCalendar('Europe/Paris', weekdaysOf('08:30-18:00'), FROM, STRIP, new Set(['2026-04-06']))],
  ['sao-paulo', minuteCalendar('America/Sao_Paulo', weekdaysOf('08:00-18:00'), FROM, STRIP)],
  ['always', minuteCalendar('Europe/Paris', 'always', FROM, STRIP)],
])

const calendar = fc.constantFrom('desk', 'always', 'sao-paulo')
const target: fc.Arbitrary<Target> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 1, max: 40 }), calendar).map(([n, id]) => hours(n, id)) },
  fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom({}, { cutoff: '14:00' }, { until: '12:00' }))
    .map(([n, more]) => workingDays(n, 'desk', more)),
  fc.integer({ min: 0, max: 4 }).map(civilDays),
)
const measureKind = fc.constantFrom<MeasureKind>('response', 'workaround', 'restoration', 'resolution', 'closure')
const pauseClause: fc.Arbitrary<Partial<PauseClause>> = fc.record(
  {
    appliesTo: fc.uniqueArray(measureKind, { minLength: 1 }),
    proof: fc.constantFrom('required' as const, 'optional' as const),
    atMost: fc.oneof(
      fc.integer({ min: 1, max: 30 }).map((n) => hours(n, 'desk')),
      fc.integer({ min: 0, max: 2 }).map((n) => workingDays(n, 'desk')),
      fc.integer({ min: 0, max: 2 }).map(civilDays),
    ),
    // biome-ignore lint/suspicious/noThenProperty: a word of the contract form
    then: fc.constantFrom('resume' as const, 'close-without-answer' as const),
  },
  { requiredKeys: [] },
)
const clockRules: fc.Arbitrary<Partial<ClockRules>> = fc.record(
  {
    startsAt: fc.constantFrom('reported' as const, 'detected' as const),
    pauses: fc
      .tuple(pauseClause, pauseClause)
      .map(([client, other]) => [pause('waiting-client', client), pause('waiting-other', other)]),
    reopen: fc.record({
      within: fc.constantFrom('PT6H', 'P1D', 'P5D'),
      mode: fc.constantFrom('resume' as const, 'restart' as const, 'continue' as const),
    }),
    automaticAnswers: fc.constantFrom('ignored' as const, 'counted' as const),
    channels: fc.constant({ outsideHours: ['phone'] }),
  },
  { requiredKeys: ['pauses'] },
)
const clauses: fc.Arbitrary<CommitmentsChapter> = fc
  .record({
    measures: fc.uniqueArray(measureKind, { minLength: 1, maxLength: 3 }),
    targets: fc.tuple(target, target, target, target, target),
    clock: clockRules,
    onChange: fc.constantFrom('retroactive' as const, 'prospective' as const, 'frozen' as const),
  })
  .map(({ measures, targets: [a, b, c, d, e], clock, onChange }) =>
    chapter(
      measures.flatMap((measure) => [
        commitment(`${measure}-P1`, measure, a, { when: { priority: ['P1'] } }),
        commitment(`${measure}-P1-request`, measure, b, { when: { priority: ['P1'], kind: ['request'] } }),
        commitment(`${measure}-P2-P3`, measure, c, { when: { priority: ['P2', 'P3'] } }),
        commitment(`${measure}-P4`, measure, d, { when: { priority: ['P4'] } }),
        commitment(`${measure}-any`, measure, e),
      ]),
      clock,
      { priorities: { levels: ['P1', 'P2', 'P3', 'P4'], decidedBy: 'both', onChange } },
    ),
  )

const MILESTONES: readonly string[] = ['acknowledged', 'started', 'workaround', 'restored', 'resolved', 'closed']
const priority = fc.constantFrom('P1', 'P2', 'P3', 'P4')
const kind = fc.constantFrom('incident', 'request')
const party = fc.option(fc.constantFrom('client', 'provider', 'system'), { nil: undefined })
/** Minutes after the start: anywhere in nine days, often on the hour, so that facts meet. */
const offset = fc.oneof(
  fc.integer({ min: 0, max: 9 * 1440 }),
  fc.integer({ min: 0, max: 9 * 24 }).map((n) => n * 60),
  fc.integer({ min: 8, max: 30 }).map((n) => n * 60),
)
const fact: fc.Arbitrary<Partial<TicketEvent>> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      event: fc.constantFrom(
        'acknowledged' as const,
        'started' as const,
        'workaround' as const,
        'restored' as const,
        'resolved' as const,
        'closed' as const,
        'resolved' as const,
      ),
      party,
    }),
  },
  { weight: 4, arbitrary: fc.record({ event: fc.constant('reopened' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      event: fc.constant('paused' as const),
      reason: fc.constantFrom('waiting-client', 'waiting-client', 'waiting-other', 'coffee', undefined),
      text: fc.constantFrom('mail of Monday', undefined),
    }),
  },
  { weight: 3, arbitrary: fc.record({ event: fc.constant('resumed' as const) }) },
  { weight: 3, arbitrary: fc.record({ event: fc.constant('prioritised' as const), priority }) },
  { weight: 1, arbitrary: fc.record({ event: fc.constant('reclassified' as const), kind }) },
  { weight: 1, arbitrary: fc.record({ event: fc.constantFrom('cancelled' as const, 'merged' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ event: fc.constant('excluded' as const), party: fc.constantFrom('client', 'provider') }),
  },
  { weight: 1, arbitrary: fc.record({ event: fc.constantFrom('updated' as const, 'commented' as const) }) },
)
const facts: fc.Arbitrary<readonly TicketEvent[]> = fc
  .record({
    report: fc.record({
      event: fc.constant('reported' as const),
      priority: fc.option(priority, { nil: undefined }),
      kind: fc.option(kind, { nil: undefined }),
      channel: fc.constantFrom('phone', 'email', undefined),
    }),
    reportedAt: fc.integer({ min: 0, max: 2880 }),
    detectedAt: fc.option(fc.integer({ min: 0, max: 2880 }), { nil: undefined }),
    others: fc.array(fc.tuple(offset, fc.integer({ min: 0, max: 2 }), fact), { maxLength: 14 }),
  })
  .map(({ report, reportedAt, detectedAt, others }) => {
    const opening: (readonly [number, number, Partial<TicketEvent>])[] = [[reportedAt, 0, report]]
    if (detectedAt !== undefined) opening.push([detectedAt, 0, { event: 'detected' }])
    // Before the report the model knows milestones only.
    const later = others.filter(([minute, , { event }]) => minute > reportedAt || MILESTONES.includes(event ?? ''))
    const events = [...opening, ...later].map(([minute, seq, { event = 'commented', ...columns }], index) => {
      const at = START + minute * MINUTE
      const given = Object.entries(columns).filter(([, value]) => value !== undefined)
      return { ticket: 'T', id: `e${index}`, at, recordedAt: at, seq, event, ...Object.fromEntries(given) }
    })
    return inCanonicalOrder(events)
  })

test('every measure of a random ticket agrees with a replay minute by minute', () => {
  fc.assert(
    fc.property(facts, clauses, fc.integer({ min: 60, max: 10 * 1440 }), (events, commitments, minutes) => {
      const at = START + minutes * MINUTE
      const addDuration = (from: number, duration: string) => plus(from, duration, 'Europe/Paris')
      const naive = replayTicket({ events, chapter: commitments, from: FROM, calendars: CALENDARS, at, addDuration })
      const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
      const { measures } = measureTicket({ ticket: 'T', events }, terms, at)
      expect(measures.map((measure, index) => seen(measure, naive[index]))).toEqual(naive)
    }),
    { numRuns: 600, seed: 20_260_329 },
  )
})

/** What the model sees of a measure; its due instant only where the model has one. */
function seen(measure: Measure, naive: NaiveMeasure | undefined): NaiveMeasure {
  return {
    commitment: measure.commitment,
    measure: measure.measure,
    cycle: measure.cycle,
    startedAt: measure.startedAt,
    stoppedAt: measure.stoppedAt,
    counted: measure.counted,
    dueAt: naive?.dueAt === undefined ? undefined : measure.dueAt,
    state: measure.state,
    implied: measure.implied ?? false,
  }
}
