import type { Instant } from '../base/instant.ts'
import type { Column, EventType } from './event.ts'
import type { LogLayout } from './log-layout.ts'
import { type LogRows, textOf } from './log-rows.ts'
import type { Mapping } from './mapping.ts'
import { meaningOf, readDate } from './read-log-row.ts'
import { type LoggedEvent, translateEvents } from './translate-events.ts'
import { type Snapshot, translateSnapshots } from './translate-snapshots.ts'
import type { TranslatedEvent } from './translated-event.ts'

export type TicketTranslated = {
  readonly events: readonly TranslatedEvent[]
  /** The log says that the ticket was opened after its first row. */
  readonly reportedAfterFirst: boolean
}

/** The events of one ticket of a log, given its rows in order. */
export function translateTicket(
  group: readonly number[],
  mapping: Mapping,
  layout: LogLayout,
  rows: LogRows,
): TicketTranslated {
  if (mapping.shape === 'snapshots') {
    return translateSnapshots(group.map((row) => snapshotOf(row, mapping, layout, rows)))
  }
  const logged = group.map((row) => eventOf(row, mapping, layout, rows))
  return { events: translateEvents(logged, mapping.order.length > 0), reportedAfterFirst: false }
}

function snapshotOf(row: number, mapping: Mapping, layout: LogLayout, rows: LogRows): Snapshot {
  const meaning = meaningOf(textOf(rows, row, layout.state), '', mapping)
  return {
    at: rows.at[row] as number,
    state: typeof meaning === 'object' && 'event' in meaning ? meaning : undefined,
    columns: columnsOf(row, mapping, layout, rows),
    once: onceOf(row, mapping, layout, rows),
    reached: layout.whenFilled.flatMap(([event, place]) => (textOf(rows, row, place) === '' ? [] : [event])),
    assigned: layout.assigned.some((place) => textOf(rows, row, place) !== '')
      ? JSON.stringify(layout.assigned.map((place) => textOf(rows, row, place)))
      : '',
  }
}

function eventOf(row: number, mapping: Mapping, layout: LogLayout, rows: LogRows): LoggedEvent {
  const [id, seq, corrects] = [layout.id, layout.seq, layout.corrects].map((place) => textOf(rows, row, place))
  const meaning = meaningOf(textOf(rows, row, layout.state), corrects ?? '', mapping)
  const meant = typeof meaning === 'object' && 'event' in meaning ? meaning : undefined
  const recordedAt = instantAt(row, layout.recordedAt, mapping, rows)
  const event: TranslatedEvent = {
    at: rows.at[row] as number,
    event: meant?.event,
    columns: {
      ...columnsOf(row, mapping, layout, rows),
      ...(meant?.reason === undefined ? {} : { reason: meant.reason }),
    },
    ...(id ? { id } : {}),
    ...(seq ? { seq } : {}),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(corrects ? { corrects } : {}),
  }
  return { event, once: onceOf(row, mapping, layout, rows) }
}

function columnsOf(row: number, mapping: Mapping, layout: LogLayout, rows: LogRows): TranslatedEvent['columns'] {
  const columns: { [C in Column]?: string } = Object.fromEntries(mapping.constants)
  for (const [column, place] of layout.mapped) {
    const text = textOf(rows, row, place)
    if (text !== '') columns[column] = mapping.values.get(column)?.get(text) ?? text
  }
  return columns
}

function onceOf(
  row: number,
  mapping: Mapping,
  layout: LogLayout,
  rows: LogRows,
): { readonly [T in EventType]?: Instant } {
  return Object.fromEntries(
    layout.once.flatMap(([event, place]) => {
      const instant = instantAt(row, place, mapping, rows)
      return instant === undefined ? [] : [[event, instant]]
    }),
  )
}

/** Rows with a date that cannot be read were refused. */
function instantAt(row: number, place: number, mapping: Mapping, rows: LogRows): Instant | undefined {
  const text = textOf(rows, row, place)
  const instant = text === '' ? undefined : readDate(text, mapping)
  return typeof instant === 'number' ? instant : undefined
}
