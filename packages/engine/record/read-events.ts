import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { findZone } from '../calendar/local-time.ts'
import { arrangeCorrections, arrangeFacts } from './arrange-facts.ts'
import { recordedAtOf } from './canonical-order.ts'
import { sealLists } from './cell-lists.ts'
import { EVENT_FILE_COLUMNS, REQUIRED_EVENT_COLUMNS } from './event-columns.ts'
import { createEventRecord } from './event-record.ts'
import { readEventRow } from './event-row.ts'
import { append, createEventDraft, createEventStore, type EventStore, lineOf, WITHDRAWAL } from './event-store.ts'
import { readWith } from './fact-table.ts'
import { groupByTicket, type TicketGroups } from './group-by-ticket.ts'
import { createReadingNotes, type ReadingNotes, type ReadingWarning, type RejectedRow } from './reading-notes.ts'
import type { EventRecord } from './record.ts'
import { refusalSentence, type SettledFacts, settleFacts } from './settle-facts.ts'
import { createTableReader, type TableFormat } from './table-reader.ts'
import { unknownTimeZone } from './unknown-time-zone.ts'
import { release } from './widened.ts'

export type EventReadingOptions = {
  /** IANA zone of instants without an offset; without it such rows are rejected. */
  readonly timeZone?: string
  /** Default `auto`: JSON Lines where the first character is `{`. */
  readonly format?: TableFormat | 'auto'
}

/** Rows of the source: `in` = `accepted` + `duplicates` + `rejected`. Corrections and withdrawals are accepted rows. */
export type EventCounts = {
  readonly in: number
  readonly accepted: number
  readonly duplicates: number
  readonly rejected: number
  readonly corrections: number
  readonly withdrawals: number
}

export type EventsRead =
  | {
      readonly ok: true
      readonly record: EventRecord
      readonly counts: EventCounts
      /** The rejected rows of the first lines, at most 1,000; `rejectedByReason` counts them all. */
      readonly rejected: readonly RejectedRow[]
      readonly rejectedByReason: Readonly<Record<string, number>>
      readonly warnings: readonly ReadingWarning[]
    }
  | { readonly ok: false; readonly fault: Issue }

/** A push reader: nothing of the source is kept but its facts. */
export type EventReader = {
  /** Takes the next piece, however cut. False once the file cannot be read: nothing more is taken. */
  write(chunk: string | Uint8Array): boolean
  end(): EventsRead
  /** Rows so far, for a progress line. */
  rowCount(): number
}

/**
 * Reads a whole event file: a text, bytes, or pieces of either. See `createEventReader` for a source that streams.
 */
export function readEvents(
  source: string | Uint8Array | Iterable<string | Uint8Array>,
  options: EventReadingOptions = {},
): EventsRead {
  return readWith(createEventReader(options), source)
}

/**
 * Reads an event file (CSV or JSON Lines, UTF-8) into a record. The order of the rows never matters. A fault of the
 * file gives `ok: false` with its place; a fault of a row rejects that row, which is counted with its line and reason.
 */
export function createEventReader(options: EventReadingOptions = {}): EventReader {
  const zone = options.timeZone === undefined ? undefined : findZone(options.timeZone)
  if (options.timeZone !== undefined && zone === undefined) return refusingReader(unknownTimeZone(options.timeZone))
  const store = createEventStore()
  const draft = createEventDraft()
  const notes = createReadingNotes()
  const table = createTableReader(
    { columns: EVENT_FILE_COLUMNS, required: REQUIRED_EVENT_COLUMNS, format: options.format ?? 'auto' },
    {
      row(row) {
        const refusal = readEventRow(row, store, draft, zone)
        if (refusal) notes.reject(row.line, refusal.code, refusal.message)
        else append(store, draft)
      },
      rejected: notes.reject,
    },
  )
  return {
    write: table.write,
    rowCount: table.rowCount,
    end() {
      const fault = table.end()
      if (fault) return { ok: false, fault }
      notes.otherColumns(table.otherColumns(), EVENT_FILE_COLUMNS)
      return concluded(store, notes, table.rowCount())
    },
  }
}

function concluded(store: EventStore, notes: ReadingNotes, rowCount: number): EventsRead {
  const groups = groupByTicket(store)
  const settled = settleFacts(store, groups)
  noteDuplicates(store, settled, notes)
  noteEarlyRecordings(store, settled, notes)
  notes.rejectLater(
    settled.refused.map((refused) => ({ ...refused, line: lineOf(store, refused.fact) })),
    (refused) => refusalSentence(store, refused),
  )
  const { names, starts, order } = withoutLeft(groups, settled.left)
  const corrections = arrangeCorrections(settled.corrections, order)
  const withdrawals = [...settled.corrections.keys()].filter((fact) => store.type[fact] === WITHDRAWAL).length
  const corrected = new Set(
    Array.from(settled.corrections.keys(), (fact) => store.tickets.text(store.ticket[fact] as number)),
  )
  for (const pool of [store.tickets, store.values, store.named]) pool.seal()
  sealLists(store.lists)
  arrangeFacts(store, order)
  release(order)
  const record = createEventRecord({ store, names, starts, corrections })
  noteWithdrawnReports(record, corrected, notes)
  return {
    ok: true,
    record,
    counts: {
      in: rowCount,
      accepted: record.count,
      duplicates: settled.duplicates.length,
      rejected: notes.rejectedCount(),
      corrections: settled.corrections.size - withdrawals,
      withdrawals,
    },
    rejected: notes.rejected(),
    rejectedByReason: notes.rejectedByReason(),
    warnings: notes.warnings(),
  }
}

/** The groups without the facts that are left out, and without the tickets that have no other. */
function withoutLeft({ names, starts, order }: TicketGroups, left: Uint8Array) {
  if (!left.includes(1)) return { names, starts, order }
  const keptNames: string[] = []
  const keptStarts = [0]
  const kept = order.filter((fact) => left[fact] === 0)
  let end = 0
  for (let g = 0; g < names.length; g++) {
    const before = end
    for (let i = starts[g] as number; i < (starts[g + 1] as number); i++) if (left[order[i] as number] === 0) end++
    if (end === before) continue
    keptNames.push(names[g] as string)
    keptStarts.push(end)
  }
  return { names: keptNames, starts: Uint32Array.from(keptStarts), order: kept }
}

function noteDuplicates(store: EventStore, { duplicates }: SettledFacts, notes: ReadingNotes): void {
  const message = localise(
    'lignes identiques à une autre, comptées une seule fois',
    'rows identical to another one, counted once',
  )
  notes.warn(
    'duplicate-row',
    message,
    Array.from(duplicates, (fact) => lineOf(store, fact)),
  )
}

function noteEarlyRecordings(store: EventStore, { left }: SettledFacts, notes: ReadingNotes): void {
  if (store.recordedAt === undefined) return
  const lines: number[] = []
  for (let fact = 0; fact < store.count; fact++) {
    if (left[fact] === 0 && recordedAtOf(store, fact) < (store.at[fact] as number)) lines.push(lineOf(store, fact))
  }
  const message = localise(
    'faits enregistrés avant d’avoir eu lieu (« recordedAt » antérieur à « at »)',
    'facts recorded before they happened ("recordedAt" before "at")',
  )
  notes.warn('recorded-early', message, lines)
}

function noteWithdrawnReports(record: EventRecord, corrected: ReadonlySet<string>, notes: ReadingNotes): void {
  const gone = [...corrected].filter((ticket) => record.history(ticket) === undefined).sort()
  if (gone.length === 0) return
  const some = gone.slice(0, 3).join(', ')
  const message = localise(
    `tickets dont le signalement a été retiré et dont les faits ne comptent plus, dont ${some}`,
    `tickets whose report was withdrawn and whose facts no longer count, such as ${some}`,
  )
  notes.warnOf('report-withdrawn', message, gone.length)
}

function refusingReader(fault: Issue): EventReader {
  return { write: () => false, end: () => ({ ok: false, fault }), rowCount: () => 0 }
}
