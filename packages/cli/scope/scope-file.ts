import type { Language, Localised } from '@vigie/engine'
import type { ScopeTerms } from '@vigie/engine/scope'

/** What the command needs of one version of a contract: its scope, and the names that the scope refers to. */
export type ScopeVersion = {
  readonly version: string
  /** Civil dates in the contract's zone, half-open. */
  readonly effectiveFrom: string
  readonly effectiveTo?: string
  readonly terms: ScopeTerms
  /** Id → name of calendars and roles. */
  readonly names: Readonly<Record<string, string>>
  /** Id → price item, by its decimal text where it has one price. */
  readonly prices: Readonly<Record<string, ScopePrice>>
  /** Which signed document prevails over this transcription. */
  readonly notice?: Localised
}

export type ScopePrice = { readonly label?: string; readonly unit?: string; readonly price?: string }

/** What the command needs of a contract file. */
export type ScopeFile = {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly timeZone: string
  readonly currency: string
  readonly versions: readonly ScopeVersion[]
}
