import { addRule, emptySet, type RuleSet, rulesIn } from '../rule-set.ts'
import type { DividedDimension } from './divided-space.ts'

/**
 * A box over the classes of the dimensions: one bit a class, the bits of each dimension in words of their own, so that
 * sets of rules and boxes share their arithmetic.
 */
export type ClassBox = RuleSet

/** Where the bits of each dimension stand. */
export type BoxLayout = {
  readonly widths: readonly number[]
  readonly offsets: readonly number[]
  readonly words: number
}

export function layoutOf(widths: readonly number[]): BoxLayout {
  const offsets: number[] = []
  let words = 0
  for (const width of widths) {
    offsets.push(words)
    words += Math.ceil(width / 32)
  }
  return { widths, offsets, words }
}

/** A box from its classes by dimension; a dimension that is not given has all of them. */
export function boxOf(
  { widths, offsets, words }: BoxLayout,
  classes: ReadonlyMap<number, readonly number[]>,
): ClassBox {
  const box = emptySet(words * 32)
  for (const [dimension, width] of widths.entries()) {
    const base = (offsets[dimension] ?? 0) * 32
    const named = classes.get(dimension)
    if (named) for (const index of named) addRule(box, base + index)
    else for (let index = 0; index < width; index++) addRule(box, base + index)
  }
  return box
}

/** The classes of a box in one dimension, ascending. */
export function classesIn({ offsets, widths }: BoxLayout, box: ClassBox, dimension: number): readonly number[] {
  const from = offsets[dimension] ?? 0
  return rulesIn(box.subarray(from, from + Math.ceil((widths[dimension] ?? 0) / 32)))
}

/** Boxes as the members of a divided space, class by class. */
export function divideByBoxes(layout: BoxLayout, boxes: readonly ClassBox[]): readonly DividedDimension[] {
  return layout.widths.map((width, dimension) => {
    const holds = Array.from({ length: width }, () => emptySet(boxes.length))
    const narrows = emptySet(boxes.length)
    for (const [member, box] of boxes.entries()) {
      const classes = classesIn(layout, box, dimension)
      for (const index of classes) addRule(holds[index] ?? narrows, member)
      if (classes.length < width) addRule(narrows, member)
    }
    return { holds, narrows }
  })
}
