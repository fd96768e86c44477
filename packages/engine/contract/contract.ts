import type { Localised } from '../base/message.ts'
import type { CalendarDefinition } from '../calendar/definition.ts'
import type { CommitmentsChapter } from '../commitments/clause-types.ts'
import type { EvolutionChapter } from '../evolution/clause-schema.ts'
import type { ExitChapter } from '../exit/clause-schema.ts'
import type { FollowUpChapter } from '../follow-up/clause-types.ts'
import type { GovernanceChapter } from '../governance/clause-schema.ts'
import type { ScopeChapter } from '../scope/clause-schema.ts'
import type { AcceptedFinding } from './accepted-schema.ts'
import type { ClausePlaces } from './clause-places-schema.ts'
import type { ContractHeader } from './header-schema.ts'

export type Party = 'client' | 'provider'

/**
 * A contract read and validated (format v1), in the form the chapters execute. `chapters` hold what later rooms
 * execute, validated. Civil dates are `YYYY-MM-DD` in `timeZone`.
 */
export type Contract = {
  readonly id: string
  readonly title: string
  readonly language: 'fr' | 'en'
  readonly timeZone: string
  readonly currency: string
  readonly parties: {
    readonly client: ContractParty & { readonly sector?: 'financial' | 'health' | 'public' | 'other' }
    readonly provider: ContractParty
  }
  readonly authority: 'contract' | { readonly file: string; readonly sha256: string; readonly signedOn: string }
  readonly signedOn?: string
  readonly effectiveFrom: string
  /** First day of the first version, from which the term runs; absent where it is `effectiveFrom`. */
  readonly startsOn?: string
  /** First civil date after the term, where the contract states one. */
  readonly effectiveTo?: string
  /** The term as written, ISO 8601 durations; absent: without a stated end. */
  readonly term?: ContractTerm
  /** `"1"` for the contract as signed; then the number of the last amendment applied + 1. */
  readonly version: string
  readonly calendars: Readonly<Record<string, CalendarDefinition>>
  readonly commitments: CommitmentsChapter
  readonly followUp: FollowUpChapter
  readonly phases: readonly Phase[]
  /** Labels of the identifiers that tickets carry (asset classes, sites, interventions, services), for display. */
  readonly labels: Readonly<Record<string, string>>
  /** Leaving before the end for convenience. */
  readonly earlyTermination?: ContractHeader['earlyTermination']
  /** The documents of the contract; rank 1 prevails. */
  readonly documents?: readonly NonNullable<ContractHeader['documents']>[number][]
  /** General conditions or standards that govern the contract. */
  readonly governedBy?: readonly string[]
  /** Defined terms, with their meaning. */
  readonly definitions?: Readonly<Record<string, string>>
  /** Where each clause stands in the signed document, by its number. */
  readonly clauses?: ClausePlaces
  /** Findings that the parties accept. */
  readonly accepted?: readonly AcceptedFinding[]
  /** What a reader must know before any figure. */
  readonly notice?: Localised
  /** The chapters that later rooms execute, validated. */
  readonly chapters: {
    readonly scope?: ScopeChapter
    readonly governance?: GovernanceChapter
    readonly exit?: ExitChapter
    readonly evolution?: EvolutionChapter
  }
}

/** Identity of a party; `status`: whether it contracts as a professional, where the contract says so. */
export type ContractParty = { readonly name: string; readonly siren?: string; readonly status?: string }

export type ContractTerm = {
  readonly initial: string
  readonly renewal?: { readonly mode: 'tacit' | 'express' | 'none'; readonly for?: string; readonly times?: number }
  /** Notice of non-renewal. */
  readonly notice?: string
  readonly clause?: string
}

export type Phase = {
  readonly id: string
  readonly label?: string
  readonly from: string
  readonly to?: string
  readonly penalties: 'waived' | 'due'
}

/** The versions of one contract in order of `effectiveFrom`; `[effectiveFrom, next.effectiveFrom)` each. */
export type ContractHistory = { readonly id: string; readonly versions: readonly [Contract, ...Contract[]] }
