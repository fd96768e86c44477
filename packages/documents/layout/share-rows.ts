/** Shares `most` rows between groups: an equal part each, what a small group leaves going to the next ones. */
export function shareRows(counts: readonly number[], most: number): readonly number[] {
  const order = counts.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count)
  const rows = counts.map(() => 0)
  let left = most
  for (const [done, { count, index }] of order.entries()) {
    const part = Math.min(count, Math.floor(left / (order.length - done)))
    rows[index] = part
    left -= part
  }
  return rows
}
