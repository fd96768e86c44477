import type { Path } from './document/source-node.ts'
import type { Localised } from './message.ts'

/** `error`: the contract cannot be measured as it stands; `warning`: it can, to someone's surprise; `info`: it says too much. */
export type Severity = 'error' | 'warning' | 'info'

/** One place where a rule is broken; `path` starts at the rule's subject. */
export type Violation = {
  readonly path: Path
  /** Number of the clause, where the element has one. */
  readonly clause?: string
  readonly message: Localised
  readonly hint: Localised
}

/** A decidable rule over a chapter (or the whole contract). Ids are stable: SL04, XR01… */
export type LintRule<Subject> = {
  readonly id: string
  readonly severity: Severity
  readonly find: (subject: Subject) => readonly Violation[]
}
