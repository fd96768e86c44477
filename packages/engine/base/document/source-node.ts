import type { Issue, Place } from '../issue.ts'

/** Where a node begins in its text; 1-based. */
export type Position = { readonly file?: string; readonly line: number; readonly column: number }

/**
 * A parsed YAML or JSON document that remembers where everything stands. A number is the digits of its source, never
 * a float. An aliased node is shared, so the tree may be a directed acyclic graph.
 */
export type SourceNode =
  | { readonly kind: 'text'; readonly text: string; readonly position: Position }
  | { readonly kind: 'number'; readonly digits: string; readonly position: Position }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly position: Position }
  | { readonly kind: 'nothing'; readonly position: Position }
  | SourceList
  | SourceMap

export type SourceList = {
  readonly kind: 'list'
  readonly items: readonly SourceNode[]
  readonly position: Position
}

export type SourceMap = {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, SourceEntry>
  readonly position: Position
}

export type SourceEntry = { readonly key: Position; readonly value: SourceNode }

/** A document read, or every fault of its text. */
export type DocumentReading =
  | { readonly ok: true; readonly root: SourceNode }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Keys and list indexes from the root of a document to a node. */
export type Path = readonly (string | number)[]

/** What stands at one step below a node, if anything. */
export function childOf(node: SourceNode, step: string | number): SourceNode | undefined {
  if (node.kind === 'map') return node.entries.get(String(step))?.value
  return node.kind === 'list' && typeof step === 'number' ? node.items[step] : undefined
}

/** The deepest existing node of a path, and how many steps of it exist. */
export function followPath(root: SourceNode, path: Path): { readonly node: SourceNode; readonly steps: number } {
  let node = root
  for (const [steps, step] of path.entries()) {
    const child = childOf(node, step)
    if (child === undefined) return { node, steps }
    node = child
  }
  return { node, steps: path.length }
}

/** The place of the deepest existing node of a path; `path` is written `commitments.targets[2].target.hours`. */
export function placeOf(root: SourceNode, path: Path): Place {
  const { node, steps } = followPath(root, path)
  return placeAt(node.position, path.slice(0, steps))
}

/** A place from its parts. */
export function placeAt(position: Position, path: Path): Place {
  return { ...position, path: formatPath(path) }
}

/** `commitments.targets[2].target.hours`; a key that is no plain word is quoted: `labels["a b"]`. */
export function formatPath(path: Path): string {
  return path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`
      return /^[\p{L}_][\p{L}\d_-]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
    })
    .join('')
    .replace(/^\./, '')
}

/** Id of the innermost element of a path that has one (`id`, else `reason`), so that a person finds it again. */
export function elementOf(root: SourceNode, path: Path): string | undefined {
  let found: string | undefined
  let node: SourceNode | undefined = root
  for (const step of path) {
    node = childOf(node, step)
    if (node === undefined) break
    const id = childOf(node, 'id') ?? childOf(node, 'reason')
    if (id?.kind === 'text') found = id.text
  }
  return found
}
