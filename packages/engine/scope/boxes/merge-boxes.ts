import { keyOf } from '../rule-set.ts'
import type { BoxLayout, ClassBox } from './class-box.ts'

/** Disjoint boxes in fewer: those that differ in one dimension only become one, until none do. */
export function mergeBoxes(
  layout: BoxLayout,
  boxes: readonly ClassBox[],
  order: readonly number[],
): readonly ClassBox[] {
  let merged = boxes
  for (;;) {
    const before = merged.length
    for (const dimension of order) merged = mergeAlong(layout, merged, dimension)
    if (merged.length === before) return merged
  }
}

function mergeAlong(layout: BoxLayout, boxes: readonly ClassBox[], dimension: number): readonly ClassBox[] {
  const from = layout.offsets[dimension] ?? 0
  const to = from + Math.ceil((layout.widths[dimension] ?? 0) / 32)
  const byRest = new Map<string, ClassBox>()
  for (const box of boxes) {
    const rest = box.slice()
    rest.fill(0, from, to)
    const key = keyOf(rest)
    const same = byRest.get(key)
    if (same === undefined) byRest.set(key, box.slice())
    else for (let word = from; word < to; word++) same[word] = (same[word] ?? 0) | (box[word] ?? 0)
  }
  return [...byRest.values()]
}
