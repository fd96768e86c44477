import { columnOf } from './cell.ts'
import { scatter } from './text-pool.ts'
import { release, widened } from './widened.ts'

/**
 * Distinct lists of cells, each kept once and known by its index: most facts of a desk are of one actor and his party
 * and nothing more. List i is `cells[ends[i − 1] … ends[i])`.
 */
export type CellLists = {
  cells: Uint32Array<ArrayBuffer>
  ends: Uint32Array<ArrayBuffer>
  /** The columns of each list: bit c for column c. Most questions about a fact end here, with no. */
  columns: Uint32Array<ArrayBuffer>
  size: number
  /** Open addressing; 0 = free, else index + 1. */
  slots: Uint32Array<ArrayBuffer>
}

export function createCellLists(): CellLists {
  return {
    cells: new Uint32Array(1 << 8),
    ends: new Uint32Array(1 << 6),
    columns: new Uint32Array(1 << 6),
    size: 0,
    slots: new Uint32Array(1 << 7),
  }
}

export function startOfList(lists: CellLists, index: number): number {
  return index === 0 ? 0 : (lists.ends[index - 1] as number)
}

/** Index of the list `cells[0, count)`, which is added when it is new. */
export function internList(lists: CellLists, cells: Uint32Array, count: number): number {
  const mask = lists.slots.length - 1
  let slot = hashOf(cells, 0, count) & mask
  for (let found = lists.slots[slot] as number; found > 0; found = lists.slots[slot] as number) {
    if (holds(lists, found - 1, cells, count)) return found - 1
    slot = (slot + 1) & mask
  }
  const index = lists.size++
  lists.slots[slot] = index + 1
  const start = startOfList(lists, index)
  if (start + count > lists.cells.length) lists.cells = widened(lists.cells, lists.cells.length * 2)
  if (index === lists.ends.length) {
    lists.ends = widened(lists.ends, index * 2)
    lists.columns = widened(lists.columns, index * 2)
  }
  let columns = 0
  for (let i = 0; i < count; i++) {
    const cell = cells[i] as number
    lists.cells[start + i] = cell
    columns |= 1 << columnOf(cell)
  }
  lists.ends[index] = start + count
  lists.columns[index] = columns
  if (lists.size * 2 > lists.slots.length) rehash(lists)
  return index
}

/** No list will be added any more. */
export function sealLists(lists: CellLists): void {
  release(lists.slots)
}

function holds(lists: CellLists, index: number, cells: Uint32Array, count: number): boolean {
  const start = startOfList(lists, index)
  if ((lists.ends[index] as number) - start !== count) return false
  for (let i = 0; i < count; i++) if (lists.cells[start + i] !== cells[i]) return false
  return true
}

function hashOf(cells: Uint32Array, from: number, to: number): number {
  let hash = to - from
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (cells[i] as number), 0x9e3779b1) ^ (hash >>> 15)
  return scatter(hash)
}

function rehash(lists: CellLists): void {
  const capacity = lists.slots.length * 2
  release(lists.slots)
  lists.slots = new Uint32Array(capacity)
  for (let index = 0; index < lists.size; index++) {
    let slot = hashOf(lists.cells, startOfList(lists, index), lists.ends[index] as number) & (capacity - 1)
    while (lists.slots[slot] !== 0) slot = (slot + 1) & (capacity - 1)
    lists.slots[slot] = index + 1
  }
}
