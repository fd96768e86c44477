/** A fact as a line, and the instant at which it was known; undefined: never. */
export type DatedLine = { readonly instant: number | undefined; readonly line: string }

/** Lines in the order in which they were known; one byte of memory a byte of text, and 20 a line. */
export type OrderedLines = { readonly count: number; lines(): Iterable<Uint8Array> }

/**
 * The lines that were known at an instant, in the order in which they were, ties by their bytes, each once: the same lines
 * give the same order, whatever the order in which they come. O(n log n).
 */
export function orderLines(dated: Iterable<DatedLine>, at: number): OrderedLines {
  const store = createLineStore()
  for (const { instant, line } of dated) if (instant !== undefined && instant <= at) store.add(instant, line)
  return store.ordered()
}

function createLineStore() {
  const blocks: Buffer[] = []
  const encoder = new TextEncoder()
  let columns = createColumns(1 << 10)
  let [count, used] = [0, 0]
  const roomFor = (bytes: number): Buffer => {
    const last = blocks.at(-1)
    if (last !== undefined && used + bytes <= last.length) return last
    const block = Buffer.allocUnsafeSlow(Math.max(BLOCK, bytes))
    blocks.push(block)
    used = 0
    return block
  }
  const bytesAt = (index: number): Buffer => {
    const start = columns.start[index] ?? 0
    return (blocks[columns.block[index] ?? 0] as Buffer).subarray(start, start + (columns.length[index] ?? 0))
  }
  return {
    add(instant: number, line: string): void {
      // No UTF-16 code unit takes more than three bytes.
      const block = roomFor(line.length * 3)
      const { written } = encoder.encodeInto(line, block.subarray(used))
      if (count === columns.instant.length) columns = widened(columns)
      columns.instant[count] = instant
      columns.block[count] = blocks.length - 1
      columns.start[count] = used
      columns.length[count] = written
      used += written
      count += 1
    },
    ordered(): OrderedLines {
      const order = Uint32Array.from({ length: count }, (_, index) => index)
      const { instant } = columns
      order.sort((a, b) => (instant[a] as number) - (instant[b] as number) || bytesAt(a).compare(bytesAt(b)))
      const once = order.filter((index, place) => place === 0 || !same(index, order[place - 1] as number))
      return {
        count: once.length,
        *lines() {
          for (const index of once) yield bytesAt(index)
        },
      }
    },
  }

  function same(a: number, b: number): boolean {
    return columns.instant[a] === columns.instant[b] && bytesAt(a).equals(bytesAt(b))
  }
}

type Columns = {
  readonly instant: Float64Array
  readonly block: Uint32Array
  readonly start: Uint32Array
  readonly length: Uint32Array
}

function createColumns(rows: number): Columns {
  return {
    instant: new Float64Array(rows),
    block: new Uint32Array(rows),
    start: new Uint32Array(rows),
    length: new Uint32Array(rows),
  }
}

function widened(columns: Columns): Columns {
  const wider = createColumns(columns.instant.length * 2)
  wider.instant.set(columns.instant)
  wider.block.set(columns.block)
  wider.start.set(columns.start)
  wider.length.set(columns.length)
  return wider
}

const BLOCK = 1 << 21
