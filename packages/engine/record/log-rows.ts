import type { Instant } from '../base/instant.ts'
import { compareCodePoints } from './canonical-order.ts'
import { createTextPool, type TextPool } from './text-pool.ts'
import { widened } from './widened.ts'

/** The rows of a foreign log, by columns: texts are kept once, a row is its instant and some numbers. */
export type LogRows = {
  /** The columns that are kept, in the order of `cells`. */
  readonly columns: readonly string[]
  readonly tickets: TextPool
  readonly texts: TextPool
  count: number
  at: Float64Array<ArrayBuffer>
  ticket: Uint32Array<ArrayBuffer>
  line: Uint32Array<ArrayBuffer>
  /** Text of column c in row r: `cells[r * columns.length + c] − 1`; 0 where there is none. */
  cells: Uint32Array<ArrayBuffer>
}

export function createLogRows(columns: readonly string[]): LogRows {
  return {
    columns,
    tickets: createTextPool(),
    texts: createTextPool(),
    count: 0,
    at: new Float64Array(FIRST_CAPACITY),
    ticket: new Uint32Array(FIRST_CAPACITY),
    line: new Uint32Array(FIRST_CAPACITY),
    cells: new Uint32Array(FIRST_CAPACITY * columns.length),
  }
}

/** Adds a row; `cells` are indexes of texts + 1. */
export function appendRow(rows: LogRows, ticket: number, at: Instant, line: number, cells: readonly number[]): void {
  const index = rows.count
  if (index === rows.at.length) {
    const capacity = index * 2
    rows.at = widened(rows.at, capacity)
    rows.ticket = widened(rows.ticket, capacity)
    rows.line = widened(rows.line, capacity)
    rows.cells = widened(rows.cells, capacity * rows.columns.length)
  }
  rows.count = index + 1
  rows.at[index] = at
  rows.ticket[index] = ticket
  rows.line[index] = line
  for (let c = 0; c < cells.length; c++) rows.cells[index * cells.length + c] = cells[c] as number
}

/** Text of a column in a row, `''` where there is none. */
export function textOf(rows: LogRows, row: number, column: number): string {
  const cell = column < 0 ? 0 : (rows.cells[row * rows.columns.length + column] as number)
  return cell === 0 ? '' : rows.texts.text(cell - 1)
}

/** The rows of one ticket in order, each once; `repeated`: those that say the same as another. */
export type TicketRows = {
  readonly ticket: string
  readonly rows: readonly number[]
  readonly repeated: readonly number[]
}

/**
 * The rows of each ticket, by ticket id in code-unit order, in an order that the input's has no part in: instant, then
 * the columns of `order` (by number where both are numbers), then the texts of all columns.
 */
export function* byTicket(rows: LogRows, order: readonly number[]): Generator<TicketRows> {
  const groups = grouped(rows.ticket.subarray(0, rows.count), rows.tickets.size())
  const names = Array.from({ length: rows.tickets.size() }, (_, ticket) => rows.tickets.text(ticket))
  const sorted = Uint32Array.from(names, (_, ticket) => ticket).sort((a, b) =>
    (names[a] as string) < (names[b] as string) ? -1 : 1,
  )
  for (const ticket of sorted) {
    const group = groups.order.subarray(groups.starts[ticket], groups.starts[ticket + 1])
    if (group.length === 0) continue
    const inOrder = Array.from(group).sort((a, b) => compareRows(rows, order, a, b))
    const isRepeated = (row: number, i: number) => i > 0 && haveSameCells(rows, inOrder[i - 1] as number, row)
    yield {
      ticket: names[ticket] as string,
      rows: inOrder.filter((row, i) => !isRepeated(row, i)),
      repeated: inOrder.filter(isRepeated),
    }
  }
}

const FIRST_CAPACITY = 1 << 10

function haveSameCells(rows: LogRows, a: number, b: number): boolean {
  const width = rows.columns.length
  for (let c = 0; c < width; c++) if (rows.cells[a * width + c] !== rows.cells[b * width + c]) return false
  return rows.at[a] === rows.at[b]
}

function compareRows(rows: LogRows, order: readonly number[], a: number, b: number): number {
  const byInstant = (rows.at[a] as number) - (rows.at[b] as number)
  if (byInstant !== 0) return byInstant
  for (const column of order) {
    const byColumn = compareTexts(textOf(rows, a, column), textOf(rows, b, column))
    if (byColumn !== 0) return byColumn
  }
  for (let column = 0; column < rows.columns.length; column++) {
    const byColumn = compareCodePoints(textOf(rows, a, column), textOf(rows, b, column))
    if (byColumn !== 0) return byColumn
  }
  return (rows.line[a] as number) - (rows.line[b] as number)
}

/** Numbers before other texts, and among themselves by size. */
function compareTexts(a: string, b: string): number {
  const [left, right] = [NUMBER.test(a), NUMBER.test(b)]
  if (left && right && Number(a) !== Number(b)) return Number(a) - Number(b)
  return left === right ? compareCodePoints(a, b) : left ? -1 : 1
}

const NUMBER = /^-?\d{1,15}(\.\d+)?$/

/** Positions by group, a counting sort. */
function grouped(groupOf: Uint32Array, groupCount: number) {
  const starts = new Uint32Array(groupCount + 1)
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1
  for (let g = 0; g < groupCount; g++) starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number)
  const next = starts.slice()
  const order = new Uint32Array(groupOf.length)
  groupOf.forEach((group, position) => {
    order[next[group] as number] = position
    next[group] = (next[group] as number) + 1
  })
  return { starts, order }
}
