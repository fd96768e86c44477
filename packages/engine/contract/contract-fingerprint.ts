import { canonicalJson } from '../seal/canonical-json.ts'
import { sha256Hex } from '../seal/sha256-hex.ts'
import type { ContractHistory } from './contract.ts'

/**
 * SHA-256 (hex) of a contract's versions as they are executed: the same clauses give the same, in YAML or JSON,
 * whatever the order of their keys, the comments, the white space, and the findings that the parties accept.
 */
export function contractFingerprint(history: ContractHistory): string {
  const versions = history.versions.map(({ startsOn: _, accepted: __, ...executed }) => executed)
  return sha256Hex(canonicalJson(printable({ ...history, versions })))
}

/** Exact integers as text, so that ratios are canonical JSON; absent keys are left out. */
function printable(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(printable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, printable(inner)]])),
  )
}
