import {
  chapter,
  commitment,
  contractOf,
  eventCsv,
  hours,
  minutes,
  pause,
  recordOf,
  versionsOf,
  workingDays,
} from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInstant } from './base/instant.ts'
import { dueClockJson } from './due-json.ts'
import { dueNext } from './due-next.ts'
import { type EventRow, readEvents } from './index.ts'

const contract = versionsOf(
  contractOf(
    chapter(
      [
        commitment('ACK', 'response', minutes(30, 'always')),
        commitment('RES', 'resolution', hours(4, 'desk')),
        commitment('END', 'closure', workingDays(2, 'desk')),
      ],
      { pauses: [pause('waiting-client')] },
    ),
  ),
)
const at = (time: string) => `2026-11-16T${time}+01:00`
const instant = (text: string) => {
  const read = parseInstant(text)
  if (typeof read !== 'number') throw new RangeError(text)
  return read
}
const board = (rows: readonly EventRow[], observed: string) => {
  const reading = dueNext({ contract, record: recordOf(rows), at: instant(observed) })
  if (!reading.ok) throw new RangeError(reading.issues[0].message.en)
  return reading.board
}
const lines = (rows: readonly EventRow[], observed: string) =>
  board(rows, observed)
    .next(99)
    .map(({ measure, state, dueAt }) => [measure.ticket, measure.commitment, state, new Date(dueAt).toISOString()])

describe('what is due next', () => {
  const rows: readonly EventRow[] = [
    { ticket: 'B', at: at('09:00'), event: 'reported' },
    { ticket: 'A', at: at('09:00'), event: 'reported' },
    { ticket: 'C', at: at('08:30'), event: 'reported' },
    { ticket: 'C', at: at('08:40'), event: 'acknowledged' },
    { ticket: 'C', at: at('09:00'), event: 'paused', reason: 'waiting-client' },
    { ticket: 'D', at: at('08:30'), event: 'reported' },
    { ticket: 'D', at: at('08:40'), event: 'closed' },
  ]

  test('comes by due instant, ties by ticket; what has stopped is gone, what waits stands apart', () => {
    expect(lines(rows, at('09:24'))).toEqual([
      ['A', 'ACK', 'at-risk', '2026-11-16T08:30:00.000Z'],
      ['B', 'ACK', 'at-risk', '2026-11-16T08:30:00.000Z'],
      ['A', 'RES', 'running', '2026-11-16T12:00:00.000Z'],
      ['B', 'RES', 'running', '2026-11-16T12:00:00.000Z'],
      ['A', 'END', 'running', '2026-11-18T17:00:00.000Z'],
      ['B', 'END', 'running', '2026-11-18T17:00:00.000Z'],
      ['C', 'END', 'running', '2026-11-18T17:00:00.000Z'],
    ])
  })

  test('a paused clock says since when, why, and when it would be due if it went on now', () => {
    const [clock, ...others] = board(rows, at('10:00')).paused(9)
    expect(others).toEqual([])
    expect(dueClockJson(clock ?? fail(), 'en')).toMatchObject({
      ticket: 'C',
      commitment: 'RES',
      state: 'paused',
      counted: 1800,
      remaining: 12_600,
      dueAt: '2026-11-16T12:30:00.000Z',
      pause: { since: '2026-11-16T08:00:00.000Z', reason: 'waiting-client', imputable: 'client' },
    })
  })

  test('an overrun clock that has not stopped is overdue, and first', () => {
    expect(lines(rows, at('09:31')).slice(0, 2)).toEqual([
      ['A', 'ACK', 'overdue', '2026-11-16T08:30:00.000Z'],
      ['B', 'ACK', 'overdue', '2026-11-16T08:30:00.000Z'],
    ])
  })

  test('time left is counted in the calendar of the clause, not elapsed', () => {
    const [clock] = board([{ ticket: 'A', at: at('17:00'), event: 'reported' }], at('23:00'))
      .next(9)
      .filter(({ measure }) => measure.commitment === 'RES')
    expect(clock?.measure.remaining).toBe(3 * 3_600_000)
  })

  test('what is recorded after the observation is not known', () => {
    expect(lines([{ ticket: 'A', at: at('09:00'), recordedAt: at('12:00'), event: 'reported' }], at('09:05'))).toEqual(
      [],
    )
  })
})

test('a board fed fact by fact equals one built from all the facts', () => {
  const event = fc.constantFrom('acknowledged', 'paused', 'resumed', 'resolved', 'reopened', 'closed', 'cancelled')
  const life = fc.array(fc.record({ after: fc.integer({ min: 1, max: 9000 }), event }), { maxLength: 8 })
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 6 }), (lives) => {
      const rows = lives.flatMap((steps, number) => rowsOf(`T-${number}`, steps))
      const facts = [...all(rows)].sort((a, b) => a.at - b.at)
      const live = board(
        [
          { ticket: 'Z', at: at('08:00'), event: 'reported' },
          { ticket: 'Z', at: at('08:00'), event: 'closed' },
        ],
        at('08:00'),
      )
      for (const fact of facts) expect(live.apply(fact)).toEqual([])
      const end = facts.at(-1)?.at ?? 0
      for (const number of lives.keys()) live.refresh(`T-${number}`, end)
      const whole = board(rows, new Date(end).toISOString())
      expect(live.counts()).toEqual(whole.counts())
      expect(live.next(99)).toEqual(whole.next(99))
      expect(live.paused(99)).toEqual(whole.paused(99))
    }),
    { numRuns: 60 },
  )
})

function rowsOf(ticket: string, steps: readonly { readonly after: number; readonly event: string }[]): EventRow[] {
  let now = instant(at('08:30'))
  const rows: EventRow[] = [{ ticket, at: new Date(now).toISOString(), event: 'reported' }]
  for (const { after, event } of steps) {
    now += after * 1000
    rows.push({
      ticket,
      at: new Date(now).toISOString(),
      event,
      ...(event === 'paused' ? { reason: 'waiting-client' } : {}),
    })
  }
  return rows
}

function* all(rows: readonly EventRow[]) {
  const read = readEvents(eventCsv(rows))
  if (!read.ok) throw new RangeError(read.fault.message.en)
  for (const { events } of read.record.histories()) yield* events
}

function fail(): never {
  throw new RangeError('nothing waits')
}
