import { localise } from '../base/localise.ts'
import type { Box, ConflictBox } from './box.ts'
import { type BoxLayout, boxOf, type ClassBox, classesIn, layoutOf } from './boxes/class-box.ts'
import { countBoxes, countCells, type Diagram, listBoxes, type Target } from './boxes/diagram.ts'
import { type ConflictsDrawn, drawConflicts } from './boxes/draw-conflicts.ts'
import { type Drawn, drawCover } from './boxes/draw-cover.ts'
import { type Effort, effortFor, fewestBoxes } from './boxes/fewest-boxes.ts'
import { findRivals } from './boxes/find-rivals.ts'
import { compareIds } from './compare-ids.ts'
import { fullSet, rulesIn } from './rule-set.ts'
import { ScopeError } from './scope-error.ts'
import { compileSpace, type Dimension, type ScopeSpace } from './scope-space.ts'
import type { ScopeTerms } from './scope-terms.ts'

/**
 * What the rules say of the whole space. Cells that are in no box of `gaps` or `conflicts` are decided; no two boxes
 * share a cell. Counts are numbers where they are safe integers, else bigints.
 */
export type ScopeCoverage = {
  readonly cells: number | bigint
  readonly decided: number | bigint
  readonly gaps: readonly Box[]
  readonly conflicts: readonly ConflictBox[]
  /**
   * Present where naming every unbeaten rule of each conflict would take thousands of boxes: `rules` then are two that
   * contradict each other throughout the box; others may join them in a part of it.
   */
  readonly conflictRules?: 'two'
}

/**
 * Every gap and conflict of a scope, exactly, without visiting its cells (semantics, *Scope*): by box algebra over
 * decision diagrams, then in the fewest disjoint boxes found. Throws `ScopeError`: `invalid-scope`, or `too-complex`
 * where the answer itself is beyond `MOST_BOXES` boxes or the search beyond its limit.
 */
export function coverage(scope: ScopeTerms): ScopeCoverage {
  return coverSpace(compileSpace(scope))
}

/** The same for a scope compiled before. */
export function coverSpace(space: ScopeSpace): ScopeCoverage {
  const cells = space.dimensions.reduce((product, { values }) => product * BigInt(values.length), 1n)
  const gapsDrawn = drawGaps(space)
  const { every, ...conflictsDrawn } = drawContradictions(space)
  const open = cellsIn(gapsDrawn) + cellsIn(conflictsDrawn)
  const [gapBoxes, conflictBoxes] = [boxesIn(gapsDrawn), boxesIn(conflictsDrawn)]
  if (gapBoxes + conflictBoxes > MOST_BOXES)
    throw tooComplex(cells, { gaps: cellsIn(gapsDrawn), conflicts: cellsIn(conflictsDrawn) })
  const gaps = namedBoxes(space, gapsDrawn, effortFor(Number(gapBoxes))).flatMap((one) => one.boxes)
  const conflicts = namedBoxes(space, conflictsDrawn, effortFor(Number(conflictBoxes))).flatMap(
    ({ label, boxes: own }) => {
      const rules = (conflictsDrawn.rules[label] ?? []).map((rule) => space.rules[rule]?.id ?? '').sort(compareIds)
      return own.map((box): ConflictBox => ({ ...box, rules }))
    },
  )
  const places = placesOf(space)
  return {
    cells: countOf(cells),
    decided: countOf(cells - open),
    gaps: gaps.sort((a, b) => compareBoxes(space, places, a, b)),
    conflicts: conflicts.sort((a, b) => compareBoxes(space, places, a, b)),
    ...(!every && { conflictRules: 'two' as const }),
  }
}

/** Boxes that an answer may have before merging. */
const MOST_BOXES = 300_000n
/** Above it, conflicts name two rules instead of all. */
const READABLE_BOXES = 5_000n
/** Parts of a diagram, tried in turn; the largest only in the order that usually needs fewest. */
const SMALL_LIMITS = [1_000, 12_000] as const
const LARGE_LIMITS = { gaps: 300_000, conflicts: 150_000 } as const

type InOrder<Found> = Found & { readonly dimensions: readonly Dimension[] }

function drawGaps(space: ScopeSpace): InOrder<Drawn> {
  const count = space.rules.length
  const found = firstDrawn(space, [...SMALL_LIMITS, LARGE_LIMITS.gaps], (dimensions, limit) =>
    drawCover(dimensions, fullSet(count), count, 'open', limit),
  )
  if (found === undefined) throw tooComplex(undefined)
  return found
}

function drawContradictions(space: ScopeSpace): InOrder<ConflictsDrawn> & { readonly every: boolean } {
  const rivalry = findRivals(space)
  const all = firstDrawn(space, SMALL_LIMITS, (dimensions, limit) => drawConflicts(rivalry, dimensions, 'every', limit))
  if (all !== undefined && boxesIn(all) <= READABLE_BOXES) return { ...all, every: true }
  const two = firstDrawn(space, [...SMALL_LIMITS, LARGE_LIMITS.conflicts], (dimensions, limit) =>
    drawConflicts(rivalry, dimensions, 'two', limit),
  )
  if (two === undefined) throw tooComplex(undefined)
  return { ...two, every: false }
}

/** The diagram with the fewest boxes among those drawn under the first limit that suffices for one order. */
function firstDrawn<Found extends Drawn>(
  space: ScopeSpace,
  limits: readonly number[],
  draw: (dimensions: readonly Dimension[], limit: number) => Found | undefined,
): InOrder<Found> | undefined {
  for (const limit of limits) {
    const orders = limit > SMALL_LIMITS[1] ? ordersOf(space).slice(0, 1) : ordersOf(space)
    const drawn = orders.flatMap((dimensions) => {
      const found = draw(dimensions, limit)
      return found === undefined ? [] : [{ ...found, dimensions }]
    })
    const [first] = drawn
    if (first !== undefined) return drawn.reduce((a, b) => (boxesIn(b) < boxesIn(a) ? b : a), first)
  }
  return undefined
}

/** Orders of the dimensions to draw in: the most named first, the narrowest first, as declared. */
function ordersOf({ dimensions }: ScopeSpace): readonly (readonly Dimension[])[] {
  const mostNamed = [...dimensions].sort((a, b) => rulesIn(b.narrows).length - rulesIn(a.narrows).length)
  const narrowest = [...dimensions].sort((a, b) => a.classes.length - b.classes.length)
  return [mostNamed, narrowest, dimensions]
}

function cellsIn({ diagram, root, dimensions }: InOrder<Drawn>): bigint {
  const sizes = dimensions.map(({ classes }) => classes.map((values) => values.length))
  return total(countCells(diagram, root, sizes))
}

function boxesIn({ diagram, root }: { readonly diagram: Diagram; readonly root: Target }): bigint {
  return total(countBoxes(diagram, root))
}

function total(counts: ReadonlyMap<number, bigint>): bigint {
  let sum = 0n
  for (const count of counts.values()) sum += count
  return sum
}

/** Label by label, the fewest boxes, with the values that they name. */
function namedBoxes(
  space: ScopeSpace,
  { diagram, root, dimensions }: InOrder<Drawn>,
  effort: Effort,
): { readonly label: number; readonly boxes: readonly Box[] }[] {
  const layout = layoutOf(dimensions.map(({ classes }) => classes.length))
  const byLabel = new Map<number, ClassBox[]>()
  for (const { label, classes } of listBoxes(diagram, root)) {
    const own = byLabel.get(label) ?? []
    own.push(boxOf(layout, classes))
    byLabel.set(label, own)
  }
  const name = namer(space, layout, dimensions)
  return [...byLabel].map(([label, boxes]) => ({
    label,
    boxes: fewestBoxes(layout, boxes, effort).map(name),
  }))
}

/** The values of a box, dimensions and values in the order of the contract; equal lists are one. */
function namer(space: ScopeSpace, layout: BoxLayout, dimensions: readonly Dimension[]): (box: ClassBox) => Box {
  const places = space.dimensions.map((dimension) => dimensions.indexOf(dimension))
  const known = space.dimensions.map(() => new Map<string, readonly string[]>())
  return (box) =>
    Object.fromEntries(
      space.dimensions.map(({ name, values, classOf }, at) => {
        const classes = classesIn(layout, box, places[at] ?? 0)
        const key = classes.join(' ')
        const held = new Set(classes)
        const list = known[at]?.get(key) ?? values.filter((value) => held.has(classOf.get(value) ?? -1))
        known[at]?.set(key, list)
        return [name, list]
      }),
    )
}

type Places = readonly ReadonlyMap<string, number>[]

function placesOf({ dimensions }: ScopeSpace): Places {
  return dimensions.map(({ values }) => new Map(values.map((value, place) => [value, place])))
}

/** By the first value where two boxes differ, dimension by dimension. */
function compareBoxes({ dimensions }: ScopeSpace, places: Places, a: Box, b: Box): number {
  for (const [index, { name }] of dimensions.entries()) {
    const [left, right, place] = [a[name] ?? [], b[name] ?? [], places[index]]
    for (let at = 0; at < Math.max(left.length, right.length); at++) {
      const order = (place?.get(left[at] ?? '') ?? -1) - (place?.get(right[at] ?? '') ?? -1)
      if (order !== 0) return order
    }
  }
  return 0
}

function countOf(count: bigint): number | bigint {
  return count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count
}

function tooComplex(
  cells: bigint | undefined,
  found?: { readonly gaps: bigint; readonly conflicts: bigint },
): ScopeError {
  const fr = found ? ` : sur ${cells} cas, ${found.gaps} sans règle et ${found.conflicts} contradictoires` : ''
  const en = found ? `: of ${cells} cells, ${found.gaps} without a rule and ${found.conflicts} contradictory` : ''
  return new ScopeError(
    'too-complex',
    localise(
      `les trous et les contradictions de ce périmètre sont trop nombreux pour être énumérés${fr}`,
      `the gaps and conflicts of this scope are too many to be listed${en}`,
    ),
  )
}
