import { formatInstant, type Instant } from './base/instant.ts'
import { formatRatio } from './base/ratio.ts'
import { civilDateAt } from './contract/civil-date-at.ts'
import type { ContractHistory } from './contract/contract.ts'
import { contractFingerprint } from './contract/contract-fingerprint.ts'
import type { OtherFacts } from './judge-other-facts.ts'
import type { PenaltyFacts } from './penalty-facts.ts'
import type { EventRecord } from './record/record.ts'
import { canonicalJson } from './seal/canonical-json.ts'
import { sha256Hex } from './seal/sha256-hex.ts'

/** The contract, the tickets' facts, and the instant at which they are known. */
export type Known = { readonly contract: ContractHistory; readonly record: EventRecord; readonly at: Instant }

/**
 * SHA-256 (hex) of the contract with its amendments and of the facts known at the observation, those of components, of
 * controls, of the telephone, of fees and of notices where they were given: the same inputs, however ordered, give the
 * same, and what was recorded later leaves no trace.
 */
export function fingerprintOf(
  { contract, record, at }: Known,
  { outages, controls, calls }: Pick<OtherFacts, 'outages' | 'controls' | 'calls'> = {},
  { fees = [], notices }: Pick<PenaltyFacts, 'fees' | 'notices'> = {},
): string {
  const instant = (at: number | undefined) => (at === undefined ? null : formatInstant(at))
  const wasRecorded = ({ recordedAt }: { readonly recordedAt: Instant }) => recordedAt <= at
  // A day of calls is known once it is over.
  const today = civilDateAt(at, contract.versions[0])
  const rows = outages
    ?.filter(wasRecorded)
    .map(({ component, from, to, state, announcedAt, weight, recordedAt }) =>
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
  const proofs = controls
    ?.filter((fact) => fact.at <= at)
    .map(({ control, subject, at, result, evidence }) =>
      canonicalJson([control, subject ?? null, instant(at), result, evidence ?? null]),
    )
  const days = calls?.filter(({ day }) => day < today).map((day) => canonicalJson({ ...day }))
  const acts = notices?.filter(wasRecorded).map((act) => canonicalJson({ ...act }))
  return sha256Hex(
    canonicalJson({
      contract: contractFingerprint(contract),
      facts: record.fingerprintAt(at),
      ...(rows === undefined ? {} : { outages: rows.toSorted() }),
      ...(proofs === undefined ? {} : { controls: proofs.toSorted() }),
      ...(days === undefined ? {} : { calls: days.toSorted() }),
      ...(fees.length === 0 ? {} : { fees: fees.map((fee) => canonicalJson({ ...fee })).toSorted() }),
      ...(acts === undefined ? {} : { notices: acts.toSorted() }),
    }),
  )
}
