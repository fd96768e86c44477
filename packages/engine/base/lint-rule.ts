import type { Path } from './document/source-node.ts'
import type { Localised } from './message.ts'

/** `error`: the contract cannot be measured as it stands; `warning`: it can, to someone's surprise; `info`: it says too much. */
export type Severity = 'error' | 'warning' | 'info'

/** What a rule of the rule book says of itself, in words that an office manager understands. Ids are stable: SL04, XR01… */
export type RuleWords = {
  readonly id: string
  readonly severity: Severity
  /** What is wrong, in a few words: « Matrice incomplète ». */
  readonly title: Localised
  /** What it costs the parties. */
  readonly why: Localised
  /** What to write instead. */
  readonly mend: Localised
}

/** One place where a rule is broken; `path` starts at the rule's subject. */
export type Violation = {
  readonly path: Path
  /** Number of the clause, where the element has one. */
  readonly clause?: string
  readonly message: Localised
  /** How to mend this very place; absent: the rule's own `mend`. */
  readonly hint?: Localised
}

/**
 * A decidable rule over a chapter (or the whole contract). A rule about a chapter is silent where the contract has
 * none of it: a file may hold the commitments only.
 */
export type LintRule<Subject> = RuleWords & { readonly find: (subject: Subject) => readonly Violation[] }
