import type { LogFacts } from './kpi.ts'
import type { TicketInSpan } from './ticket-life.ts'

/**
 * Tickets reported in the period, resolved in it (each once) and open at its end, by kind as known at the
 * observation and by the priority of their last clock (`''` = none given).
 */
export type Volumes = {
  readonly reported: number
  readonly resolved: number
  readonly openAtEnd: number
  readonly byKind: readonly ({ readonly kind: string } & VolumeRow)[]
  readonly byPriority: readonly ({ readonly priority: string } & VolumeRow)[]
  /** False where no ticket carries a kind: every ticket is then counted as given, and the report says so. */
  readonly kindsKnown: boolean
}

export type VolumeRow = { readonly reported: number; readonly resolved: number; readonly openAtEnd: number }

export type VolumesCounter = {
  readonly addTicket: (seen: TicketInSpan) => void
  readonly volumes: (log: LogFacts) => Volumes
}

/** Counts the tickets of one period (clause kind: activity report). */
export function countVolumes(): VolumesCounter {
  const total = emptyRow()
  const byKind = new Map<string, Row>()
  const byPriority = new Map<string, Row>()
  return {
    addTicket: (seen) => {
      const { kind = '', priority = '' } = seen.ticket
      add(total, seen)
      add(rowOf(byKind, kind), seen)
      add(rowOf(byPriority, priority), seen)
    },
    volumes: ({ kindsKnown }) => ({
      ...total,
      byKind: sortedRows(byKind).map(([kind, row]) => ({ kind, ...row })),
      byPriority: sortedRows(byPriority).map(([priority, row]) => ({ priority, ...row })),
      kindsKnown,
    }),
  }
}

type Row = { reported: number; resolved: number; openAtEnd: number }

function emptyRow(): Row {
  return { reported: 0, resolved: 0, openAtEnd: 0 }
}

function add(row: Row, { reported, resolvedAt, open }: TicketInSpan): void {
  if (reported) row.reported += 1
  if (resolvedAt !== undefined) row.resolved += 1
  if (open) row.openAtEnd += 1
}

function rowOf(rows: Map<string, Row>, key: string): Row {
  let row = rows.get(key)
  if (row === undefined) {
    row = emptyRow()
    rows.set(key, row)
  }
  return row
}

/** By key in code-unit order, those without one last. */
function sortedRows(rows: ReadonlyMap<string, Row>): readonly (readonly [string, Row])[] {
  return [...rows].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
}
