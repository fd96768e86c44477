import { formatInstant } from '../base/instant.ts'
import { columnOf, textIndexOf } from './cell.ts'
import { startOfList } from './cell-lists.ts'
import { COLUMNS, EVENT_TYPES } from './event.ts'
import type { EventStore } from './event-store.ts'

/**
 * The canonical order of one ticket's facts: `at`, `seq`, type in the order of `EVENT_TYPES` (a withdrawal last), then
 * the canonical bytes of the row. Zero only for rows that say the same.
 */
export function compareFacts(store: EventStore, a: number, b: number): number {
  const byInstant = (store.at[a] as number) - (store.at[b] as number)
  if (byInstant !== 0) return byInstant
  const bySeq = store.seq === undefined ? 0 : (store.seq[a] as number) - (store.seq[b] as number)
  if (bySeq !== 0) return bySeq
  const byType = (store.type[a] as number) - (store.type[b] as number)
  if (byType !== 0 || saySame(store, a, b)) return byType
  return compareCodePoints(canonicalText(store, a), canonicalText(store, b))
}

/** Whether two facts say the same in every column, explicit id included. */
export function saySame(store: EventStore, a: number, b: number): boolean {
  if (store.hashA[a] !== store.hashA[b] || store.hashB[a] !== store.hashB[b]) return false
  if (store.ticket[a] !== store.ticket[b] || store.at[a] !== store.at[b] || store.type[a] !== store.type[b])
    return false
  if (store.seq && store.seq[a] !== store.seq[b]) return false
  if (store.recordedAt && store.recordedAt[a] !== store.recordedAt[b]) return false
  if (store.id && !haveSameId(store, store.id[a] as number, store.id[b] as number)) return false
  if (store.corrects && store.corrects[a] !== store.corrects[b]) return false
  return store.list[a] === store.list[b]
}

function haveSameId({ ids }: EventStore, a: number, b: number): boolean {
  if (a === 0 || b === 0) return a === b
  return ids.length(a - 1) === ids.length(b - 1) && ids.text(a - 1) === ids.text(b - 1)
}

/**
 * The canonical row: the CSV record of the event file's columns in the order of the interface, instants in UTC with
 * milliseconds, `recordedAt` always given, `id` only where it is explicit, `seq` where it is not 0; RFC 4180 quoting.
 */
export function canonicalText(store: EventStore, fact: number): string {
  const cells: string[] = new Array(COLUMNS.length).fill('')
  const list = store.list[fact] as number
  const { lists } = store
  for (let i = startOfList(lists, list); i < (lists.ends[list] as number); i++) {
    const cell = lists.cells[i] as number
    cells[columnOf(cell)] = store.values.text(textIndexOf(cell))
  }
  const id = store.id?.[fact] ?? 0
  const seq = store.seq?.[fact] ?? 0
  const corrects = store.corrects?.[fact] ?? 0
  return [
    store.tickets.text(store.ticket[fact] as number),
    formatInstant(store.at[fact] as number),
    EVENT_TYPES[store.type[fact] as number] ?? '',
    id === 0 ? '' : store.ids.text(id - 1),
    seq === 0 ? '' : String(seq),
    formatInstant(recordedAtOf(store, fact)),
    ...cells,
    corrects === 0 ? '' : store.named.text(corrects - 1),
  ]
    .map(quoted)
    .join(',')
}

export function recordedAtOf(store: EventStore, fact: number): number {
  return (store.recordedAt ?? store.at)[fact] as number
}

/** Order of the UTF-8 bytes, which is that of the code points. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue
    // A pair that differs in its second half only compares by that half, as its code points do.
    const [left, right] = [a.codePointAt(i) as number, b.codePointAt(i) as number]
    return left - right
  }
  return a.length - b.length
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
