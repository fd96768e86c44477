import { formatInstant, type Instant } from '../base/instant.ts'
import { COLUMNS, type Column, type EventType } from './event.ts'

/** An event made from a foreign log, before it is a row of an event file. */
export type TranslatedEvent = {
  readonly at: Instant
  /** Absent on a withdrawal. */
  readonly event: EventType | undefined
  readonly columns: { readonly [C in Column]?: string }
  readonly id?: string
  readonly seq?: string
  readonly recordedAt?: Instant
  readonly corrects?: string
}

/** The fields of an event file's row, in the order of `EVENT_FILE_COLUMNS`. */
export function fieldsOf(ticket: string, event: TranslatedEvent): readonly string[] {
  return [
    ticket,
    formatInstant(event.at),
    event.event ?? '',
    event.id ?? '',
    event.seq ?? '',
    event.recordedAt === undefined ? '' : formatInstant(event.recordedAt),
    ...COLUMNS.map((column) => event.columns[column] ?? ''),
    event.corrects ?? '',
  ]
}
