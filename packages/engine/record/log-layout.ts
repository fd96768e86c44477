import type { Column, EventType } from './event.ts'
import type { Mapping } from './mapping.ts'

/** The columns that a mapping takes from a log, each once, and where in a row each part of the mapping finds its own. */
export type LogLayout = {
  readonly columns: readonly string[]
  readonly ticket: number
  readonly at: number
  readonly state: number
  readonly order: readonly number[]
  readonly assigned: readonly number[]
  readonly once: readonly (readonly [EventType, number])[]
  readonly whenFilled: readonly (readonly [EventType, number])[]
  readonly mapped: readonly (readonly [Column, number])[]
  /** −1 where the mapping takes none. */
  readonly id: number
  readonly seq: number
  readonly recordedAt: number
  readonly corrects: number
}

export function layOutLog(mapping: Mapping): LogLayout {
  const { id, seq, recordedAt, corrects } = mapping
  const columns = [
    ...new Set([
      mapping.ticket,
      mapping.at,
      mapping.state,
      ...mapping.order,
      ...mapping.assigned,
      ...mapping.once.values(),
      ...mapping.whenFilled.values(),
      ...mapping.columns.values(),
      ...[id, seq, recordedAt, corrects].filter((name) => name !== undefined),
    ]),
  ]
  const place = (name: string | undefined) => (name === undefined ? -1 : columns.indexOf(name))
  const places = <Key>(names: ReadonlyMap<Key, string>) => [...names].map(([key, name]) => [key, place(name)] as const)
  return {
    columns,
    ticket: place(mapping.ticket),
    at: place(mapping.at),
    state: place(mapping.state),
    order: mapping.order.map(place),
    assigned: mapping.assigned.map(place),
    once: places(mapping.once),
    whenFilled: places(mapping.whenFilled),
    mapped: places(mapping.columns),
    id: place(id),
    seq: place(seq),
    recordedAt: place(recordedAt),
    corrects: place(corrects),
  }
}
