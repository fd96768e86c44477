import { formatInstant } from './base/instant.ts'
import { formatRatio } from './base/ratio.ts'
import type { ContractHistory } from './contract/contract.ts'
import { contractFingerprint } from './contract/contract-fingerprint.ts'
import type { OtherFacts } from './judge-other-facts.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import type { EventRecord } from './record/record.ts'
import { canonicalJson } from './seal/canonical-json.ts'
import { sha256Hex } from './seal/sha256-hex.ts'

/**
 * SHA-256 (hex) of the contract with its amendments and of the facts, those of components, of controls, of the telephone,
 * of fees and of notices where they were given: the same inputs, however ordered, give the same.
 */
export function fingerprintOf(
  contract: ContractHistory,
  record: EventRecord,
  { outages, controls, calls }: Pick<OtherFacts, 'outages' | 'controls' | 'calls'> = {},
  { fees = [], notices }: Pick<PenaltyFacts, 'fees' | 'notices'> = {},
): string {
  const instant = (at: number | undefined) => (at === undefined ? null : formatInstant(at))
  const rows = outages?.map(({ component, from, to, state, announcedAt, weight, recordedAt }) =>
    canonicalJson([
      component,
      instant(from),
      instant(to),
      state,
      instant(announcedAt),
      weight === undefined ? null : formatRatio(weight, 18),
      instant(recordedAt),
    ]),
  )
  const proofs = controls?.map(({ control, subject, at, result, evidence }) =>
    canonicalJson([control, subject ?? null, instant(at), result, evidence ?? null]),
  )
  return sha256Hex(
    canonicalJson({
      contract: contractFingerprint(contract),
      facts: record.fingerprint,
      ...(rows === undefined ? {} : { outages: rows.toSorted() }),
      ...(proofs === undefined ? {} : { controls: proofs.toSorted() }),
      ...(calls === undefined ? {} : { calls: calls.map((day) => canonicalJson({ ...day })).toSorted() }),
      ...(fees.length === 0 ? {} : { fees: fees.map((fee) => canonicalJson({ ...fee })).toSorted() }),
      ...(notices === undefined ? {} : { notices: notices.map((act) => canonicalJson({ ...act })).toSorted() }),
    }),
  )
}
