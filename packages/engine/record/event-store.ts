import { columnOf, textIndexOf } from './cell.ts'
import { type CellLists, createCellLists, internList } from './cell-lists.ts'
import { COLUMNS, EVENT_TYPES } from './event.ts'
import { createTextList, type TextList } from './text-list.ts'
import { createTextPool, scatter, type TextPool } from './text-pool.ts'
import { widened } from './widened.ts'

/** Who may act. */
export const PARTIES = ['client', 'provider', 'system', 'third-party'] as const

/** Texts that every store knows by these indexes: the events by their place in `EVENT_TYPES`, and what follows them. */
export const FIRST_VALUES: readonly string[] = [...EVENT_TYPES, ...PARTIES, 'true', 'false']

/** The type of a row without an event: it withdraws the fact that it corrects. */
export const WITHDRAWAL = EVENT_TYPES.length

/**
 * Facts by columns: fact e is position e of each array. Some 30 bytes a fact beside its distinct texts, whatever the
 * length of its row; a million facts need no million objects.
 */
export type EventStore = {
  count: number
  /** Ticket ids; texts of every other column; explicit ids; the ids that corrections name. */
  readonly tickets: TextPool
  readonly values: TextPool
  readonly ids: TextList
  readonly named: TextPool
  at: Float64Array<ArrayBuffer>
  ticket: Uint32Array<ArrayBuffer>
  /** Position in `EVENT_TYPES`, or `WITHDRAWAL`. */
  type: Uint8Array<ArrayBuffer>
  /** Physical lines of the rows, until the record is built: from fact `facts[i]` on they run on from `lines[i]`. */
  lineRuns: { readonly facts: number[]; readonly lines: number[] }
  /** 64-bit hash of the row's content: a function of what it says alone. Its hexadecimal form is the default id. */
  hashA: Int32Array<ArrayBuffer>
  hashB: Int32Array<ArrayBuffer>
  /** The list of a fact's cells: the columns with a text, in the order of `COLUMNS`, each packed with its text. */
  list: Uint32Array<ArrayBuffer>
  readonly lists: CellLists
  /** Absent while no row needs it: instants that differ from `at`, order numbers, explicit ids + 1, corrected ids + 1. */
  recordedAt: Float64Array<ArrayBuffer> | undefined
  seq: Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | undefined
  id: Uint32Array<ArrayBuffer> | undefined
  corrects: Uint32Array<ArrayBuffer> | undefined
}

/** One fact on its way into a store; one draft is filled again for each row. Texts are indexes in the store's pools. */
export type EventDraft = {
  line: number
  ticket: number
  at: number
  type: number
  seq: number
  recordedAt: number
  /** −1 = none. */
  id: number
  corrects: number
  cellCount: number
  readonly cells: Uint32Array<ArrayBuffer>
}

export function createEventStore(): EventStore {
  return {
    count: 0,
    tickets: createTextPool(),
    values: createTextPool(FIRST_VALUES),
    ids: createTextList(),
    named: createTextPool(),
    at: new Float64Array(FIRST_CAPACITY),
    ticket: new Uint32Array(FIRST_CAPACITY),
    type: new Uint8Array(FIRST_CAPACITY),
    lineRuns: { facts: [], lines: [] },
    hashA: new Int32Array(FIRST_CAPACITY),
    hashB: new Int32Array(FIRST_CAPACITY),
    list: new Uint32Array(FIRST_CAPACITY),
    lists: createCellLists(),
    recordedAt: undefined,
    seq: undefined,
    id: undefined,
    corrects: undefined,
  }
}

export function createEventDraft(): EventDraft {
  return {
    line: 0,
    ticket: 0,
    at: 0,
    type: 0,
    seq: 0,
    recordedAt: 0,
    id: -1,
    corrects: -1,
    cellCount: 0,
    cells: new Uint32Array(COLUMNS.length),
  }
}

export function append(store: EventStore, draft: EventDraft): void {
  const index = store.count
  if (index === store.at.length) grow(store)
  store.count = index + 1
  store.at[index] = draft.at
  store.ticket[index] = draft.ticket
  store.type[index] = draft.type
  if (draft.line !== nextLine(store, index)) startRun(store, index, draft.line)
  hashInto(store, draft, index)
  if (draft.recordedAt !== draft.at && store.recordedAt === undefined) store.recordedAt = store.at.slice()
  if (store.recordedAt !== undefined) store.recordedAt[index] = draft.recordedAt
  if (draft.seq !== 0) store.seq = seqColumn(store, draft.seq)
  if (store.seq !== undefined) store.seq[index] = draft.seq
  if (draft.id >= 0) store.id ??= new Uint32Array(store.at.length)
  if (store.id !== undefined) store.id[index] = namesItself(store, draft.id, index) ? 0 : draft.id + 1
  if (draft.corrects >= 0) store.corrects ??= new Uint32Array(store.at.length)
  if (store.corrects !== undefined) store.corrects[index] = draft.corrects + 1
  store.list[index] = internList(store.lists, draft.cells, draft.cellCount)
}

/** Physical line of a fact's row. */
export function lineOf({ lineRuns: { facts, lines } }: EventStore, fact: number): number {
  let low = 0
  let high = facts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((facts[middle] as number) <= fact) low = middle + 1
    else high = middle
  }
  return (lines[low - 1] as number) + fact - (facts[low - 1] as number)
}

/** Hexadecimal form of a fact's hash: its id where the source gives none. */
export function defaultId(store: EventStore, index: number): string {
  return hexadecimal(store.hashA[index] as number) + hexadecimal(store.hashB[index] as number)
}

/** Eight hexadecimal digits, from two halves of a table. */
export function hexadecimal(bits: number): string {
  return (FOUR_DIGITS[bits >>> 16] as string) + (FOUR_DIGITS[bits & 0xffff] as string)
}

const FIRST_CAPACITY = 1 << 10
const FOUR_DIGITS: readonly string[] = Array.from({ length: 0x1_0000 }, (_, n) => n.toString(16).padStart(4, '0'))

/** The line of a row that follows the one before without a gap. */
function nextLine({ lineRuns: { facts, lines } }: EventStore, index: number): number {
  return (lines[lines.length - 1] ?? 0) + index - (facts[facts.length - 1] ?? 0)
}

function startRun({ lineRuns }: EventStore, index: number, line: number): void {
  lineRuns.facts.push(index)
  lineRuns.lines.push(line)
}

/** What stands for a name in a hash: the hash of the name, so that a longer list of names changes no id. */
const TYPE_NAMES = createTextPool([...EVENT_TYPES, ''])
const COLUMN_NAMES = createTextPool(COLUMNS)
const TYPE_A = Int32Array.from([...EVENT_TYPES, ''], (_, i) => TYPE_NAMES.hashA(i))
const TYPE_B = Int32Array.from([...EVENT_TYPES, ''], (_, i) => TYPE_NAMES.hashB(i))
const COLUMN_A = Int32Array.from(COLUMNS, (_, i) => COLUMN_NAMES.hashA(i))
const COLUMN_B = Int32Array.from(COLUMNS, (_, i) => COLUMN_NAMES.hashB(i))

/** Hash of the canonical content: ticket, instant, type, seq, recordedAt, corrected id, then each column with its text. */
function hashInto(store: EventStore, draft: EventDraft, index: number): void {
  const { tickets, values, named } = store
  const { at, seq, recordedAt, corrects, cellCount, cells } = draft
  const atLow = at | 0
  const atHigh = Math.floor(at / TWO_32)
  let a = mixA(mixA(mixA(tickets.hashA(draft.ticket), TYPE_A[draft.type] as number), atLow), atHigh)
  let b = mixB(mixB(mixB(tickets.hashB(draft.ticket), TYPE_B[draft.type] as number), atLow), atHigh)
  if (seq !== 0) {
    a = mixA(mixA(a ^ 1, seq | 0), Math.floor(seq / TWO_32))
    b = mixB(mixB(b ^ 1, seq | 0), Math.floor(seq / TWO_32))
  }
  if (recordedAt !== at) {
    a = mixA(mixA(a ^ 2, recordedAt | 0), Math.floor(recordedAt / TWO_32))
    b = mixB(mixB(b ^ 2, recordedAt | 0), Math.floor(recordedAt / TWO_32))
  }
  if (corrects >= 0) {
    a = mixA(a ^ 3, named.hashA(corrects))
    b = mixB(b ^ 3, named.hashB(corrects))
  }
  for (let i = 0; i < cellCount; i++) {
    const cell = cells[i] as number
    const column = columnOf(cell)
    const value = textIndexOf(cell)
    a = mixA(a ^ (COLUMN_A[column] as number), values.hashA(value))
    b = mixB(b ^ (COLUMN_B[column] as number), values.hashB(value))
  }
  store.hashA[index] = scatter(a)
  store.hashB[index] = scatter(b)
}

const TWO_32 = 0x1_0000_0000

/** Rounds of MurmurHash3 with the constants of its two 32-bit lanes. */
function mixA(hash: number, part: number): number {
  const k = Math.imul(part, 0xcc9e2d51)
  const h = hash ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593)
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0
}

function mixB(hash: number, part: number): number {
  const k = Math.imul(part, 0x239b961b)
  const h = hash ^ Math.imul((k << 16) | (k >>> 16), 0xab0e9789 | 0)
  return (Math.imul((h << 17) | (h >>> 15), 5) + 0x561ccd1b) | 0
}

/** An explicit id that spells the default one says nothing more: the two rows are one fact. */
function namesItself(store: EventStore, id: number, index: number): boolean {
  return store.ids.length(id) === 16 && store.ids.text(id) === defaultId(store, index)
}

/** Order numbers are small as a rule, and take half the place then. */
function seqColumn(store: EventStore, seq: number): Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> {
  const { seq: column = new Int32Array(store.at.length) } = store
  return seq === (seq | 0) || column instanceof Float64Array ? column : Float64Array.from(column)
}

function grow(store: EventStore): void {
  const capacity = store.at.length * 2
  store.at = widened(store.at, capacity)
  store.ticket = widened(store.ticket, capacity)
  store.type = widened(store.type, capacity)
  store.hashA = widened(store.hashA, capacity)
  store.hashB = widened(store.hashB, capacity)
  store.list = widened(store.list, capacity)
  store.recordedAt &&= widened(store.recordedAt, capacity)
  store.seq &&= widened(store.seq, capacity)
  store.id &&= widened(store.id, capacity)
  store.corrects &&= widened(store.corrects, capacity)
}
