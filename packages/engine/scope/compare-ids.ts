/** Ids as a person orders them: `PER-2` before `PER-10`; the same on every machine. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareParts(left[index] ?? '', right[index] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0)
}

function partsOf(id: string): readonly string[] {
  return id.match(/\d+|\D+/g) ?? []
}

function compareParts(a: string, b: string): number {
  if (/^\d/.test(a) && /^\d/.test(b)) {
    const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
    return x.length - y.length || (x < y ? -1 : x > y ? 1 : 0)
  }
  return a < b ? -1 : a > b ? 1 : 0
}
