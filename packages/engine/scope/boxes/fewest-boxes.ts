import { fullSet } from '../rule-set.ts'
import { type BoxLayout, boxOf, type ClassBox, classesIn, divideByBoxes } from './class-box.ts'
import { listBoxes } from './diagram.ts'
import { drawCover } from './draw-cover.ts'
import { mergeBoxes } from './merge-boxes.ts'
import { partitionExactly } from './partition-exactly.ts'

/** How much is tried: a list that nobody reads to its end is merged, and not searched for a shorter one. */
export type Effort = 'search' | 'redraw' | 'merge'

/** The effort for an answer that has so many boxes before merging. */
export function effortFor(boxes: number): Effort {
  if (boxes <= 400) return 'search'
  return boxes <= 2_000 ? 'redraw' : 'merge'
}

/**
 * The cells of disjoint boxes in as few disjoint boxes as are found: merged along each dimension, drawn again in other
 * orders, and searched in full where the region is small (`partitionExactly`: then no smaller set exists).
 */
export function fewestBoxes(layout: BoxLayout, boxes: readonly ClassBox[], effort: Effort): readonly ClassBox[] {
  if (boxes.length <= 1) return boxes
  const orders = ordersOf(layout, boxes)
  const merged = orders.slice(0, effort === 'merge' ? 1 : undefined).map((order) => mergeBoxes(layout, boxes, order))
  const redrawn = effort === 'merge' ? [] : orders.map((order) => redraw(layout, boxes, order))
  const best = [...merged, ...redrawn].reduce((a, b) => (b.length < a.length ? b : a))
  return (effort === 'search' ? partitionExactly(layout, best) : undefined) ?? best
}

/** The dimensions that the boxes tell apart, each of them first once, forwards and backwards. */
function ordersOf(layout: BoxLayout, boxes: readonly ClassBox[]): readonly (readonly number[])[] {
  const telling = layout.widths
    .map((_, dimension) => dimension)
    .filter((dimension) =>
      boxes.some((box) => classesIn(layout, box, dimension).length < (layout.widths[dimension] ?? 0)),
    )
  const turned = telling.map((_, first) => [...telling.slice(first), ...telling.slice(0, first)])
  return [...turned, ...turned.map((order) => order.toReversed())]
}

function redraw(layout: BoxLayout, boxes: readonly ClassBox[], order: readonly number[]): readonly ClassBox[] {
  const divided = divideByBoxes(layout, boxes)
  const inOrder = order.flatMap((dimension) => divided[dimension] ?? [])
  const drawn = drawCover(inOrder, fullSet(boxes.length), boxes.length, 'covered', 5_000)
  if (drawn === undefined) return boxes
  const redrawn: ClassBox[] = []
  for (const { classes } of listBoxes(drawn.diagram, drawn.root)) {
    redrawn.push(boxOf(layout, new Map([...classes].map(([level, own]) => [order[level] ?? 0, own]))))
    if (redrawn.length > 2 * boxes.length) return boxes
  }
  return mergeBoxes(layout, redrawn, order)
}
