import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { type LogLayout, layOutLog } from './log-layout.ts'
import { byTicket, createLogRows, type LogRows } from './log-rows.ts'
import type { Mapping } from './mapping.ts'
import { readLogRow } from './read-log-row.ts'
import { createReadingNotes, type ReadingNotes, type ReadingWarning, type RejectedRow } from './reading-notes.ts'
import { createTableReader } from './table-reader.ts'
import { createTextMemo } from './text-memo.ts'
import { translateTicket } from './translate-ticket.ts'
import { fieldsOf } from './translated-event.ts'

/** Rows of the log: `in` = `used` + `ignored` + `duplicates` + `rejected`; events that they became, of how many tickets. */
export type LogCounts = {
  readonly in: number
  readonly used: number
  /** Rows of an event log that the mapping leaves aside. */
  readonly ignored: number
  readonly duplicates: number
  readonly rejected: number
  readonly tickets: number
  readonly out: number
}

export type LogTranslated =
  | {
      readonly ok: true
      /** Rows of an event file, fields in the order of `EVENT_FILE_COLUMNS`: by ticket id, then in time. Can be asked for again. */
      events(): Iterable<readonly string[]>
      readonly counts: LogCounts
      readonly rejected: readonly RejectedRow[]
      readonly rejectedByReason: Readonly<Record<string, number>>
      readonly warnings: readonly ReadingWarning[]
    }
  | { readonly ok: false; readonly fault: Issue }

/** A push reader of a foreign log; as `EventReader`. */
export type LogTranslator = {
  write(chunk: string | Uint8Array): boolean
  end(): LogTranslated
  rowCount(): number
}

/**
 * Translates a foreign log into events by a mapping. The order of the rows never matters. Every row is used, left aside
 * as the mapping says, found twice, or rejected with its line and reason.
 */
export function translateLog(mapping: Mapping): LogTranslator {
  const layout = layOutLog(mapping)
  const { columns } = layout
  const memo = createTextMemo()
  const rows = createLogRows(columns)
  const notes = createReadingNotes()
  const unmapped: Unmapped = new Map()
  let ignored = 0
  const { format, delimiter, encoding } = mapping
  const table = createTableReader(
    { columns, required: columns, format, delimiter, encoding },
    {
      row({ line, bytes, from, to }) {
        const texts = columns.map((_, i) => {
          const text = memo.text(bytes, from[i] as number, to[i] as number, i)
          return mapping.missing.has(text) ? '' : text
        })
        const outcome = readLogRow(texts, line, mapping, layout, rows)
        if (outcome === undefined) noteUnmapped(texts, mapping, layout, unmapped)
        else if (outcome === 'ignored') ignored++
        else notes.reject(line, outcome.code, outcome.message)
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
      warnUnmapped(unmapped, notes)
      return concluded(mapping, layout, rows, notes, { in: table.rowCount(), ignored })
    },
  }
}

function concluded(
  mapping: Mapping,
  layout: LogLayout,
  rows: LogRows,
  notes: ReadingNotes,
  read: { readonly in: number; readonly ignored: number },
): LogTranslated {
  const repeated: number[] = []
  const lateReports: number[] = []
  let tickets = 0
  let out = 0
  for (const found of byTicket(rows, layout.order)) {
    for (const row of found.repeated) repeated.push(rows.line[row] as number)
    const { events, reportedAfterFirst } = translateTicket(found.rows, mapping, layout, rows)
    if (reportedAfterFirst) lateReports.push(rows.line[found.rows[0] as number] as number)
    tickets++
    out += events.length
  }
  notes.warn('duplicate-row', TWICE, repeated)
  notes.warn('report-after-first-row', LATE_REPORT, lateReports)
  notes.warnOf('ignored-row', IGNORED, read.ignored)
  return {
    ok: true,
    *events() {
      for (const found of byTicket(rows, layout.order)) {
        const { events } = translateTicket(found.rows, mapping, layout, rows)
        for (const event of events) yield fieldsOf(found.ticket, event)
      }
    },
    counts: {
      ...read,
      used: rows.count - repeated.length,
      duplicates: repeated.length,
      rejected: notes.rejectedCount(),
      tickets,
      out,
    },
    rejected: notes.rejected(),
    rejectedByReason: notes.rejectedByReason(),
    warnings: notes.warnings(),
  }
}

const TWICE = localise(
  'lignes identiques à une autre, comptées une seule fois',
  'rows identical to another one, counted once',
)
const LATE_REPORT = localise(
  'tickets ouverts, selon le journal, après leur première ligne ; le signalement est ramené à celle-ci',
  'tickets opened, says the log, after their first row; the report is set back to that row',
)
const IGNORED = localise('lignes que la table de correspondance laisse de côté', 'rows that the mapping leaves aside')

/** Column and value that `values` does not list → rows. */
type Unmapped = Map<string, { readonly column: string; readonly value: string; count: number }>

const MOST_UNMAPPED = 100

function noteUnmapped(texts: readonly string[], { values }: Mapping, { mapped }: LogLayout, unmapped: Unmapped): void {
  for (const [column, place] of mapped) {
    const known = values.get(column)
    const value = texts[place] ?? ''
    if (known === undefined || value === '' || known.has(value)) continue
    const key = JSON.stringify([column, value])
    const noted = unmapped.get(key)
    if (noted) noted.count++
    else if (unmapped.size < MOST_UNMAPPED) unmapped.set(key, { column, value, count: 1 })
  }
}

function warnUnmapped(unmapped: Unmapped, notes: ReadingNotes): void {
  for (const [, { column, value, count }] of [...unmapped].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const message = localise(
      `valeur « ${value} » de « ${column} » absente de la table de correspondance, gardée telle quelle`,
      `value "${value}" of "${column}" not in the mapping, kept as it is`,
    )
    notes.warnOf('unmapped-value', message, count)
  }
}
