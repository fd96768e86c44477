import { sameValue } from '../base/document/same-value.ts'
import type { Position, SourceNode } from '../base/document/source-node.ts'
import { indexOf, type Tokens, valueAt } from './json-pointer.ts'

/** One operation of a JSON Patch (RFC 6902), its values located in the amendment. */
export type Change =
  | {
      readonly op: 'add' | 'replace' | 'test'
      readonly path: Tokens
      readonly value: SourceNode
      readonly at: Position
    }
  | { readonly op: 'remove'; readonly path: Tokens; readonly at: Position }
  | { readonly op: 'move' | 'copy'; readonly from: Tokens; readonly path: Tokens; readonly at: Position }

/** Why a change cannot be applied: nothing stands at `path` (or `from`), a test fails, or a value would move into itself. */
export type ChangeFault = 'nothing-there' | 'test-failed' | 'into-itself'

/** The document after a change, the original untouched; every value keeps the place where it was written. */
export function applyChange(root: SourceNode, change: Change): SourceNode | ChangeFault {
  switch (change.op) {
    case 'add':
      return add(root, change.path, change.value, change.at)
    case 'replace':
      return valueAt(root, change.path) === undefined
        ? 'nothing-there'
        : edit(root, change.path, (parent, token) => put(parent, token, change.value, change.at), change.value)
    case 'remove':
      return remove(root, change.path)
    case 'move': {
      const moved = valueAt(root, change.from)
      if (moved === undefined) return 'nothing-there'
      if (change.path.length > change.from.length && isPrefix(change.from, change.path)) return 'into-itself'
      const without = remove(root, change.from)
      return typeof without === 'string' ? without : add(without, change.path, moved, change.at)
    }
    case 'copy': {
      const copied = valueAt(root, change.from)
      return copied === undefined ? 'nothing-there' : add(root, change.path, copied, change.at)
    }
    case 'test': {
      const found = valueAt(root, change.path)
      if (found === undefined) return 'nothing-there'
      return sameValue(found, change.value) ? root : 'test-failed'
    }
  }
}

type Edit = (parent: SourceNode, token: string) => SourceNode | undefined

function add(root: SourceNode, path: Tokens, value: SourceNode, at: Position): SourceNode | ChangeFault {
  return edit(
    root,
    path,
    (parent, token) => (parent.kind === 'list' ? insert(parent, token, value) : put(parent, token, value, at)),
    value,
  )
}

function remove(root: SourceNode, path: Tokens): SourceNode | ChangeFault {
  return edit(root, path, (parent, token) => {
    if (parent.kind === 'map' && parent.entries.has(token))
      return { ...parent, entries: new Map([...parent.entries].filter(([key]) => key !== token)) }
    const index = indexOf(token)
    if (parent.kind !== 'list' || index === undefined || index >= parent.items.length) return undefined
    return { ...parent, items: parent.items.toSpliced(index, 1) }
  })
}

/** Rewrites the parent of what `path` points at, and its ancestors; the empty path gives the whole. */
function edit(node: SourceNode, path: Tokens, change: Edit, whole?: SourceNode): SourceNode | ChangeFault {
  const [token, ...rest] = path
  if (token === undefined) return whole ?? 'nothing-there'
  if (rest.length === 0) return change(node, token) ?? 'nothing-there'
  const child = valueAt(node, [token])
  if (child === undefined) return 'nothing-there'
  const edited = edit(child, rest, change)
  if (typeof edited === 'string') return edited
  return put(node, token, edited, child.position) ?? 'nothing-there'
}

/** Sets a key of a map or an existing item of a list; a key that stands keeps its place in the order. */
function put(parent: SourceNode, token: string, value: SourceNode, at: Position): SourceNode | undefined {
  if (parent.kind === 'map') {
    const key = parent.entries.get(token)?.key ?? at
    return { ...parent, entries: new Map(parent.entries).set(token, { key, value }) }
  }
  const index = indexOf(token)
  if (parent.kind !== 'list' || index === undefined || index >= parent.items.length) return undefined
  return { ...parent, items: parent.items.with(index, value) }
}

function insert(
  parent: Extract<SourceNode, { kind: 'list' }>,
  token: string,
  value: SourceNode,
): SourceNode | undefined {
  const index = token === '-' ? parent.items.length : indexOf(token)
  if (index === undefined || index > parent.items.length) return undefined
  return { ...parent, items: parent.items.toSpliced(index, 0, value) }
}

export function isPrefix(prefix: Tokens, path: Tokens): boolean {
  return prefix.every((token, index) => path[index] === token)
}
