import type { BilledLine } from '../record/read-billed.ts'
import type { ScopeChapter } from '../scope/clause-schema.ts'
import type { Classified } from '../scope/reconciliation/classify-assets.ts'
import type { Billing } from './billing-of.ts'

/** A comparison whose assets have their verdicts, and what its amounts come from. */
export type ReconciliationToPrice = {
  readonly classified: Classified
  readonly scope: ScopeChapter | undefined
  readonly billing: Billing
  /** The lines of the invoice of the month that is compared; absent without an invoice. */
  readonly lines?: readonly BilledLine[]
  /** Units by class on the day of measure; absent without a drift rule. */
  readonly measured?: { readonly on: string; readonly units: ReadonlyMap<string, number> | undefined }
  readonly currency: string
}
