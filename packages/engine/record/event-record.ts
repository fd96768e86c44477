import { formatInstant, type Instant } from '../base/instant.ts'
import { recordedAtOf } from './canonical-order.ts'
import { columnOf, textIndexOf } from './cell.ts'
import { startOfList } from './cell-lists.ts'
import { applyCorrections, type Corrections } from './corrections.ts'
import { COLUMNS, type Column, EVENT_TYPES, type EventType, type TicketEvent } from './event.ts'
import type { EventRow } from './event-columns.ts'
import type { EventStore } from './event-store.ts'
import { factView, idOf } from './fact-view.ts'
import { fingerprintOfFacts } from './fingerprint-facts.ts'
import type { EventRecord, TicketHistory } from './record.ts'
import { type EventInTheMaking, setColumn } from './set-column.ts'

/** A store of nothing but accepted facts: those of ticket `names[g]` are `starts[g] … starts[g + 1]`, in canonical order. */
export type AcceptedFacts = {
  readonly store: EventStore
  readonly names: readonly string[]
  readonly starts: Uint32Array
  readonly corrections: Corrections
}

/** The record over accepted facts, whose store it takes over. Facts become objects when their ticket is asked for, one ticket at a time. */
export function createEventRecord(accepted: AcceptedFacts): EventRecord {
  const { store, names, starts, corrections } = accepted
  const corrected = new Set(Array.from(corrections.keys(), (fact) => groupOf(fact, starts)))
  const textOf = memoised(store)
  const fingerprint = fingerprintOfFacts(store, starts)
  const lastKnownAt = lastRecordedAt(store)

  /** Of a ticket with corrections: the facts that hold. */
  const factsOf = (group: number, knownAt: Instant): readonly number[] => {
    const facts: number[] = []
    for (let fact = starts[group] as number; fact < (starts[group + 1] as number); fact++) {
      if (recordedAtOf(store, fact) <= knownAt) facts.push(fact)
    }
    return applyCorrections(store, facts, corrections)
  }
  const copyOf: Presentation = (fact, ticket) => eventOf(store, fact, ticket, textOf)
  const source = { store, textOf }
  const viewOf: Presentation = (fact, ticket) => factView(source, fact, ticket)
  const historyOf = (group: number, knownAt: Instant, present: Presentation): TicketHistory | undefined => {
    const ticket = names[group] as string
    const events: TicketEvent[] = []
    let opened = false
    const take = (fact: number) => {
      opened ||= store.type[fact] === REPORTED || store.type[fact] === DETECTED
      events.push(present(fact, ticket))
    }
    if (corrected.has(group)) factsOf(group, knownAt).forEach(take)
    else {
      for (let fact = starts[group] as number; fact < (starts[group + 1] as number); fact++) {
        if (recordedAtOf(store, fact) <= knownAt) take(fact)
      }
    }
    return opened ? { ticket, events } : undefined
  }
  /** Of what holds in the end: a mistaken instant that was corrected does not stretch the record. */
  const extent = () => {
    let [firstAt, lastAt] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let group = 0; group < names.length; group++) {
      const start = starts[group] as number
      const end = starts[group + 1] as number
      if (!corrected.has(group)) {
        // The facts of a ticket are in the order of their instants.
        firstAt = Math.min(firstAt, store.at[start] as number)
        lastAt = Math.max(lastAt, store.at[end - 1] as number)
        continue
      }
      for (const fact of factsOf(group, Number.POSITIVE_INFINITY)) {
        firstAt = Math.min(firstAt, store.at[fact] as number)
        lastAt = Math.max(lastAt, store.at[fact] as number)
      }
    }
    return firstAt <= lastAt ? { firstAt, lastAt } : { firstAt: undefined, lastAt: undefined }
  }

  return {
    count: store.count,
    ticketCount: names.length,
    ...extent(),
    lastRecordedAt: lastKnownAt,
    fingerprint,
    fingerprintAt: (knownAt) =>
      lastKnownAt === undefined || lastKnownAt <= knownAt ? fingerprint : fingerprintOfFacts(store, starts, knownAt),
    *histories(knownAt = Number.POSITIVE_INFINITY) {
      for (let group = 0; group < names.length; group++) {
        const history = historyOf(group, knownAt, copyOf)
        if (history) yield history
      }
    },
    visit(knownAt, take) {
      for (let group = 0; group < names.length; group++) {
        const history = historyOf(group, knownAt, viewOf)
        if (history && !take(history)) return
      }
    },
    history(ticket, knownAt = Number.POSITIVE_INFINITY) {
      const group = placeOf(ticket, names)
      return group === undefined ? undefined : historyOf(group, knownAt, copyOf)
    },
    *rows() {
      for (let group = 0; group < names.length; group++) {
        const end = starts[group + 1] as number
        for (let fact = starts[group] as number; fact < end; fact++) {
          yield rowOf(store, fact, names[group] as string, textOf)
        }
      }
    },
  }
}

/** How a fact is handed over. */
type Presentation = (fact: number, ticket: string) => TicketEvent

const REPORTED = EVENT_TYPES.indexOf('reported')
const DETECTED = EVENT_TYPES.indexOf('detected')
const TEXT = COLUMNS.indexOf('text')

/** The group that holds a fact. */
function groupOf(fact: number, starts: Uint32Array): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle + 1] as number) <= fact) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a name stands among sorted names. */
function placeOf(name: string, names: readonly string[]): number | undefined {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((names[middle] as string) < name) low = middle + 1
    else high = middle
  }
  return names[low] === name ? low : undefined
}

function eventOf(
  store: EventStore,
  fact: number,
  ticket: string,
  textOf: (column: number, value: number) => string,
): TicketEvent {
  const event: EventInTheMaking = {
    id: idOf(store, fact),
    ticket,
    at: store.at[fact] as number,
    recordedAt: recordedAtOf(store, fact),
    seq: store.seq === undefined ? 0 : (store.seq[fact] as number),
    event: EVENT_TYPES[store.type[fact] as number] as EventType,
  }
  const { lists } = store
  const list = store.list[fact] as number
  const end = lists.ends[list] as number
  for (let i = startOfList(lists, list); i < end; i++) {
    const cell = lists.cells[i] as number
    const column = columnOf(cell)
    setColumn(event, COLUMNS[column] as Column, textOf(column, textIndexOf(cell)))
  }
  return event
}

/** The row that says a fact; columns without a text are left out. */
function rowOf(
  store: EventStore,
  fact: number,
  ticket: string,
  textOf: (column: number, value: number) => string,
): EventRow {
  const { lists } = store
  const list = store.list[fact] as number
  const cells = lists.cells.subarray(startOfList(lists, list), lists.ends[list])
  const type = EVENT_TYPES[store.type[fact] as number]
  const seq = store.seq?.[fact] ?? 0
  const corrects = store.corrects?.[fact] ?? 0
  return {
    ticket,
    at: formatInstant(store.at[fact] as number),
    ...(type === undefined ? {} : { event: type }),
    id: idOf(store, fact),
    ...(seq === 0 ? {} : { seq: String(seq) }),
    recordedAt: formatInstant(recordedAtOf(store, fact)),
    ...Object.fromEntries(
      Array.from(cells, (cell) => [COLUMNS[columnOf(cell)], textOf(columnOf(cell), textIndexOf(cell))]),
    ),
    ...(corrects === 0 ? {} : { corrects: store.named.text(corrects - 1) }),
  }
}

/** Texts that come again are made into strings once; free text is not kept. */
function memoised(store: EventStore): (column: number, value: number) => string {
  // As long as it will get: an array that grows by leaps turns into a slow table.
  const known = new Array<string | undefined>(store.values.size())
  return (column, value) => {
    if (column === TEXT) return store.values.text(value)
    let text = known[value]
    if (text === undefined) {
      text = store.values.text(value)
      known[value] = text
    }
    return text
  }
}

function lastRecordedAt(store: EventStore): Instant | undefined {
  let last = Number.NEGATIVE_INFINITY
  for (let fact = 0; fact < store.count; fact++) last = Math.max(last, recordedAtOf(store, fact))
  return store.count === 0 ? undefined : last
}
