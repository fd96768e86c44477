import type { Zone } from '../calendar/local-time.ts'
import type { Encoding } from './byte-window.ts'
import type { DateFormat } from './date-format.ts'
import type { Column, EventType } from './event.ts'
import type { TableFormat } from './table-reader.ts'

/** What a state (or an event) of a foreign log means; `reason` only where the mapping gives the pause its own. */
export type StateMeaning = { readonly event: EventType; readonly reason?: string } | 'ignored'

/** A mapping file read and validated (format v1): how the rows of a foreign log become ticket events. */
export type Mapping = {
  readonly shape: 'events' | 'snapshots'
  readonly format: TableFormat | 'auto'
  readonly delimiter: string
  readonly encoding: Encoding
  readonly zone: Zone | undefined
  /** Tried in turn. */
  readonly dateFormats: readonly DateFormat[]
  readonly missing: ReadonlySet<string>
  /** Columns of the log. */
  readonly ticket: string
  readonly at: string
  readonly order: readonly string[]
  readonly state: string
  /** Our column → theirs. */
  readonly columns: ReadonlyMap<Column, string>
  readonly id: string | undefined
  readonly seq: string | undefined
  readonly recordedAt: string | undefined
  readonly corrects: string | undefined
  readonly constants: ReadonlyMap<Column, string>
  /** Absent: the texts of the state column are events already. */
  readonly states: ReadonlyMap<string, StateMeaning> | undefined
  /** Our column → their value → ours. */
  readonly values: ReadonlyMap<Column, ReadonlyMap<string, string>>
  /** Event → the column of its instant. */
  readonly once: ReadonlyMap<EventType, string>
  readonly whenFilled: ReadonlyMap<EventType, string>
  readonly assigned: readonly string[]
}
