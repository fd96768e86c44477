import type { Zone } from '../calendar/local-time.ts'
import { cellOf } from './cell.ts'
import { COLUMNS, type Column, EVENT_TYPES, type EventType } from './event.ts'
import { EVENT_FILE_COLUMNS, type EventFileColumn } from './event-columns.ts'
import {
  badBillable,
  badExclusion,
  badMinutes,
  badParty,
  badScore,
  badSeq,
  instantRefusal,
  missingEvent,
  missingInstant,
  missingTicket,
  missingValue,
  namesItself,
  type RowRefusal,
  unknownEvent,
} from './event-row-refusal.ts'
import { type EventDraft, type EventStore, FIRST_VALUES, PARTIES, WITHDRAWAL } from './event-store.ts'
import { readInstant } from './instant-bytes.ts'
import type { TableRow } from './table-reader.ts'
import { decodeUtf8 } from './utf8.ts'

/**
 * Reads a row of an event file into `draft`; the reason where it is no fact. Looks at the row alone: what depends on
 * other rows (corrections, tickets never reported) is decided when all are read.
 */
export function readEventRow(
  row: TableRow,
  store: EventStore,
  draft: EventDraft,
  zone: Zone | undefined,
): RowRefusal | undefined {
  const { bytes, from, to } = row
  if (to[TICKET] === from[TICKET]) return missingTicket()
  const corrected = to[CORRECTS] !== from[CORRECTS]
  const type = typeOf(row, store)
  if (type > WITHDRAWAL) return unknownEvent(textOf(row, EVENT))
  if (type === WITHDRAWAL && !corrected) return missingEvent()

  const known = instantOf(row, RECORDED_AT, zone)
  if (typeof known === 'object') return known
  const happened = instantOf(row, AT, zone)
  if (typeof happened === 'object') return happened
  const at = happened ?? (type === WITHDRAWAL ? known : undefined)
  if (at === undefined) return missingInstant()

  const seq = to[SEQ] === from[SEQ] ? 0 : readInteger(bytes, from[SEQ] as number, to[SEQ] as number)
  if (seq === undefined) return badSeq(textOf(row, SEQ))
  const refusal = readCells(row, store, draft) ?? checkNeeds(row, type)
  if (refusal) return refusal
  draft.line = row.line
  draft.type = type
  draft.at = at
  draft.recordedAt = known ?? at
  draft.seq = seq
  draft.ticket = store.tickets.intern(bytes, from[TICKET] as number, to[TICKET] as number)
  draft.id = to[ID] === from[ID] ? -1 : store.ids.append(bytes, from[ID] as number, to[ID] as number)
  draft.corrects = corrected ? store.named.intern(bytes, from[CORRECTS] as number, to[CORRECTS] as number) : -1
  return undefined
}

const TICKET = EVENT_FILE_COLUMNS.indexOf('ticket')
const AT = EVENT_FILE_COLUMNS.indexOf('at')
const EVENT = EVENT_FILE_COLUMNS.indexOf('event')
const ID = EVENT_FILE_COLUMNS.indexOf('id')
const SEQ = EVENT_FILE_COLUMNS.indexOf('seq')
const RECORDED_AT = EVENT_FILE_COLUMNS.indexOf('recordedAt')
const CORRECTS = EVENT_FILE_COLUMNS.indexOf('corrects')
/** Where the columns of `COLUMNS` start in a row. */
const FIRST_COLUMN = EVENT_FILE_COLUMNS.indexOf(COLUMNS[0])

const PARTY = COLUMNS.indexOf('party')
const MINUTES = COLUMNS.indexOf('minutes')
const BILLABLE = COLUMNS.indexOf('billable')
const SCORE = COLUMNS.indexOf('score')
const FIRST_CHECKED = Math.min(PARTY, MINUTES, BILLABLE, SCORE)
/** Beside the columns, which are hints by their places. */
const EVENT_HINT = COLUMNS.length
const FIRST_PARTY = FIRST_VALUES.indexOf(PARTIES[0])
const TRUE = FIRST_VALUES.indexOf('true')
/** What an event cannot do without. */
const NEEDS: { readonly [T in EventType]?: readonly Column[] } = {
  worked: ['minutes'],
  merged: ['into'],
  linked: ['parent'],
  rated: ['score'],
  contested: ['commitment'],
  excluded: ['commitment', 'party'],
}
const NEEDS_BY_TYPE = EVENT_TYPES.map((type) => NEEDS[type] ?? [])

/** Place of the event in `EVENT_TYPES`, `WITHDRAWAL` where there is none, beyond it where it is no event. */
function typeOf({ bytes, from, to }: TableRow, store: EventStore): number {
  const [start, end] = [from[EVENT] as number, to[EVENT] as number]
  if (start === end) return WITHDRAWAL
  const word = store.values.internNear(bytes, start, end, EVENT_HINT)
  return word < WITHDRAWAL ? word : WITHDRAWAL + 1
}

function readCells(row: TableRow, store: EventStore, draft: EventDraft): RowRefusal | undefined {
  const { bytes, from, to, filled, filledCount } = row
  const { cells } = draft
  let count = 0
  for (let i = 0; i < filledCount; i++) {
    const slot = filled[i] as number
    const column = slot - FIRST_COLUMN
    if (column < 0 || column >= COLUMNS.length) continue
    const start = from[slot] as number
    const end = to[slot] as number
    const value = store.values.internNear(bytes, start, end, column)
    if (column >= FIRST_CHECKED) {
      const refusal = checkValue(column, value, bytes, start, end)
      if (refusal) return refusal
    }
    const cell = cellOf(column, value)
    let at = count++
    for (; at > 0 && (cells[at - 1] as number) > cell; at--) cells[at] = cells[at - 1] as number
    cells[at] = cell
  }
  draft.cellCount = count
  return undefined
}

/** The columns whose text has a form of its own. */
function checkValue(
  column: number,
  value: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): RowRefusal | undefined {
  if (column === PARTY) return value >= FIRST_PARTY && value < TRUE ? undefined : badParty(decodeUtf8(bytes, from, to))
  if (column === MINUTES) return isDecimal(bytes, from, to) ? undefined : badMinutes(decodeUtf8(bytes, from, to))
  if (column === SCORE) return isDecimal(bytes, from, to) ? undefined : badScore(decodeUtf8(bytes, from, to))
  if (column !== BILLABLE) return undefined
  return value === TRUE || value === TRUE + 1 ? undefined : badBillable(decodeUtf8(bytes, from, to))
}

function checkNeeds(row: TableRow, type: number): RowRefusal | undefined {
  const needs = NEEDS_BY_TYPE[type]
  if (needs === undefined || needs.length === 0) return undefined
  for (const column of needs) {
    const slot = EVENT_FILE_COLUMNS.indexOf(column)
    if (row.to[slot] === row.from[slot]) return missingValue(EVENT_TYPES[type] as EventType, column)
    if ((column === 'into' || column === 'parent') && textOf(row, slot) === textOf(row, TICKET))
      return namesItself(column)
    if (column === 'party' && !['client', 'provider'].includes(textOf(row, slot)))
      return badExclusion(textOf(row, slot))
  }
  return undefined
}

/** The instant of a column; nothing where it is empty. */
function instantOf(row: TableRow, slot: number, zone: Zone | undefined): number | RowRefusal | undefined {
  const from = row.from[slot] as number
  const to = row.to[slot] as number
  if (from === to) return undefined
  const instant = readInstant(row.bytes, from, to, zone)
  return typeof instant === 'string'
    ? instantRefusal(instant, EVENT_FILE_COLUMNS[slot] as EventFileColumn, textOf(row, slot))
    : instant
}

function textOf(row: TableRow, slot: number): string {
  return decodeUtf8(row.bytes, row.from[slot] as number, row.to[slot] as number)
}

/** Digits, then a point and digits perhaps: what `parseDecimal` reads, without a sign. */
function isDecimal(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  while (at < to && isDigit(bytes[at])) at++
  if (at === from || (at > from + 1 && bytes[from] === 48)) return false
  if (at === to) return true
  if (bytes[at] !== 46 || at + 1 === to) return false
  for (at++; at < to; at++) if (!isDigit(bytes[at])) return false
  return true
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}

/** A whole number of at most 15 digits, with a minus perhaps; `undefined` for any other text. */
function readInteger(bytes: Uint8Array, from: number, to: number): number | undefined {
  const first = bytes[from] === MINUS ? from + 1 : from
  if (first === to || to - first > 15) return undefined
  let value = 0
  for (let at = first; at < to; at++) {
    if (!isDigit(bytes[at])) return undefined
    value = value * 10 + (bytes[at] as number) - 48
  }
  return first === from ? value : 0 - value
}

const MINUS = 45
