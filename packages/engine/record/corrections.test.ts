import { eventCsv } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventRow } from './event-columns.ts'
import { readEvents } from './read-events.ts'

const T = '2026-01-05T09:00:00Z'
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00Z`
const report: EventRow = { ticket: 'T1', at: T, event: 'reported', id: 'r' }
const fact = (id: string, event: string, recorded: number, columns: EventRow = {}): EventRow => ({
  ticket: 'T1',
  at: '2026-01-05T10:00:00Z',
  event,
  id,
  recordedAt: day(recorded),
  ...columns,
})

function read(rows: readonly EventRow[]) {
  const result = readEvents(eventCsv(rows))
  if (!result.ok) throw new Error(result.fault.message.en)
  return result
}

/** Ids that hold at the end of a day. */
const standing = (rows: readonly EventRow[], known?: number) =>
  [...read(rows).record.histories(known === undefined ? undefined : Date.parse(day(known)))].flatMap(({ events }) =>
    events.map((event) => event.id),
  )

describe('a correction', () => {
  test('takes the place of what it corrects from the day it was known', () => {
    const rows = [report, fact('a', 'resolved', 6), fact('b', 'closed', 8, { corrects: 'a' })]
    expect(standing(rows, 7)).toEqual(['r', 'a'])
    expect(standing(rows, 8)).toEqual(['r', 'b'])
    expect(standing(rows)).toEqual(['r', 'b'])
  })

  test('without an event withdraws the fact, and needs no instant of its own', () => {
    const rows = [report, fact('a', 'resolved', 6), { ticket: 'T1', recordedAt: day(8), corrects: 'a' }]
    expect(standing(rows, 7)).toEqual(['r', 'a'])
    expect(standing(rows, 8)).toEqual(['r'])
    expect(read(rows).counts).toMatchObject({ in: 3, accepted: 3, corrections: 0, withdrawals: 1 })
  })

  test('may name the default id of a fact', () => {
    const plain: EventRow = { ticket: 'T1', at: '2026-01-05T10:00:00Z', event: 'resolved' }
    const id = read([report, plain]).record.history('T1')?.events[1]?.id as string
    expect(standing([report, plain, fact('b', 'closed', 8, { corrects: id })])).toEqual(['r', 'b'])
  })

  test('is the last word where it was recorded last, though another names the same fact', () => {
    const rows = [
      report,
      fact('a', 'resolved', 6),
      fact('b', 'closed', 9, { corrects: 'a' }),
      fact('c', 'updated', 8, { corrects: 'a' }),
    ]
    expect(standing(rows, 8)).toEqual(['r', 'c'])
    expect(standing(rows)).toEqual(['r', 'b'])
  })

  test('may itself be corrected', () => {
    const rows = [
      report,
      fact('a', 'resolved', 6),
      fact('b', 'closed', 8, { corrects: 'a' }),
      fact('c', 'updated', 9, { corrects: 'b' }),
    ]
    expect(standing(rows)).toEqual(['r', 'c'])
  })

  test('that is withdrawn gives the fact back', () => {
    const rows = [
      report,
      fact('a', 'resolved', 6),
      fact('b', 'closed', 8, { corrects: 'a' }),
      fact('w', '', 9, { corrects: 'b' }),
    ]
    expect(standing(rows, 8)).toEqual(['r', 'b'])
    expect(standing(rows)).toEqual(['r', 'a'])
  })

  test('a withdrawal that is withdrawn gives the fact back', () => {
    const rows = [
      report,
      fact('a', 'resolved', 6),
      fact('w', '', 8, { corrects: 'a' }),
      fact('v', '', 9, { corrects: 'w' }),
    ]
    expect(standing(rows, 8)).toEqual(['r'])
    expect(standing(rows)).toEqual(['r', 'a'])
  })

  test('known before what it corrects holds alone until then and after', () => {
    const rows = [report, fact('a', 'resolved', 9), fact('b', 'closed', 7, { corrects: 'a' })]
    expect(standing(rows, 8)).toEqual(['r', 'b'])
    expect(standing(rows, 9)).toEqual(['r', 'b'])
  })

  test('of a long chain ends in its last link', () => {
    const links = Array.from({ length: 20_000 }, (_, i) =>
      fact(`c${i}`, 'updated', 6, { corrects: i === 0 ? 'r' : `c${i - 1}` }),
    )
    const rows = [{ ...report, event: 'detected' }, { ticket: 'T1', at: T, event: 'reported' }, ...links]
    expect(read(rows).record.history('T1')?.events.at(-1)?.id).toBe('c19999')
  })

  test.each([
    ['of nothing', [fact('b', 'closed', 8, { corrects: 'nothing' })], { 'corrects-unknown': 1 }],
    [
      'of another ticket’s fact',
      [{ ticket: 'T2', at: T, event: 'reported', id: 'o' }, fact('b', 'closed', 8, { corrects: 'o' })],
      { 'corrects-other-ticket': 1 },
    ],
    ['of itself', [fact('b', 'closed', 8, { corrects: 'b' })], { 'corrects-in-circle': 1 }],
    [
      'in a circle',
      [fact('b', 'closed', 8, { corrects: 'c' }), fact('c', 'closed', 8, { corrects: 'b' })],
      { 'corrects-in-circle': 2 },
    ],
    [
      'of one that is in a circle',
      [fact('b', 'closed', 8, { corrects: 'b' }), fact('c', 'closed', 8, { corrects: 'b' })],
      { 'corrects-in-circle': 1, 'corrects-unknown': 1 },
    ],
    [
      'of one that corrects nothing',
      [fact('b', 'closed', 8, { corrects: 'nothing' }), fact('c', 'closed', 8, { corrects: 'b' })],
      { 'corrects-unknown': 2 },
    ],
  ])('%s is rejected', (_, rows, reasons) => {
    const result = read([report, ...rows])
    expect(result.rejectedByReason).toEqual(reasons)
    expect(result.record.history('T1')?.events.map((event) => event.id)).toEqual(['r'])
  })

  test('that withdraws the report leaves no ticket, and says so', () => {
    const rows = [report, fact('a', 'resolved', 6), fact('w', '', 8, { corrects: 'r' })]
    expect(standing(rows, 7)).toEqual(['r', 'a'])
    expect(standing(rows)).toEqual([])
    expect(read(rows).warnings).toMatchObject([{ code: 'report-withdrawn', count: 1 }])
  })

  test('takes a mistaken instant out of the extent of the record', () => {
    const rows = [
      report,
      fact('a', 'resolved', 6, { at: '2027-01-05T10:00:00Z' }),
      fact('b', 'resolved', 8, { corrects: 'a' }),
    ]
    const { record } = read(rows)
    expect([record.firstAt, record.lastAt, record.lastRecordedAt]).toEqual([
      Date.parse(T),
      Date.parse('2026-01-05T10:00:00Z'),
      Date.parse(day(8)),
    ])
  })
})

type Word = { id: string; event: string; recorded: number; corrects: string }

/** The definition, by recursion: what a fact comes to, given the corrections known. */
function comesTo(word: Word, known: readonly Word[]): Word | 'gone' {
  const said = known
    .filter((other) => other.corrects === word.id)
    .toSorted(
      (a, b) =>
        b.recorded - a.recorded || (b.event === '' ? 1 : 0) - (a.event === '' ? 1 : 0) || (a.id < b.id ? 1 : -1),
    )
  for (const other of said) {
    const outcome = comesTo(other, known)
    if (outcome === 'gone') continue
    return outcome.event === '' ? 'gone' : outcome
  }
  return word
}

test('corrections come to what their definition says, at every instant', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const words = fc.tuple(
    ...ids.map((id, i) =>
      fc.record({
        id: fc.constant(id),
        event: fc.constantFrom('updated', 'updated', ''),
        recorded: fc.integer({ min: 6, max: 9 }),
        corrects: fc.constantFrom('', ...ids.slice(0, i)),
      }),
    ),
  )
  fc.assert(
    fc.property(words, fc.integer({ min: 6, max: 9 }), (drawn, now) => {
      const all = drawn.map((word) =>
        word.event === '' && word.corrects === '' ? { ...word, event: 'updated' } : word,
      )
      const known = all.filter((word) => word.recorded <= now)
      const expected = known
        .filter((word) => !known.some((other) => other.id === word.corrects))
        .map((word) => comesTo(word, known))
        .flatMap((outcome) => (outcome === 'gone' || outcome.event === '' ? [] : [outcome.id]))
      const rows = all.map((word) => fact(word.id, word.event, word.recorded, { corrects: word.corrects }))
      expect(
        standing([report, ...rows], now)
          .slice(1)
          .toSorted(),
      ).toEqual(expected.toSorted())
    }),
    { numRuns: 2000 },
  )
})
