import type { SourceNode } from './source-node.ts'

/**
 * The document as plain values for a schema. A number travels as a symbol whose description is its digits: the only
 * primitive that no other schema takes for its own, and that no float has touched (see `digitsOf`).
 * Keys named `__proto__` and the like were refused by the reader.
 */
export function plainValue(node: SourceNode): unknown {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'number':
      return Symbol(node.digits)
    case 'boolean':
      return node.value
    case 'nothing':
      return null
    case 'list':
      return node.items.map(plainValue)
    case 'map':
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainValue(value)]))
  }
}

/** The digits of a number of the document, as written there. */
export function digitsOf(value: unknown): string | undefined {
  return typeof value === 'symbol' ? value.description : undefined
}
