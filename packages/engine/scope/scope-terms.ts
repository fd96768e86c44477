import type { FiveDimension } from './dimensions.ts'

/** What a rule says of the cells that it names. */
export const SCOPE_OUTCOMES = ['included', 'on-demand', 'excluded', 'client', 'third-party'] as const
export type ScopeOutcome = (typeof SCOPE_OUTCOMES)[number]

/** A declared value: its id, or its id with more said of it. */
export type ValueTerms = string | { readonly id: string; readonly label?: string }

/** The cells that a rule names, by dimension; a dimension unnamed means all its values. */
export type WhenTerms = { readonly [dimension: string]: string | readonly string[] | undefined }

/** What holds once a quota is used up. */
export type BeyondTerms = { readonly then: ScopeOutcome; readonly price?: string; readonly by?: string }

export type QuotaTerms = {
  readonly count: number | string
  readonly over: 'month' | 'quarter' | 'year'
  /** Default: `ticket`. */
  readonly unit?: 'visit' | 'hour' | 'ticket'
  readonly beyond: BeyondTerms
}

/** Clause kind: périmètre. */
export type RuleTerms = {
  readonly id: string
  readonly clause?: string
  readonly label?: string
  readonly when?: WhenTerms
  readonly then: ScopeOutcome
  readonly price?: string
  readonly by?: string
  /** Ids of the rules that this one beats where both apply. */
  readonly overrides?: readonly string[]
  readonly quota?: QuotaTerms
}

/** A duration with its clock: as written (`{ hours: 4, calendar }`), or as `readContract` gives it. */
export type DelayTerms = { readonly [key: string]: unknown }

export type ZoneTerms = {
  readonly id: string
  readonly label?: string
  readonly departments?: readonly string[]
  readonly postalPrefixes?: readonly string[]
  readonly countries?: readonly string[]
  readonly overseas?: boolean
  readonly onsite?: { readonly within?: DelayTerms }
  readonly price?: string
  readonly by?: 'own-staff' | 'subcontractor'
  readonly subcontractor?: string
}

export type SiteTerms = {
  readonly id: string
  readonly label?: string
  readonly country?: string
  readonly postalCode?: string
  readonly department?: string
  readonly onsite?: boolean
}

export type PrerequisiteTerms = {
  readonly id: string
  readonly label?: string
  readonly by?: 'client' | 'provider'
  readonly when?: WhenTerms
  readonly remedyWithin?: DelayTerms
}

export type ThresholdTerms = {
  readonly days?: number | string
  readonly hours?: number | string
  readonly amount?: number | string
  readonly beyond?: string
}

export type ApprovalTerms = {
  readonly by: string
  readonly estimate: 'required' | 'optional'
  readonly above?: number | string
}

/**
 * The scope chapter of a contract: as written in the file (plain values), or as `readContract` gives it. Everything may
 * be left out; a dimension that declares no value counts as one anonymous value.
 */
export type ScopeTerms = {
  readonly assetClasses?: readonly ValueTerms[]
  readonly sites?: readonly (string | SiteTerms)[]
  readonly profiles?: readonly ValueTerms[]
  readonly interventions?: readonly (
    | string
    | { readonly id: string; readonly label?: string; readonly kinds?: readonly string[] }
  )[]
  readonly modes?: readonly (string | { readonly id: string; readonly label?: string; readonly onsite?: boolean })[]
  /** Dimensions beyond the five, each with its values. */
  readonly dimensions?: { readonly [name: string]: readonly ValueTerms[] }
  readonly rules?: readonly RuleTerms[]
  readonly providerZones?: readonly ZoneTerms[]
  readonly prerequisites?: readonly PrerequisiteTerms[]
  readonly projectThreshold?: ThresholdTerms
  readonly approval?: ApprovalTerms
}

/** The list of the chapter that declares the values of each of the five dimensions. */
export const DECLARING_LIST = {
  assetClass: 'assetClasses',
  site: 'sites',
  profile: 'profiles',
  intervention: 'interventions',
  mode: 'modes',
} as const satisfies Readonly<Record<FiveDimension, keyof ScopeTerms>>
