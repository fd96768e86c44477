import {
  addRule,
  both,
  emptySet,
  fullSet,
  isEmpty,
  keyOf,
  type RuleSet,
  removeAll,
  rulesIn,
  without,
} from '../rule-set.ts'
import { type BoxLayout, boxOf, type ClassBox, classesIn, divideByBoxes } from './class-box.ts'

/**
 * The fewest disjoint boxes with the cells of these disjoint ones, by a full search; `undefined` where the region is
 * too large for it or the search runs past its limit. Cells that the boxes never tell apart are one.
 */
export function partitionExactly(layout: BoxLayout, boxes: readonly ClassBox[]): readonly ClassBox[] | undefined {
  const region = regionOf(layout, boxes)
  if (region === undefined) return undefined
  const found = search(region, boxes.length)
  if (found === 'too-long') return undefined
  return found === 'no-better' ? boxes : found.map((cells) => toBox(layout, region, cells))
}

const MOST_CELLS = 64
const MOST_STEPS = 20_000
const MOST_GROUPS = 8

/** A region by its cells: each a choice of one group of classes in every dimension that tells the boxes apart. */
type Region = {
  readonly axes: readonly Axis[]
  /** Cell → its group on each axis. */
  readonly cells: readonly (readonly number[])[]
  /** Cell → the cells that can share a box with it inside the region. */
  readonly compatible: readonly RuleSet[]
  /** Axis → group → the cells there. */
  readonly slices: readonly (readonly RuleSet[])[]
}
type Axis = { readonly dimension: number; readonly groups: readonly (readonly number[])[] }

function regionOf(layout: BoxLayout, boxes: readonly ClassBox[]): Region | undefined {
  const axes = divideByBoxes(layout, boxes).flatMap(({ holds, narrows }, dimension): Axis[] => {
    if (isEmpty(narrows)) return []
    return [{ dimension, groups: alikeIn(holds) }]
  })
  const cells = new Map<string, readonly number[]>()
  for (const box of boxes) {
    let own: readonly (readonly number[])[] = [[]]
    for (const { dimension, groups } of axes) {
      const classes = new Set(classesIn(layout, box, dimension))
      const held = [...groups.keys()].filter((group) => classes.has(groups[group]?.[0] ?? -1))
      own = own.flatMap((cell) => held.map((group) => [...cell, group]))
      if (own.length > MOST_CELLS) return undefined
    }
    for (const cell of own) cells.set(cell.join(' '), cell)
    if (cells.size > MOST_CELLS) return undefined
  }
  return describeRegion(axes, [...cells.values()])
}

/** The classes that the same boxes hold, together. */
function alikeIn(holds: readonly RuleSet[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const [index, set] of holds.entries()) {
    const key = keyOf(set)
    const group = groups.get(key)
    if (group) group.push(index)
    else groups.set(key, [index])
  }
  return [...groups.values()]
}

function describeRegion(axes: readonly Axis[], cells: readonly (readonly number[])[]): Region {
  const slices = axes.map(({ groups }, axis) =>
    groups.map((_, group) => setOf(cells.length, (cell) => cells[cell]?.[axis] === group)),
  )
  const inside = new Set(cells.map((cell) => cell.join(' ')))
  const compatible = cells.map((a) => setOf(cells.length, (other) => spans(a, cells[other] ?? a, inside)))
  return { axes, cells, compatible, slices }
}

function setOf(count: number, belongs: (index: number) => boolean): RuleSet {
  const set = emptySet(count)
  for (let index = 0; index < count; index++) if (belongs(index)) addRule(set, index)
  return set
}

/** Whether the smallest box around two cells lies in the region. */
function spans(a: readonly number[], b: readonly number[], inside: ReadonlySet<string>): boolean {
  let corners: readonly (readonly number[])[] = [[]]
  for (const [axis, group] of a.entries()) {
    const choices = group === b[axis] ? [group] : [group, b[axis] ?? group]
    corners = corners.flatMap((corner) => choices.map((choice) => [...corner, choice]))
  }
  return corners.every((corner) => inside.has(corner.join(' ')))
}

function search(region: Region, atMost: number): readonly RuleSet[] | 'no-better' | 'too-long' {
  let best: readonly RuleSet[] | undefined
  let bound = atMost
  let steps = 0
  const place = (left: RuleSet, placed: readonly RuleSet[]): void => {
    if (isEmpty(left)) {
      best = placed
      bound = placed.length
      return
    }
    if (placed.length + apart(region, left) >= bound) return
    const around = boxesAround(region, left)
    if (around === undefined) steps = MOST_STEPS + 1
    for (const box of around ?? []) {
      if (++steps > MOST_STEPS) return
      place(without(left, box), [...placed, box])
    }
  }
  place(fullSet(region.cells.length), [])
  if (steps > MOST_STEPS) return 'too-long'
  return best ?? 'no-better'
}

/** Cells no two of which can share a box: as many boxes are needed at least. */
function apart({ compatible }: Region, left: RuleSet): number {
  const rest = left.slice()
  let count = 0
  for (let [cell] = rulesIn(rest); cell !== undefined; [cell] = rulesIn(rest)) {
    removeAll(rest, compatible[cell] ?? rest)
    count++
  }
  return count
}

/** Every box of the cells left that holds the first of them, larger ones first; `undefined`: too many to try. */
function boxesAround({ cells, compatible, slices }: Region, left: RuleSet): readonly RuleSet[] | undefined {
  const [first = 0] = rulesIn(left)
  const near = both(left, compatible[first] ?? left)
  const home = cells[first] ?? []
  let boxes: readonly { readonly set: RuleSet; readonly groups: readonly (readonly number[])[] }[] = [
    { set: near, groups: [] },
  ]
  for (const [axis, groups] of slices.entries()) {
    const own = home[axis] ?? 0
    const others = groups.flatMap((slice, group) => (group !== own && !isEmpty(both(slice, near)) ? [group] : []))
    if (others.length > MOST_GROUPS) return undefined
    boxes = boxes.flatMap(({ set, groups: chosen }) =>
      subsets(others).map((more) => {
        const kept = [own, ...more]
        const slice = emptySet(cells.length)
        for (const group of kept) for (const cell of rulesIn(groups[group] ?? slice)) addRule(slice, cell)
        return { set: both(set, slice), groups: [...chosen, kept] }
      }),
    )
    boxes = boxes.filter(({ set, groups: chosen }) => isWhole(set, chosen, cells))
  }
  return boxes
    .map(({ set }) => ({ set, size: rulesIn(set).length }))
    .sort((a, b) => b.size - a.size)
    .map(({ set }) => set)
}

/** Whether the cells reach every combination of the groups chosen so far. */
function isWhole(set: RuleSet, chosen: readonly (readonly number[])[], cells: readonly (readonly number[])[]): boolean {
  const wanted = chosen.reduce((product, groups) => product * groups.length, 1)
  const reached = new Set(rulesIn(set).map((cell) => cells[cell]?.slice(0, chosen.length).join(' ')))
  return reached.size === wanted
}

function subsets(items: readonly number[]): readonly (readonly number[])[] {
  let all: readonly (readonly number[])[] = [[]]
  for (const item of items) all = [...all, ...all.map((one) => [...one, item])]
  return all
}

function toBox(layout: BoxLayout, { axes, cells }: Region, set: RuleSet): ClassBox {
  const classes = axes.map(({ dimension, groups }, axis): [number, number[]] => {
    const held = new Set(rulesIn(set).map((cell) => cells[cell]?.[axis] ?? 0))
    return [dimension, [...held].flatMap((group) => groups[group] ?? [])]
  })
  return boxOf(layout, new Map(classes))
}
