import type { ContractHistory } from './contract/contract.ts'
import type { EventRecord } from './record/record.ts'
import { canonicalJson } from './seal/canonical-json.ts'
import { sha256Hex } from './seal/sha256-hex.ts'

/** SHA-256 (hex) of the contract with its amendments and of the facts: the same inputs, however ordered, give the same. */
export function fingerprintOf(contract: ContractHistory, record: EventRecord): string {
  return sha256Hex(canonicalJson({ contract: printable(contract), facts: record.fingerprint }))
}

/** The value as JSON: an exact integer as its digits, an absent member left out. */
function printable(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(printable)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(members.map(([key, member]) => [key, printable(member)]))
}
