import { compareRatio, parseDecimal } from '../ratio.ts'
import type { SourceNode } from './source-node.ts'

/** Equality of RFC 6902 `test`: maps whatever the order of their keys, numbers by value (`4` and `4.0` are one). */
export function sameValue(a: SourceNode, b: SourceNode): boolean {
  if (a === b) return true
  switch (a.kind) {
    case 'text':
      return b.kind === 'text' && a.text === b.text
    case 'number':
      return b.kind === 'number' && sameNumber(a.digits, b.digits)
    case 'boolean':
      return b.kind === 'boolean' && a.value === b.value
    case 'nothing':
      return b.kind === 'nothing'
    case 'list':
      if (b.kind !== 'list' || a.items.length !== b.items.length) return false
      return a.items.every((item, index) => {
        const other = b.items[index]
        return other !== undefined && sameValue(item, other)
      })
    case 'map':
      if (b.kind !== 'map' || a.entries.size !== b.entries.size) return false
      return [...a.entries].every(([key, { value }]) => {
        const other = b.entries.get(key)
        return other !== undefined && sameValue(value, other.value)
      })
  }
}

function sameNumber(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)]
  return left !== undefined && right !== undefined && compareRatio(left, right) === 0
}
