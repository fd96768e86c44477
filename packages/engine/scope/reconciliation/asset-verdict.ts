import type { Instant } from '../../base/instant.ts'
import type { MatchReason } from '../inventory/score-pair.ts'
import type { Evidence, ReconciledFile } from './sighting.ts'

/**
 * What an asset is once every file is set side by side; each asset is one of these.
 * - `agreed`: in the field, covered, and billed where that is known.
 * - `seen-not-covered`: in the field, of a class of the contract, and beyond what the contract counts.
 * - `covered-gone`: counted by the contract, no longer in the field, no longer billed where that is known.
 * - `billed-missing`: billed, and not in the field.
 * - `unbilled-covered`: in the field, counted by the contract, and not billed.
 * - `duplicated`: said twice by one file.
 * - `out-of-scope-seen`: in the field, of a class that the contract does not cover.
 */
export const ASSET_VERDICTS = [
  'seen-not-covered',
  'covered-gone',
  'billed-missing',
  'unbilled-covered',
  'duplicated',
  'out-of-scope-seen',
  'agreed',
] as const
export type AssetVerdictKind = (typeof ASSET_VERDICTS)[number]

/** One asset of the union of all files, with what each says of it. */
export type AssetVerdict = {
  readonly verdict: AssetVerdictKind
  /** As the field names it, else as the file that alone knows it. */
  readonly asset: string
  readonly assetClass?: string
  readonly site?: string
  readonly profile?: string
  readonly units: number
  /** When it came into the field, where known. */
  readonly since?: Instant
  /** Whether the contract counts it; absent where only quantities are known. */
  readonly covered?: boolean
  /** Whether it is billed; absent where only quantities are known, or no invoice was given. */
  readonly billed?: boolean
  /** Whether the other tool sees it; absent where none was given, or it sees nothing of its class. */
  readonly seen?: boolean
  /** Units that the invoice charges for it. */
  readonly billedUnits?: number
  /** Of a duplicate: the asset that it says again. */
  readonly of?: string
  readonly monthlyCost?: string
  /** How it was found in each other file. */
  readonly found: readonly FoundIn[]
  readonly evidence: readonly Evidence[]
}

/** The entry of a file that was held for the same thing, and how surely. */
export type FoundIn = {
  readonly file: ReconciledFile
  readonly name: string
  readonly confidence: number
  readonly reasons: readonly MatchReason[]
}

/** Two entries that may be one thing: a person decides. */
export type ProposedMatch = FoundIn & { readonly asset: string }
