import { chapter, commitment, hours, inCanonicalOrder, termsSource } from '@vigie/testkit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, EVENT_TYPES, type TicketEvent } from '../record/event.ts'
import { foldTicket } from '../record/fold-ticket.ts'
import { readTimeline } from './read-timeline.ts'
import { stateAt } from './states-in-force.ts'
import { compileTerms } from './terms.ts'

const COLUMNS = ['kind', 'site', 'assetClass', 'parent', 'party', 'impact', 'urgency', 'priority'] as const
const when = { kind: ['a'], site: ['a'], assetClass: ['a'], party: ['a'] }

const text = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined, freq: 1 })
const row = fc.record({
  event: fc.constantFrom(...EVENT_TYPES, 'reported', 'reclassified', 'prioritised'),
  at: fc.integer({ min: 0, max: 9 }),
  columns: fc.record(Object.fromEntries(COLUMNS.map((column) => [column, text]))),
})

test('clocks and the fold of a ticket agree on what the ticket is after each of its facts', () => {
  const terms = compileTerms(
    termsSource(chapter([commitment('RES', 'resolution', hours(1, 'always'), { when })], { mass: 'parent-only' })),
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const events = inCanonicalOrder(
        rows.map(({ event, at, columns }, index): TicketEvent => {
          const given = Object.entries(columns).filter(([, value]) => value !== undefined)
          return { ticket: 'T', id: `e${index}`, at, recordedAt: at, seq: 0, event, ...Object.fromEntries(given) }
        }),
      )
      const timeline = readTimeline({ ticket: 'T', events }, terms, 9)
      if (timeline === undefined) return
      const { attributes } = foldTicket({ ticket: 'T', events })
      const opened = events.findIndex(({ event }) => event === 'reported' || event === 'detected')
      events.forEach((event, index) => {
        if (index < opened) return
        const folded = attributes.findLast((state) => events.indexOf(state.event) <= index)?.attributes ?? {}
        const { attributes: read, decided } = stateAt(timeline, index)
        const value = (column: Column) =>
          column === 'impact' || column === 'urgency' || column === 'priority' ? decided[column] : read[column]
        for (const column of COLUMNS)
          expect([event.id, column, value(column)]).toEqual([event.id, column, folded[column]])
      })
    }),
    { numRuns: 1000, seed: 8 },
  )
})
