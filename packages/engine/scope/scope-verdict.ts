import type { Localised } from '../base/message.ts'
import type { ApprovalTerms, DelayTerms, QuotaTerms, ScopeOutcome } from './scope-terms.ts'

/**
 * What the contract says of a question. `gap`: no rule; `conflict`: rules of different outcome, none beating the other;
 * `undetermined`: it depends on what the question leaves out (`missing`) or names nothing of the contract (`unknown`);
 * `unserved`: somebody would have to come where the provider serves no zone.
 */
export type VerdictOutcome = ScopeOutcome | 'gap' | 'conflict' | 'undetermined' | 'unserved'

/** An answer that is still possible, with one rule that would give it. */
export type PossibleOutcome = {
  readonly outcome: ScopeOutcome | 'gap' | 'conflict'
  readonly rule: string | null
  readonly clause: string | null
  readonly price?: string
  readonly by?: string
}

/** A word of the question that the contract does not declare. `known`: what it declares there. */
export type UnknownWord = { readonly key: string; readonly value: string; readonly known: readonly string[] }

/** What the rules alone say. */
export type RuleVerdict = {
  readonly outcome: Exclude<VerdictOutcome, 'unserved'>
  /** The rule that decides, the most specific of those that agree; `null` where none does. */
  readonly rule: string | null
  /** Its number in the document, else its id. */
  readonly clause: string | null
  readonly label?: string
  /** Every rule that applies and is not beaten, by id. */
  readonly rules: readonly string[]
  readonly price?: string
  /** The third party. */
  readonly by?: string
  readonly quota?: QuotaTerms
  /** `undetermined`: what remains possible. */
  readonly possible?: readonly PossibleOutcome[]
  /** `undetermined`: the dimensions (or facts) that decide, the one that settles most first. */
  readonly missing?: readonly string[]
  readonly unknown?: readonly UnknownWord[]
}

/** The quota that the deciding rule has, with what is left of it where the question tells what is used. */
export type QuotaState = QuotaTerms & { readonly used?: string; readonly left?: string }

/** Something the client or the provider owes before a commitment runs. */
export type PrerequisiteState = {
  readonly id: string
  readonly label?: string
  readonly by?: 'client' | 'provider'
  readonly unmet: boolean
  readonly remedyWithin?: DelayTerms
}

/** Where the provider comes from, how fast, at what fee. */
export type ZoneVerdict = {
  readonly id: string
  readonly label?: string
  readonly within?: DelayTerms
  /** Item of the price book for the visit; absent: in the fee. */
  readonly price?: string
  readonly by?: 'own-staff' | 'subcontractor'
  readonly subcontractor?: string
}

/** The whole answer, with its grounds. */
export type ScopeVerdict = Omit<RuleVerdict, 'outcome' | 'quota'> & {
  readonly outcome: VerdictOutcome
  /** `visit`: only whether, how fast and at what fee somebody comes was asked; `rule` is then the zone. */
  readonly about: 'cell' | 'visit'
  readonly quota?: QuotaState
  readonly zone?: ZoneVerdict
  /** Above the project threshold: an estimate comes first. */
  readonly estimate?: true
  /** Who must accept work outside the fee. */
  readonly approval?: ApprovalTerms
  readonly prerequisites: readonly PrerequisiteState[]
  /** False while a prerequisite of the client is unmet: a miss is then not the provider's. */
  readonly imputable: boolean
  readonly because: readonly Localised[]
}
