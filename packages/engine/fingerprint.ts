import type { ContractHistory } from './contract/contract.ts'
import { contractFingerprint } from './contract/contract-fingerprint.ts'
import type { EventRecord } from './record/record.ts'
import { canonicalJson } from './seal/canonical-json.ts'
import { sha256Hex } from './seal/sha256-hex.ts'

/** SHA-256 (hex) of the contract with its amendments and of the facts: the same inputs, however ordered, give the same. */
export function fingerprintOf(contract: ContractHistory, record: EventRecord): string {
  return sha256Hex(canonicalJson({ contract: contractFingerprint(contract), facts: record.fingerprint }))
}
