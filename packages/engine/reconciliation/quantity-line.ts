import type { Localised } from '../base/message.ts'
import type { Money } from '../base/money.ts'
import type { StatedQuantity } from '../scope/reconciliation/contract-quantity.ts'
import type { Drift } from '../scope/reconciliation/weigh-drift.ts'

/** The quantities of the classes that one item bills (or of a class that none does), side by side. */
export type QuantityLine = {
  readonly classes: readonly string[]
  readonly label: string
  /** The item of the price book; absent where none bills the class each month. */
  readonly item?: string
  /** Whether it is the billing driver of its classes; another item that counts them too is not. */
  readonly main: boolean
  readonly contract?: number
  readonly stated: readonly StatedQuantity[]
  /** What other documents of the contract state beside it. */
  readonly statedElsewhere: readonly StatedQuantity[]
  /** In the field at the instant of comparison, duplicates and what is out of scope left out. */
  readonly field: number
  /** In the field on the day of measure that the drift rule names. */
  readonly measured?: { readonly on: string; readonly units: number }
  readonly billed?: number
  /** What the invoice charges for it, where every line says its amount, and what the price book makes of that quantity. */
  readonly billedAmount?: Money
  readonly pricedAmount?: Money
  /** The drift rule applied to the measured quantity; absent without a rule, a contract quantity or a measure. */
  readonly drift?: Drift & { readonly monthlyCost?: Money; readonly message: Localised }
}
