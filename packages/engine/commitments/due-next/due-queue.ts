import type { Instant } from '../../base/instant.ts'

/** What a queue orders: by `dueAt`, then by `key` (code units). */
export type Dated = { readonly key: string; readonly dueAt: Instant }

/** What is due first, over entries that come, move and go. */
export type DueQueue<Entry extends Dated> = {
  readonly size: number
  /** Inserts an entry, or moves the one of the same key: O(log n). */
  readonly put: (entry: Entry) => void
  /** Whether the key was in the queue: O(log n). */
  readonly remove: (key: string) => boolean
  /** The first `count` entries in order, the queue left as it is: O(k log k). */
  readonly next: (count: number) => readonly Entry[]
}

/**
 * An indexed binary heap: an array in which each entry comes before its two children, and the place of every key.
 */
export function createDueQueue<Entry extends Dated>(): DueQueue<Entry> {
  const heap: Entry[] = []
  const places = new Map<string, number>()

  const place = (entry: Entry, index: number): void => {
    heap[index] = entry
    places.set(entry.key, index)
  }
  const rise = (entry: Entry, from: number): number => {
    let index = from
    while (index > 0) {
      const above = (index - 1) >> 1
      const parent = heap[above] as Entry
      if (!comesBefore(entry, parent)) break
      place(parent, index)
      index = above
    }
    place(entry, index)
    return index
  }
  const sink = (entry: Entry, from: number): void => {
    let index = from
    for (let child = 2 * index + 1; child < heap.length; child = 2 * index + 1) {
      const right = heap[child + 1]
      if (right !== undefined && comesBefore(right, heap[child] as Entry)) child += 1
      const least = heap[child] as Entry
      if (!comesBefore(least, entry)) break
      place(least, index)
      index = child
    }
    place(entry, index)
  }
  const settle = (entry: Entry, index: number): void => {
    if (rise(entry, index) === index) sink(entry, index)
  }

  return {
    get size() {
      return heap.length
    },
    put: (entry) => settle(entry, places.get(entry.key) ?? heap.length),
    remove: (key) => {
      const index = places.get(key)
      if (index === undefined) return false
      places.delete(key)
      const last = heap.pop() as Entry
      if (index < heap.length) settle(last, index)
      return true
    },
    next: (count) => firstOf(heap, count),
  }
}

/** Walks the heap from its root: the next entry is always a child of one already taken. */
function firstOf<Entry extends Dated>(heap: readonly Entry[], count: number): readonly Entry[] {
  const first: Entry[] = []
  const open = heap.length === 0 ? [] : [0]
  while (first.length < count && open.length > 0) {
    const index = takeLeast(open, heap)
    first.push(heap[index] as Entry)
    for (const child of [2 * index + 1, 2 * index + 2]) if (child < heap.length) addTo(open, child, heap)
  }
  return first
}

/** `open` is itself a small heap of indexes. */
function addTo(open: number[], index: number, heap: readonly Dated[]): void {
  let at = open.push(index) - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!earlier(open[at] as number, open[above] as number, heap)) break
    swap(open, at, above)
    at = above
  }
}

function takeLeast(open: number[], heap: readonly Dated[]): number {
  const least = open[0] as number
  const last = open.pop() as number
  if (open.length === 0) return least
  open[0] = last
  let at = 0
  for (let child = 1; child < open.length; child = 2 * at + 1) {
    const right = child + 1
    if (right < open.length && earlier(open[right] as number, open[child] as number, heap)) child = right
    if (!earlier(open[child] as number, open[at] as number, heap)) break
    swap(open, at, child)
    at = child
  }
  return least
}

function earlier(a: number, b: number, heap: readonly Dated[]): boolean {
  return comesBefore(heap[a] as Dated, heap[b] as Dated)
}

function swap(list: number[], a: number, b: number): void {
  const kept = list[a] as number
  list[a] = list[b] as number
  list[b] = kept
}

function comesBefore(a: Dated, b: Dated): boolean {
  return a.dueAt === b.dueAt ? a.key < b.key : a.dueAt < b.dueAt
}
