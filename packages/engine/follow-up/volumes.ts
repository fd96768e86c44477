import type { KpiSpan } from './kpi-span.ts'
import { falls, isOpenAtEnd, resolvedIn, type TicketLife } from './ticket-life.ts'

/**
 * Tickets reported in the period, resolved in it (each once) and open at its end, by kind and by priority as known at
 * the observation (`''` = none given).
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
  readonly addTicket: (ticket: TicketLife) => void
  readonly volumes: () => Volumes
}

/** Counts the tickets of one period (clause kind: activity report). */
export function countVolumes(span: KpiSpan): VolumesCounter {
  const total = emptyRow()
  const byKind = new Map<string, Row>()
  const byPriority = new Map<string, Row>()
  let kindsKnown = false
  return {
    addTicket: (ticket) => {
      const { kind, priority } = ticket
      if (kind !== undefined) kindsKnown = true
      const change = changeOf(ticket, span)
      if (change === undefined) return
      add(total, change)
      add(rowOf(byKind, kind ?? ''), change)
      add(rowOf(byPriority, priority ?? ''), change)
    },
    volumes: () => ({
      ...total,
      byKind: sortedRows(byKind).map(([kind, row]) => ({ kind, ...row })),
      byPriority: sortedRows(byPriority).map(([priority, row]) => ({ priority, ...row })),
      kindsKnown,
    }),
  }
}

type Row = { reported: number; resolved: number; openAtEnd: number }

function changeOf(ticket: TicketLife, span: KpiSpan): VolumeRow | undefined {
  const reported = Number(falls(ticket.openedAt, span))
  const resolved = Number(resolvedIn(ticket, span) !== undefined)
  const openAtEnd = Number(isOpenAtEnd(ticket, span))
  return reported + resolved + openAtEnd === 0 ? undefined : { reported, resolved, openAtEnd }
}

function emptyRow(): Row {
  return { reported: 0, resolved: 0, openAtEnd: 0 }
}

function add(row: Row, change: VolumeRow): void {
  row.reported += change.reported
  row.resolved += change.resolved
  row.openAtEnd += change.openAtEnd
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
