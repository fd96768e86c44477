import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import type { Language, Localised } from '../base/message.ts'

/**
 * Why a scope gives no answer. `invalid-scope`: its terms break a rule (see `issues`, each with its path);
 * `too-complex`: its gaps and conflicts cannot be listed within the limits that the documentation states.
 */
export type ScopeErrorCode = 'invalid-scope' | 'too-complex'

/** Thrown where a scope has no answer to give, never for a gap or a conflict: those are answers. */
export class ScopeError extends Error {
  readonly code: ScopeErrorCode
  readonly localised: Localised
  /** The located faults of an `invalid-scope`; empty otherwise. */
  readonly issues: readonly Issue[]

  constructor(code: ScopeErrorCode, localised: Localised, issues: readonly Issue[] = []) {
    super(localised.en)
    this.name = 'ScopeError'
    this.code = code
    this.localised = localised
    this.issues = issues
  }

  /** The message for a person. */
  in(language: Language): string {
    return this.localised[language]
  }
}

/** The message tells the first issue; all of them stand in `issues`. */
export function invalidScope(issues: readonly Issue[]): ScopeError {
  const [first] = issues
  const path = first?.place.path ?? 'scope'
  const said = first?.message ?? localise('périmètre refusé', 'scope refused')
  return new ScopeError('invalid-scope', localise(`${path} : ${said.fr}`, `${path}: ${said.en}`), issues)
}
