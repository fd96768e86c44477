import { eventCsv, eventJsonLines, recordOf } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TicketEvent } from './event.ts'
import { EVENT_FILE_COLUMNS, type EventRow } from './event-columns.ts'
import { type EventReadingOptions, type EventsRead, readEvents } from './read-events.ts'
import type { EventRecord } from './record.ts'

type Accepted = EventsRead & { readonly ok: true }

function accepted(source: string | Uint8Array, options?: EventReadingOptions): Accepted {
  const read = readEvents(source, options)
  if (!read.ok) throw new Error(read.fault.message.en)
  return read
}

function faultOf(source: string | Uint8Array, options?: EventReadingOptions) {
  const read = readEvents(source, options)
  return read.ok ? undefined : read.fault
}

const eventsOf = (record: EventRecord, knownAt?: number): readonly TicketEvent[] =>
  [...record.histories(knownAt)].flatMap((history) => history.events)

const rejections = (source: string, options?: EventReadingOptions) =>
  accepted(source, options).rejected.map(({ line, code }) => [line, code])

const HEAD = 'ticket,at,event'
const REPORT = 'T1,2026-01-05T09:00:00Z,reported'

describe('a file that cannot be read', () => {
  test.each([
    ['nothing at all', '', 'empty-file', 1],
    ['blank lines only', '\n \n\r\n', 'empty-file', 1],
    ['a byte order mark only', '\ufeff', 'empty-file', 1],
    ['rows without a header', `${REPORT}\n${REPORT}\n`, 'no-header', 1],
    ['a header after blank lines that lacks a column', '\n\nticket,event\nT1,reported\n', 'missing-column', 3],
    ['semicolons', 'ticket;at;event\nT1;2026-01-05T09:00:00Z;reported\n', 'wrong-delimiter', 1],
    ['tabs', 'ticket\tat\tevent\n', 'wrong-delimiter', 1],
    ['vertical bars', '\nticket|at|event\n', 'wrong-delimiter', 2],
    ['a column twice', 'ticket,at,event,at\n', 'duplicate-column', 1],
    ['a JSON array', '[{"ticket":"T1"}]', 'json-array', 1],
    ['a spreadsheet', 'PK\x03\x04\0\0\x08\0', 'binary', 1],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x74, 0x00, 0x69, 0x00), 'not-utf-8', 1],
    [
      'Latin-1',
      Uint8Array.from([...`${HEAD},text\n${REPORT},caf\xe9\n`].map((letter) => letter.charCodeAt(0))),
      'not-utf-8',
      2,
    ],
    [
      'a quote that is never closed',
      `${HEAD},text\n${REPORT},ok\n${REPORT},"no\n${REPORT},x\n`,
      'unterminated-quote',
      3,
    ],
    ['a field of 10 MB', `${HEAD},text\n${REPORT},${'x'.repeat(10_000_000)}\n`, 'field-too-long', 2],
    ['a header of many columns', `${'a,'.repeat(5000)}\n`, 'too-many-columns', 1],
  ])('is refused with its place: %s', (_, source, code, line) => {
    expect(faultOf(source)).toMatchObject({ code, place: { line } })
  })

  test('is told apart from a file whose zone is unknown', () => {
    expect(faultOf(`${HEAD}\n`, { timeZone: 'Europe/Pariss' })).toMatchObject({
      code: 'unknown-time-zone',
      expected: { en: 'an IANA name, such as Europe/Paris' },
    })
  })

  test('names what it found and what it expects, in both languages', () => {
    expect(faultOf('ticket;at;event\n')).toMatchObject({
      message: { en: 'the columns of the header are separated by semicolons' },
      expected: { fr: 'séparées par des virgules' },
    })
    expect(faultOf('Ticket,at,event\n')?.expected?.en).toBe('to be renamed perhaps: "Ticket" → "ticket"')
  })
})

describe('a row that is no fact', () => {
  test.each([
    ['no ticket', ',2026-01-05T09:00:00Z,reported', 'missing-ticket'],
    ['no instant', 'T2,,reported', 'missing-instant'],
    ['a date in words', 'T2,5 janvier 2026,reported', 'not-an-instant'],
    ['a day without a time', 'T2,2026-01-05,reported', 'not-an-instant'],
    ['30 February', 'T2,2026-02-30T09:00:00Z,reported', 'impossible-date'],
    ['29 February of a common year', 'T2,2026-02-29T09:00:00Z,reported', 'impossible-date'],
    ['25 o’clock', 'T2,2026-02-20T25:00:00Z,reported', 'impossible-date'],
    ['no offset and no zone', 'T2,2026-02-20T09:00:00,reported', 'missing-offset'],
    ['a year of four other digits', 'T2,0206-02-20T09:00:00Z,reported', 'date-out-of-range'],
    ['a year beyond every zone', 'T2,2206-02-20T09:00:00Z,reported', 'date-out-of-range'],
    ['no event', 'T2,2026-01-05T09:00:00Z,', 'missing-event'],
    ['an unknown event', 'T2,2026-01-05T09:00:00Z,acknoledged', 'unknown-event'],
    ['an event in capitals', 'T2,2026-01-05T09:00:00Z,Reported', 'unknown-event'],
    ['a field too many', 'T2,2026-01-05T09:00:00Z,reported,x', 'field-count'],
    ['a field too few', 'T2,2026-01-05T09:00:00Z', 'field-count'],
    ['text after a quote', '"T2"x,2026-01-05T09:00:00Z,reported', 'text-after-quote'],
    ['a quote in a field', 'T"2,2026-01-05T09:00:00Z,reported', 'quote-in-field'],
    ['a ticket that nobody reported', 'T2,2026-01-05T09:00:00Z,resolved', 'never-reported'],
  ])('is rejected with its line: %s', (_, row, code) => {
    const read = accepted(`${HEAD}\n${REPORT}\n${row}\nT1,2026-01-05T10:00:00Z,closed\n`)
    expect(read.rejected).toMatchObject([{ line: 3, code }])
    expect(read.counts).toMatchObject({ in: 3, accepted: 2, rejected: 1, duplicates: 0 })
    expect(read.rejectedByReason).toEqual({ [code]: 1 })
  })

  test.each([
    ['seq', 'reported', '1.5', 'bad-seq'],
    ['seq', 'reported', 'first', 'bad-seq'],
    ['party', 'commented', 'customer', 'bad-party'],
    ['party', 'excluded', 'system', 'missing-value'],
    ['billable', 'updated', 'oui', 'bad-billable'],
    ['minutes', 'worked', '-5', 'bad-minutes'],
    ['minutes', 'worked', '1,5', 'bad-minutes'],
    ['minutes', 'worked', '', 'missing-value'],
    ['score', 'rated', '', 'missing-value'],
    ['score', 'rated', 'good', 'bad-score'],
    ['into', 'merged', '', 'missing-value'],
    ['into', 'merged', 'T1', 'names-itself'],
    ['parent', 'linked', '', 'missing-value'],
    ['parent', 'linked', 'T1', 'names-itself'],
    ['commitment', 'contested', '', 'missing-value'],
    ['commitment', 'excluded', 'P1', 'missing-value'],
    ['recordedAt', 'updated', '2026-13-01T00:00:00Z', 'impossible-date'],
  ])('is rejected where %s of "%s" is "%s"', (column, event, value, code) => {
    const source = eventCsv([
      { ticket: 'T1', at: '2026-01-05T09:00:00Z', event: 'reported' },
      { ticket: 'T1', at: '2026-01-05T09:30:00Z', event, [column]: value },
    ])
    expect(rejections(source)).toEqual([[3, code]])
  })

  test('an exclusion needs a party that may consent', () => {
    const excluded = (party: string) =>
      eventCsv([
        { ticket: 'T1', at: '2026-01-05T09:00:00Z', event: 'reported' },
        { ticket: 'T1', at: '2026-01-05T09:30:00Z', event: 'excluded', commitment: 'P1', party },
      ])
    expect(rejections(excluded('third-party'))).toEqual([[3, 'bad-party']])
    expect(rejections(excluded('client'))).toEqual([])
  })

  test('is named with the line on which it starts, after quoted line ends', () => {
    const source = `${HEAD},text\r\n${REPORT},"two\r\nlines"\r\n\r\nT1,never,closed,\r\n`
    expect(rejections(source)).toEqual([[5, 'not-an-instant']])
  })

  test('suggests the event that was meant', () => {
    const read = accepted(`${HEAD}\nT1,2026-01-05T09:00:00Z,acknoledged\n`)
    expect(read.rejected[0]?.message.en).toBe('unknown event "acknoledged"; perhaps "acknowledged"')
  })

  test('is kept one by one up to a thousand, and counted beyond', () => {
    const read = accepted(`${HEAD}\n${'T2,2026-01-05T09:00:00Z,resolved\n'.repeat(3)}${'T1,x,y\n'.repeat(3000)}`)
    expect(read.counts.rejected).toBe(3001)
    expect(read.rejected).toHaveLength(1000)
    expect(read.rejected[0]).toMatchObject({ line: 2, code: 'never-reported' })
    expect(read.rejectedByReason).toEqual({ 'never-reported': 1, 'unknown-event': 3000 })
  })
})

describe('instants', () => {
  test('with an offset are the same instant however they are written', () => {
    const written = [
      '2026-07-01T09:00:00Z',
      '2026-07-01T11:00+02:00',
      '2026-07-01 04:00:00.000-05:00',
      '2026-07-01T09:00:00.0009Z',
    ]
    for (const at of written)
      expect(recordOf([{ ticket: 'T', at, event: 'reported' }]).firstAt).toBe(Date.UTC(2026, 6, 1, 9))
  })

  test.each([
    ['a summer time', '2026-07-01T09:00:00', '2026-07-01T07:00:00Z'],
    ['a winter time', '2026-01-01T09:00', '2026-01-01T08:00:00Z'],
    ['a time that the change of March skips', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
    ['a time that the change of October repeats', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
    ['an offset beside the zone', '2026-07-01T09:00:00Z', '2026-07-01T09:00:00Z'],
  ])('without an offset are of the zone: %s', (_, at, instant) => {
    const { record } = accepted(`${HEAD}\nT1,${at},reported\n`, { timeZone: 'Europe/Paris' })
    expect(record.firstAt).toBe(Date.parse(instant))
  })
})

describe('duplicates and ids', () => {
  const report: EventRow = { ticket: 'T1', at: '2026-01-05T09:00:00Z', event: 'reported', text: 'a, "b"' }

  test('a row that says the same counts once, however it is written', () => {
    const source = `${HEAD},text,seq\n${REPORT},x,\n"T1","2026-01-05T10:00:00+01:00",reported,"x",0\n${REPORT},x,\n`
    const read = accepted(source)
    expect(read.counts).toMatchObject({ in: 3, accepted: 1, duplicates: 2, rejected: 0 })
    expect(read.warnings).toMatchObject([{ code: 'duplicate-row', count: 2, lines: [3, 4] }])
  })

  test('rows that differ in one column are two facts', () => {
    const rows = EVENT_FILE_COLUMNS.filter((column) => !['ticket', 'at', 'event', 'corrects'].includes(column)).map(
      (column): EventRow => {
        const values: EventRow = {
          seq: '1',
          recordedAt: '2026-02-01T00:00:00Z',
          party: 'client',
          billable: 'true',
          minutes: '1',
          score: '1',
        }
        return { ...report, [column]: values[column] ?? 'y' }
      },
    )
    expect(accepted(eventCsv([report, ...rows])).counts).toMatchObject({ accepted: rows.length + 1, duplicates: 0 })
  })

  test('the id of a fact is a function of what it says', () => {
    const [event] = eventsOf(recordOf([report]))
    expect(event?.id).toMatch(/^[0-9a-f]{16}$/)
    expect(eventsOf(recordOf([{ ...report, ticket: 'T0' }, report]))[1]?.id).toBe(event?.id)
    // Written down in docs/reference/facts.md: an id that changed would orphan every correction that names it.
    expect(event?.id).toBe('3a493b0c0d984cac')
  })

  test('an id that spells the default one makes no second fact', () => {
    const id = eventsOf(recordOf([report]))[0]?.id as string
    expect(accepted(eventCsv([report, { ...report, id }])).counts).toMatchObject({ accepted: 1, duplicates: 1 })
  })

  test('of facts that bear one id the one recorded first holds, in any order', () => {
    const rows: EventRow[] = [
      { ...report, id: 'r' },
      { ticket: 'T1', at: '2026-01-05T12:00:00Z', event: 'closed', id: 'x', recordedAt: '2026-01-07T00:00:00Z' },
      { ticket: 'T1', at: '2026-01-05T11:00:00Z', event: 'closed', id: 'x', recordedAt: '2026-01-06T00:00:00Z' },
      { ticket: 'T1', at: '2026-01-05T13:00:00Z', event: 'closed', id: 'x', recordedAt: '2026-01-08T00:00:00Z' },
    ]
    for (const order of [rows, rows.toReversed()]) {
      const read = accepted(eventCsv(order))
      expect(eventsOf(read.record).map((event) => event.at)).toEqual([
        Date.UTC(2026, 0, 5, 9),
        Date.UTC(2026, 0, 5, 11),
      ])
      expect(read.rejectedByReason).toEqual({ 'same-id': 2 })
    }
  })
})

describe('order', () => {
  test('at one instant is by seq, then by the list of events, then by the bytes of the row', () => {
    const at = '2026-01-05T09:00:00Z'
    const rows: EventRow[] = [
      { ticket: 'T1', at, event: 'updated', text: 'b' },
      { ticket: 'T1', at, event: 'resolved', seq: '-1' },
      { ticket: 'T1', at, event: 'updated', text: 'a' },
      { ticket: 'T1', at, event: 'updated', text: '\u{1f600}' },
      { ticket: 'T1', at, event: 'updated', text: '\uffee' },
      { ticket: 'T1', at, event: 'detected', seq: '1' },
      { ticket: 'T1', at, event: 'acknowledged' },
      { ticket: 'T1', at, event: 'reported' },
    ]
    const [history] = [...recordOf(rows).histories()]
    expect(history?.events.map((event) => event.text ?? event.event)).toEqual([
      'resolved',
      'reported',
      'acknowledged',
      'a',
      'b',
      '\uffee',
      '\u{1f600}',
      'detected',
    ])
  })

  test('of tickets is that of their ids, by code units', () => {
    const rows = ['b', 'T10', 'a', 'T9', 'é', 'T1'].map(
      (ticket): EventRow => ({ ticket, at: '2026-01-05T09:00:00Z', event: 'reported' }),
    )
    const record = recordOf(rows)
    expect([...record.histories()].map((history) => history.ticket)).toEqual(['T1', 'T10', 'T9', 'a', 'b', 'é'])
    for (const { ticket } of rows) expect(record.history(ticket as string)?.ticket).toBe(ticket)
    expect(record.history('T2')).toBeUndefined()
  })

  test('of a ticket with many facts at one instant is found', () => {
    const rows = Array.from(
      { length: 500 },
      (_, i): EventRow => ({
        ticket: 'T1',
        at: '2026-01-05T09:00:00Z',
        event: 'updated',
        text: String((i * 7919) % 500).padStart(3, '0'),
      }),
    )
    const [history] = [
      ...recordOf([...rows, { ticket: 'T1', at: '2026-01-05T09:00:00Z', event: 'reported' }]).histories(),
    ]
    expect(history?.events.slice(1).map((event) => Number(event.text))).toEqual(rows.map((_, i) => i))
  })
})

describe('columns', () => {
  test('are kept word for word: formulas, quotes, line ends, names of the language', () => {
    const texts = ['=1+1', '@x', '__proto__', 'constructor', 'a "b"\r\nc', 'é€😀', ' spaced ', 'null', '0']
    const rows = texts.map(
      (text, i): EventRow => ({
        ticket: `T${i}`,
        at: '2026-01-05T09:00:00Z',
        event: 'reported',
        text,
        kind: text,
        asset: text,
      }),
    )
    for (const event of eventsOf(recordOf(rows))) expect([event.kind, event.asset]).toEqual([event.text, event.text])
    expect(eventsOf(recordOf(rows)).map((event) => event.text)).toEqual(texts)
  })

  test('that are empty are absent', () => {
    expect(
      eventsOf(recordOf([{ ticket: 'T1', at: '2026-01-05T09:00:00Z', event: 'reported', kind: 'incident' }])),
    ).toEqual([
      {
        id: expect.any(String),
        ticket: 'T1',
        at: Date.UTC(2026, 0, 5, 9),
        recordedAt: Date.UTC(2026, 0, 5, 9),
        seq: 0,
        event: 'reported',
        kind: 'incident',
      },
    ])
  })

  test('that are not known are left aside, counted, and change no figure', () => {
    const read = accepted(`${HEAD},Priority,foo\n${REPORT},P1,1\nT1,2026-01-05T09:30:00Z,closed,,\n`)
    expect(read.warnings.map(({ code, message, count }) => [code, message.en, count])).toEqual([
      ['unknown-column', 'unknown column "Priority", ignored; perhaps "priority"', 2],
      ['unknown-column', 'unknown column "foo", ignored', 2],
    ])
    expect(read.record.fingerprint).toBe(
      accepted(`${HEAD}\n${REPORT}\nT1,2026-01-05T09:30:00Z,closed\n`).record.fingerprint,
    )
  })

  test('may come in any order', () => {
    const rows: EventRow[] = [
      { ticket: 'T1', at: '2026-01-05T09:00:00Z', event: 'reported', kind: 'incident', site: 'hq', text: 'x' },
    ]
    expect(accepted(eventCsv(rows, EVENT_FILE_COLUMNS.toReversed())).record.fingerprint).toBe(
      recordOf(rows).fingerprint,
    )
  })
})

test('a fact recorded before it happened is taken, and said', () => {
  const rows: EventRow[] = [
    { ticket: 'T1', at: '2026-01-05T09:00:00Z', event: 'reported' },
    { ticket: 'T1', at: '2026-01-05T10:00:00Z', event: 'started', recordedAt: '2026-01-05T09:30:00Z' },
  ]
  expect(accepted(eventCsv(rows)).warnings).toMatchObject([{ code: 'recorded-early', count: 1, lines: [3] }])
})

test('a header alone is a record of nothing', () => {
  const { record, counts } = accepted(`${HEAD}\n`)
  expect(counts.in).toBe(0)
  expect([record.count, record.firstAt, record.lastAt, record.lastRecordedAt]).toEqual([
    0,
    undefined,
    undefined,
    undefined,
  ])
  expect([...record.histories()]).toEqual([])
})

/** Rows of a few tickets, with every way to disagree: duplicates, ids twice, corrections, tickets never reported. */
const someRows = fc.array(
  fc.record(
    {
      ticket: fc.constantFrom('A', 'B', 'C'),
      at: fc.nat(5).map((hour) => `2026-01-05T0${hour}:00:00Z`),
      event: fc.constantFrom('reported', 'acknowledged', 'resolved', 'reopened', 'closed', 'updated', ''),
      id: fc.constantFrom('', '', 'x', 'y', 'z'),
      seq: fc.constantFrom('', '1'),
      recordedAt: fc.constantFrom('', '', '2026-01-06T00:00:00Z', '2026-01-07T00:00:00Z'),
      priority: fc.constantFrom('', 'P1', 'P2'),
      text: fc.constantFrom('', 'é', 'a "b", c'),
      corrects: fc.constantFrom('', '', '', 'x', 'y', 'z'),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 25 },
)

const knownAts = [Date.UTC(2026, 0, 5, 3), Date.UTC(2026, 0, 6), Date.UTC(2026, 0, 8), undefined]

/** Everything that a reader of the record can see, but for the lines. */
function visible(read: Accepted) {
  const { duplicates, accepted: taken, rejected, corrections, withdrawals } = read.counts
  const { record } = read
  return {
    counts: { duplicates, taken, rejected, corrections, withdrawals },
    reasons: read.rejectedByReason,
    extent: [record.count, record.firstAt, record.lastAt, record.lastRecordedAt, record.fingerprint],
    histories: knownAts.map((knownAt) => [...record.histories(knownAt)]),
  }
}

test('the order of the rows leaves no trace', () => {
  fc.assert(
    fc.property(
      someRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        expect(visible(accepted(eventCsv(shuffled)))).toEqual(visible(accepted(eventCsv(rows))))
      },
    ),
    { numRuns: 600 },
  )
})

test('CSV and JSON Lines of the same facts give the same record', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      if (rows.length > 0) expect(visible(accepted(eventJsonLines(rows)))).toEqual(visible(accepted(eventCsv(rows))))
    }),
    { numRuns: 300 },
  )
})

test('a record written back as rows and read again is the same record', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const plain = rows.filter((row) => row.corrects === '' && row.event !== '')
      const { record } = accepted(eventCsv(plain))
      const written = eventsOf(record).map(({ at, recordedAt, seq, ...event }): EventRow => {
        const [happened, known] = [new Date(at).toISOString(), new Date(recordedAt).toISOString()]
        return { ...event, at: happened, recordedAt: known, seq: String(seq) }
      })
      const again = accepted(eventCsv(written)).record
      expect(eventsOf(again)).toEqual(eventsOf(record))
      expect(again.fingerprint).toBe(record.fingerprint)
    }),
    { numRuns: 300 },
  )
})
