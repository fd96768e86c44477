import { expect, test } from 'vitest'
import { COLUMNS, type TicketEvent } from './event.ts'
import { EVENT_FILE_COLUMNS } from './event-columns.ts'
import { readEvents } from './read-events.ts'
import type { TicketHistory } from './record.ts'

const HEADER = EVENT_FILE_COLUMNS.join(',')

test('a view says of every column what the copy of the fact says', () => {
  const record = recordOf([
    fact({ event: 'reported', kind: 'incident', site: 'hq', parent: 'T-9', text: 'Écran « noir »', score: '4.5' }),
    fact({ at: '2026-03-02T09:00:00Z', event: 'assigned', id: 'F-2', seq: '7', recordedAt: '2026-03-03T00:00:00Z' }),
    fact({ at: '2026-03-02T10:00:00Z', event: 'paused', reason: 'waiting-client', actor: 'tech-1', party: 'provider' }),
    ...COLUMNS.map((column, i) =>
      fact({ ticket: `T-${column}`, event: 'reported', [column]: VALUES[column] ?? `v${i}` }),
    ),
  ])
  const views = visited(record, Number.POSITIVE_INFINITY)
  expect(views.map(({ ticket, events }) => ({ ticket, events: events.map(copied) }))).toEqual([...record.histories()])
})

test('views hold what was known at the instant, corrections applied, and no ticket without its report', () => {
  const record = recordOf([
    fact({ id: 'F-1', event: 'reported', priority: 'P3' }),
    fact({ id: 'F-2', at: '2026-03-02T09:00:00Z', event: 'resolved' }),
    fact({ id: 'F-3', event: 'reported', priority: 'P1', corrects: 'F-1', recordedAt: '2026-03-05T00:00:00Z' }),
    fact({ ticket: 'T-2', event: 'reported', recordedAt: '2026-03-06T00:00:00Z' }),
  ])
  for (const day of ['2026-03-01', '2026-03-04', '2026-03-05', '2026-03-07']) {
    const knownAt = Date.parse(day)
    const views = visited(record, knownAt)
    expect(views.map(({ ticket, events }) => ({ ticket, events: events.map(copied) }))).toEqual([
      ...record.histories(knownAt),
    ])
  }
})

test('a visit ends when the visitor has seen enough', () => {
  const record = recordOf(['T-1', 'T-2', 'T-3'].map((ticket) => fact({ ticket, event: 'reported' })))
  const seen: string[] = []
  record.visit(Number.POSITIVE_INFINITY, ({ ticket }) => seen.push(ticket) < 2)
  expect(seen).toEqual(['T-1', 'T-2'])
})

const VALUES: Readonly<Record<string, string>> = { party: 'client', minutes: '5', billable: 'true', score: '3' }

function fact(filled: Readonly<Record<string, string>>): string {
  const row: Readonly<Record<string, string>> = { ticket: 'T-1', at: '2026-03-02T08:00:00Z', ...filled }
  return EVENT_FILE_COLUMNS.map((column) => row[column] ?? '').join(',')
}

function recordOf(rows: readonly string[]) {
  const read = readEvents([HEADER, ...rows].join('\n'))
  if (!read.ok || read.counts.rejected > 0) throw new Error('every row of these tests is a fact')
  return read.record
}

function visited(record: ReturnType<typeof recordOf>, knownAt: number): readonly TicketHistory[] {
  const histories: TicketHistory[] = []
  record.visit(knownAt, (history) => histories.push(history) > 0)
  return histories
}

/** A view as the plain object that `histories` gives. */
function copied(view: TicketEvent): TicketEvent {
  const { id, ticket, at, recordedAt, seq, event } = view
  const given = COLUMNS.flatMap((column) => (view[column] === undefined ? [] : [[column, view[column]]]))
  return { id, ticket, at, recordedAt, seq, event, ...Object.fromEntries(given) }
}
