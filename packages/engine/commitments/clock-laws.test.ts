import { anyChapter, anyTicket, inCanonicalOrder, instantOf, termsSource } from '@vigie/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventType, TicketEvent } from '../record/event.ts'
import type { CommitmentsChapter, PauseClause } from './clause-types.ts'
import type { Measure } from './measure.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

const START = instantOf('2026-03-23T00:00Z')
const MINUTE = 60_000
const RUNS = { numRuns: 400, seed: 3 }

const instant = fc.integer({ min: 60, max: 14_400 }).map((minute) => START + minute * MINUTE)

function measure(events: readonly TicketEvent[], commitments: CommitmentsChapter, at: number): readonly Measure[] {
  const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
  return measureTicket({ ticket: 'T', events }, terms, at).measures
}

function fact(id: string, event: EventType, at: number, columns: Partial<TicketEvent> = {}): TicketEvent {
  return { ticket: 'T', id, at, recordedAt: at, seq: 9, event, ...columns }
}

/** The same rules with pauses that nothing bounds. */
function unbounded(commitments: CommitmentsChapter): CommitmentsChapter {
  const pauses = commitments.clock.pauses.map(
    ({ atMost: _, ...clause }): PauseClause => ({ ...clause, proof: 'optional' }),
  )
  return { ...commitments, clock: { ...commitments.clock, pauses } }
}

test('law: a pause never adds to what counts', () => {
  const span = fc.tuple(instant, instant).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  fc.assert(
    fc.property(anyTicket(START), anyChapter, span, instant, (events, commitments, [from, to], at) => {
      const plain = events.filter(({ event }) => event !== 'paused' && event !== 'resumed')
      const paused = inCanonicalOrder([
        ...plain,
        fact('from', 'paused', from, { reason: 'waiting-client' }),
        fact('to', 'resumed', to),
      ])
      const before = measure(plain, unbounded(commitments), at)
      const after = measure(paused, unbounded(commitments), at)
      expect(after.map(({ measure: kind, cycle }) => [kind, cycle])).toEqual(
        before.map(({ measure: kind, cycle }) => [kind, cycle]),
      )
      after.forEach((clock, index) => {
        expect(clock.counted).toBeLessThanOrEqual(before[index]?.counted ?? 0)
        expect(clock.dueAt ?? 0).toBeGreaterThanOrEqual(before[index]?.dueAt ?? 0)
      })
    }),
    RUNS,
  )
})

test('law: what has stopped stays as it is while no fact touches the ticket', () => {
  fc.assert(
    fc.property(anyTicket(START), anyChapter, instant, instant, (events, commitments, a, b) => {
      const at = Math.min(a, b)
      const known = events.filter((event) => event.at <= at)
      const stopped = measure(known, commitments, at).filter(({ stoppedAt }) => stoppedAt !== undefined)
      const later = measure(known, commitments, Math.max(a, b))
      for (const clock of stopped) expect(later).toContainEqual(clock)
    }),
    RUNS,
  )
})

test('law: counted time is additive over observations without facts between them', () => {
  fc.assert(
    fc.property(anyTicket(START), anyChapter, instant, instant, (events, chapter, a, b) => {
      const [at, later] = [Math.min(a, b), Math.max(a, b)]
      const known = events.filter((event) => event.at <= at)
      const commitments = unbounded(chapter)
      const before = measure(known, commitments, at)
      const after = measure(known, commitments, later)
      before.forEach((clock, index) => {
        const { stoppedAt, startedAt, calendar, paused, counted } = clock
        const held = clock.state === 'paused'
        // A pause that ends at this very instant, or that a missed clock hides.
        const unclear = !held && paused.at(-1)?.to === at
        if (stoppedAt !== undefined || startedAt > at || unclear) return
        const open =
          calendar === undefined ? later - at : termsSource(commitments).calendar(calendar).openMilliseconds(at, later)
        expect(after[index]?.counted).toBe(counted + (held ? 0 : open))
      })
    }),
    RUNS,
  )
})

test('law: facts that no clock reads change no figure', () => {
  const idle = fc.constantFrom<EventType>('assigned', 'worked', 'rated', 'contested', 'answered', 'linked', 'updated')
  const others = fc.array(fc.tuple(idle, instant), { maxLength: 6 })
  fc.assert(
    fc.property(anyTicket(START), anyChapter, others, instant, (events, commitments, added, at) => {
      const more = inCanonicalOrder([
        ...events,
        ...added.map(([event, when], index) => fact(`more${index}`, event, when)),
      ])
      const figures = (clocks: readonly Measure[]) => clocks.map(({ because: _, grounds: __, ...figure }) => figure)
      expect(figures(measure(more, commitments, at))).toEqual(figures(measure(events, commitments, at)))
    }),
    RUNS,
  )
})

test('law: every measure is bounded: it starts before it stops, counts no less than nothing and no more than elapsed', () => {
  fc.assert(
    fc.property(anyTicket(START), anyChapter, instant, (events, commitments, at) => {
      for (const clock of measure(events, commitments, at)) {
        const end = clock.stoppedAt ?? Math.max(at, clock.startedAt)
        expect(clock.startedAt).toBeLessThanOrEqual(end)
        expect(clock.counted).toBeGreaterThanOrEqual(0)
        expect(clock.counted).toBeLessThanOrEqual(end - clock.startedAt)
        expect(Number.isInteger(clock.counted)).toBe(true)
        const first = clock.because[0]?.code
        if (clock.state === 'excluded' || clock.state === 'not-applicable') expect(first).toBeDefined()
      }
    }),
    RUNS,
  )
})

test('law: any facts in any order give measures, never an exception', () => {
  const types = fc.constantFrom<EventType>(
    'detected',
    'reported',
    'reopened',
    'cancelled',
    'paused',
    'resolved',
    'closed',
  )
  const wild = fc.array(fc.tuple(types, fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 3 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(wild, anyChapter, instant, (rows, commitments, at) => {
      const events = rows.map(([event, minute, seq], index): TicketEvent => {
        const when = START + minute * MINUTE
        return { ticket: 'T', id: `e${index}`, at: when, recordedAt: when, seq, event, reason: 'waiting-client' }
      })
      expect(() => measure(inCanonicalOrder(events), commitments, at)).not.toThrow()
    }),
    RUNS,
  )
})
