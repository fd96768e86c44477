import type { EventRow } from '@vigie/engine'
import fc from 'fast-check'

const MINUTE = 60_000

/** A random log: tickets that begin in `[from, to)` and live by any facts, in any order, minutes to weeks apart. */
export function randomFacts(from: number, to: number, tickets: number): fc.Arbitrary<readonly EventRow[]> {
  const start = fc.integer({ min: 0, max: (to - from) / MINUTE - 1 }).map((minutes) => from + minutes * MINUTE)
  const gap = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 30_000 }))
  const story = fc.tuple(start, opening, fc.array(fc.tuple(gap, fact), { maxLength: 7 }))
  return fc.array(story, { minLength: 1, maxLength: tickets }).map((stories) =>
    stories.flatMap(([reportedAt, columns, facts], index) => {
      const ticket = `T${String(index).padStart(3, '0')}`
      let at = reportedAt
      const told = facts.map(([minutes, row]) => {
        at += minutes * MINUTE
        return { ticket, at: new Date(at).toISOString(), ...row }
      })
      return [{ ticket, at: new Date(reportedAt).toISOString(), event: 'reported', ...columns }, ...told]
    }),
  )
}

const opening = fc.record({
  kind: fc.constantFrom('incident', 'incident', 'request', ''),
  priority: fc.constantFrom('P1', 'P2', 'P3', ''),
})

const fact: fc.Arbitrary<EventRow> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ event: 'resolved' }) },
  { weight: 3, arbitrary: fc.constant({ event: 'acknowledged' }) },
  { weight: 2, arbitrary: fc.constant({ event: 'reopened' }) },
  { weight: 2, arbitrary: fc.constant({ event: 'paused', reason: 'waiting-client' }) },
  { weight: 2, arbitrary: fc.constant({ event: 'resumed' }) },
  { weight: 1, arbitrary: fc.constant({ event: 'closed' }) },
  { weight: 1, arbitrary: fc.constant({ event: 'cancelled' }) },
  { weight: 1, arbitrary: fc.constant({ event: 'assigned' }) },
  { weight: 1, arbitrary: fc.constantFrom('P1', 'P2', 'P3').map((priority) => ({ event: 'prioritised', priority })) },
  { weight: 1, arbitrary: fc.constantFrom('1', '4', '4.5').map((score) => ({ event: 'rated', score })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('client', 'provider').map((party) => ({ event: 'excluded', commitment: 'RES', party })),
  },
)
