import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnAt } from './column-at.ts'
import { EVENT_TYPES, type TicketEvent } from './event.ts'
import { foldTicket } from './fold-ticket.ts'
import { attributesAt } from './ticket.ts'

const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined, freq: 2 })
const fact = fc.record({
  at: fc.nat(6),
  event: fc.constantFrom(...EVENT_TYPES),
  kind: value,
  priority: value,
  parent: value,
  text: value,
})

describe('one column of a ticket', () => {
  test('is what the fold of the whole ticket gives, at every instant', () => {
    fc.assert(
      fc.property(fc.array(fact, { minLength: 1, maxLength: 8 }), (facts) => {
        const events = facts
          .toSorted((a, b) => a.at - b.at)
          .map((columns, index) => ({ id: `${index}`, ticket: 'T', recordedAt: columns.at, seq: 0, ...columns }))
        const history = { ticket: 'T', events: events as readonly TicketEvent[] }
        const ticket = foldTicket(history)
        for (let instant = -1; instant <= 7; instant++) {
          for (const column of ['kind', 'priority', 'parent', 'text', 'site'] as const) {
            expect(columnAt(history, column, instant)).toBe(attributesAt(ticket, instant)[column])
          }
        }
      }),
    )
  })
})
