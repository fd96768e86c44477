import type { Instant } from '../../base/instant.ts'
import type { AssetCard } from '../inventory/asset-card.ts'

/** The files that a reconciliation sets side by side. */
export type ReconciledFile = 'inventory' | 'seen' | 'covered' | 'invoice'

/** A row of a file that says something of an asset. */
export type Evidence = {
  readonly file: ReconciledFile
  readonly line: number
  /** As that file names it. */
  readonly asset: string
  /** Of an inventory: what happened, and when. */
  readonly event?: string
  readonly at?: Instant
  /** Of an invoice. */
  readonly month?: string
  readonly item?: string
  readonly amount?: string
}

/** An asset as one file knows it. */
export type Sighting = {
  readonly card: AssetCard
  readonly units: number
  readonly evidence: readonly Evidence[]
  /** When it came, where the file says. */
  readonly since?: Instant
  /** What it costs a month on its own account, where the file says: decimal text. */
  readonly monthlyCost?: string
}
