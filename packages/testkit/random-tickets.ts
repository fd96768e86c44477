import type {
  ClockRules,
  Column,
  CommitmentsChapter,
  EventType,
  Instant,
  MeasureKind,
  PauseClause,
  Target,
  TicketEvent,
} from '@vigie/engine'
import fc from 'fast-check'
import { chapter, civilDays, commitment, hours, pause, workingDays } from './clauses.ts'
import { inCanonicalOrder } from './facts.ts'

const MINUTE = 60_000

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
/** A chapter of one to three measures under random clock rules, whose clauses nest: P1, P1 requests, P2–P3, P4, any. */
export const anyChapter: fc.Arbitrary<CommitmentsChapter> = fc
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
type Draft = { readonly event: EventType } & { readonly [C in Column]?: string | undefined }

const fact: fc.Arbitrary<Draft> = fc.oneof(
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
/**
 * The facts of a ticket over nine days from `start`, on whole minutes, in canonical order: plausible ones and odd ones.
 * Before its report there may be milestones only.
 */
export function anyTicket(start: Instant): fc.Arbitrary<readonly TicketEvent[]> {
  return fc
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
      const opening: (readonly [number, number, Draft])[] = [[reportedAt, 0, report]]
      if (detectedAt !== undefined) opening.push([detectedAt, 0, { event: 'detected' }])
      const later = others.filter(([minute, , { event }]) => minute > reportedAt || MILESTONES.includes(event))
      const events = [...opening, ...later].map(([minute, seq, { event, ...columns }], index) => {
        const at = start + minute * MINUTE
        const given = Object.entries(columns).filter(([, value]) => value !== undefined)
        return { ticket: 'T', id: `e${index}`, at, recordedAt: at, seq, event, ...Object.fromEntries(given) }
      })
      return inCanonicalOrder(events)
    })
}
