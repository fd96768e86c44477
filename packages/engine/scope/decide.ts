import { compileScope } from './compile-scope.ts'
import type { ScopeQuestion } from './scope-question.ts'
import type { ScopeTerms } from './scope-terms.ts'
import type { ScopeVerdict } from './scope-verdict.ts'

/**
 * Who owes what for a question (clause kind: périmètre; semantics, *Scope*): one total verdict with its rule and clause,
 * never a guess. Compiles the scope for this one question; for many, `compileScope` once. Throws `ScopeError`
 * (`invalid-scope`) where the scope itself breaks a rule.
 */
export function decide(scope: ScopeTerms, question: ScopeQuestion): ScopeVerdict {
  return compileScope(scope).decide(question)
}
