import { EVENT_FILE_COLUMNS, type EventFileColumn, type EventRecord, type EventRow, readEvents } from '@vigie/engine'

/** An event file in CSV, with the columns in the order of the interface or in the one given. */
export function eventCsv(rows: readonly EventRow[], columns: readonly EventFileColumn[] = EVENT_FILE_COLUMNS): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((fields) => `${fields.map(quoted).join(',')}\n`)
    .join('')
}

/** The same facts as JSON Lines. */
export function eventJsonLines(rows: readonly EventRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** The record of facts of which none may be rejected. */
export function recordOf(rows: readonly EventRow[]): EventRecord {
  const read = readEvents(eventCsv(rows))
  if (!read.ok) throw new RangeError(read.fault.message.en)
  const [rejected] = read.rejected
  if (rejected) throw new RangeError(`line ${rejected.line}: ${rejected.message.en}`)
  return read.record
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
