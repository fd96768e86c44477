import type { Interval } from './instant.ts'

/**
 * A half-open span of judgement. `label` is `2026-10` for a month, else its civil dates `2026-10-01/2026-11-15` (end
 * exclusive), else its two instants.
 */
export type Period = Interval & { readonly label: string }
