import type { Severity } from '../../base/lint-rule.ts'
import type { Localised } from '../../base/message.ts'

/** One thing that a contract lacks, contradicts or leaves open, with its place and its remedy. */
export type Finding = {
  readonly rule: string
  readonly severity: Severity
  /** Top-level key of the contract: `commitments`, `calendars`…; `contract` for what belongs to none. */
  readonly chapter: string
  readonly path: string
  readonly file?: string
  readonly line: number
  readonly column: number
  readonly message: Localised
  /** Why it matters. */
  readonly why: Localised
  readonly hint: Localised
  readonly clause?: string
  /** The parties accept it, for a reason and until a day; `expired`: that day is past, and it counts again. */
  readonly accepted?: { readonly reason: string; readonly until: string; readonly by?: string; readonly expired?: true }
}
