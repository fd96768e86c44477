import type { Assessment } from '@vigie/engine'
import type { CommitmentLine, Finding, MissedLine, NotMeasured, PenaltiesSection } from './report-model.ts'
import type { DisputeEntry, FindingEntry } from './watched-model.ts'

/** What the page in plain words speaks of. */
export type VerdictInput = {
  readonly assessment: Assessment
  readonly commitments: readonly CommitmentLine[]
  readonly notMeasured: readonly NotMeasured[]
  readonly missed: readonly MissedLine[]
  readonly warnings: readonly Finding[]
  readonly penalties: PenaltiesSection
  readonly disputes?: readonly DisputeEntry[]
  readonly findings?: readonly FindingEntry[]
}

/** Totals over every commitment: clocks judged and clocks missed. */
export function totals(commitments: readonly CommitmentLine[]): { readonly missed: number; readonly judged: number } {
  const missed = commitments.reduce((sum, { counted }) => sum + counted.missed, 0)
  return { missed, judged: missed + commitments.reduce((sum, { counted }) => sum + counted.met, 0) }
}
