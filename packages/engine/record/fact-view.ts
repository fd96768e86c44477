import type { Instant } from '../base/instant.ts'
import { recordedAtOf } from './canonical-order.ts'
import { columnOf, textIndexOf } from './cell.ts'
import { startOfList } from './cell-lists.ts'
import { COLUMNS, EVENT_TYPES, type EventType, type TicketEvent } from './event.ts'
import { defaultId, type EventStore } from './event-store.ts'

/** Where facts and their texts are kept. */
export type FactSource = {
  readonly store: EventStore
  /** Text of a value of `store.values` that a column holds. */
  readonly textOf: (column: number, value: number) => string
}

/**
 * A fact read where it is kept: what nobody asks for never becomes a text. Clocks look at a few columns of each of a
 * million facts, and at the ids of three in ten. Its columns are no properties of its own: ask for them by name; a copy
 * or a comparison would not see them.
 */
export function factView(source: FactSource, fact: number, ticket: string): TicketEvent {
  return new FactView(source, fact, ticket) as unknown as TicketEvent
}

/** The id of the source, else the default one. */
export function idOf(store: EventStore, fact: number): string {
  const own = store.id === undefined ? 0 : (store.id[fact] as number)
  return own === 0 ? defaultId(store, fact) : store.ids.text(own - 1)
}

/** A class, for its instances share their getters; it never leaves this file. */
class FactView {
  readonly ticket: string
  readonly at: Instant
  readonly event: EventType
  readonly #source: FactSource
  readonly #fact: number
  readonly #columns: number

  constructor(source: FactSource, fact: number, ticket: string) {
    this.ticket = ticket
    this.at = source.store.at[fact] as number
    this.event = EVENT_TYPES[source.store.type[fact] as number] as EventType
    this.#source = source
    this.#fact = fact
    this.#columns = source.store.lists.columns[source.store.list[fact] as number] as number
  }

  get id(): string {
    return idOf(this.#source.store, this.#fact)
  }

  get seq(): number {
    return this.#source.store.seq?.[this.#fact] ?? 0
  }

  get recordedAt(): Instant {
    return recordedAtOf(this.#source.store, this.#fact)
  }

  /** The text of a column, by its place in `COLUMNS`. */
  textIn(column: number): string | undefined {
    if ((this.#columns & (1 << column)) === 0) return undefined
    const { store, textOf } = this.#source
    const list = store.list[this.#fact] as number
    const end = store.lists.ends[list] as number
    for (let i = startOfList(store.lists, list); i < end; i++) {
      const cell = store.lists.cells[i] as number
      if (columnOf(cell) === column) return textOf(column, textIndexOf(cell))
    }
    return undefined
  }
}

COLUMNS.forEach((name, column) => {
  Object.defineProperty(FactView.prototype, name, {
    get(this: FactView) {
      return this.textIn(column)
    },
  })
})
