/**
 * A decision diagram over the classes of dimensions taken in one order: equal parts are one node, and a dimension that
 * changes nothing is skipped. A target is a node (0 and up) or a leaf (below 0).
 */
export type Diagram = {
  /** Level → number of classes there. */
  readonly widths: readonly number[]
  readonly nodes: readonly DiagramNode[]
  /** The node of one level with these children, class by class; the child itself where all are one. */
  node(level: number, children: readonly Target[]): Target
}

export type DiagramNode = { readonly level: number; readonly children: readonly Target[] }
export type Target = number

/** Nothing to tell: the cells below are of no interest. */
export const NOTHING: Target = -1

/** The leaf of a label (0 and up). */
export function leafOf(label: number): Target {
  return -2 - label
}

/** The label of a leaf; `undefined` for a node and for `NOTHING`. */
export function labelOf(target: Target): number | undefined {
  return target < NOTHING ? -2 - target : undefined
}

export function createDiagram(widths: readonly number[]): Diagram {
  const nodes: DiagramNode[] = []
  const known = new Map<string, Target>()
  return {
    widths,
    nodes,
    node(level, children) {
      const [first = NOTHING] = children
      if (children.every((child) => child === first)) return first
      const key = `${level} ${children.join(' ')}`
      const found = known.get(key)
      if (found !== undefined) return found
      nodes.push({ level, children })
      known.set(key, nodes.length - 1)
      return nodes.length - 1
    },
  }
}

/** Label → number of cells, where a class of level l counts `sizes[l][class]` values. Exact. */
export function countCells(
  { nodes, widths }: Diagram,
  root: Target,
  sizes: readonly (readonly number[])[],
): ReadonlyMap<number, bigint> {
  const all = widths.map((_, level) => (sizes[level] ?? []).reduce((sum, size) => sum + BigInt(size), 0n))
  const weights = (level: number, width: number) =>
    Array.from({ length: width }, (_, index) => BigInt(sizes[level]?.[index] ?? 0))
  return pour(nodes, widths.length, root, (from, to) => product(all.slice(from, to)), weights)
}

/** Label → number of boxes that `listBoxes` lists. */
export function countBoxes({ nodes, widths }: Diagram, root: Target): ReadonlyMap<number, bigint> {
  return pour(nodes, widths.length, root, () => 1n, undefined)
}

/** One box of a diagram: level → its classes; a level left out of the map has all of them. */
export type LevelBox = { readonly label: number; readonly classes: ReadonlyMap<number, readonly number[]> }

/** Every path to a leaf, as a box; disjoint. */
export function* listBoxes({ nodes }: Diagram, root: Target): Generator<LevelBox> {
  const path = new Map<number, readonly number[]>()
  function* walk(target: Target): Generator<LevelBox> {
    const label = labelOf(target)
    if (label !== undefined) yield { label, classes: new Map(path) }
    const node = target < 0 ? undefined : nodes[target]
    if (node === undefined) return
    for (const [child, classes] of byChild(node)) {
      path.set(node.level, classes)
      yield* walk(child)
    }
    path.delete(node.level)
  }
  yield* walk(root)
}

function byChild({ children }: DiagramNode): ReadonlyMap<Target, readonly number[]> {
  const groups = new Map<Target, number[]>()
  for (const [index, child] of children.entries()) {
    const group = groups.get(child)
    if (group) group.push(index)
    else groups.set(child, [index])
  }
  return groups
}

/** Pours what reaches the root down to the leaves, level by level; `weights` absent: one for each distinct child. */
function pour(
  nodes: readonly DiagramNode[],
  depth: number,
  root: Target,
  skipped: (from: number, to: number) => bigint,
  weights: ((level: number, width: number) => readonly bigint[]) | undefined,
): ReadonlyMap<number, bigint> {
  const labels = new Map<number, bigint>()
  const flow = new Map<Target, bigint>()
  const levelOf = (target: Target) => (target < 0 ? depth : (nodes[target]?.level ?? depth))
  const send = (target: Target, amount: bigint, from: number) => {
    const label = labelOf(target)
    const reached = amount * skipped(from, levelOf(target))
    if (label !== undefined) labels.set(label, (labels.get(label) ?? 0n) + reached)
    else if (target >= 0) flow.set(target, (flow.get(target) ?? 0n) + reached)
  }
  send(root, 1n, 0)
  const inOrder = nodes.map((node, target) => ({ node, target })).sort((a, b) => a.node.level - b.node.level)
  for (const { node, target } of inOrder) {
    const amount = flow.get(target)
    if (amount === undefined) continue
    const own = weights?.(node.level, node.children.length)
    for (const [child, classes] of byChild(node)) {
      const share = own === undefined ? 1n : classes.reduce((sum, index) => sum + (own[index] ?? 0n), 0n)
      send(child, amount * share, node.level + 1)
    }
  }
  return labels
}

function product(factors: readonly bigint[]): bigint {
  return factors.reduce((result, factor) => result * factor, 1n)
}
