/** The door of scope: what is covered, decided cell by cell and proven over all of them. */
export { afterQuota } from './after-quota.ts'
export type { Box, ConflictBox } from './box.ts'
export { type CompiledScope, type CompileOptions, compileScope } from './compile-scope.ts'
export { coverage, type ScopeCoverage } from './coverage.ts'
export { coveragePercent } from './coverage-percent.ts'
export { decide } from './decide.ts'
export { type MatrixSection, matrixOf, type ScopeMatrix } from './matrix-of.ts'
export { DIMENSION_WORDS, sayBox } from './say-box.ts'
export { sayDelay } from './say-delay.ts'
export { OUTCOME_LETTERS, OUTCOME_WORDS, sayOutcome } from './say-outcome.ts'
export { ScopeError, type ScopeErrorCode } from './scope-error.ts'
export { type CellCoordinates, QUESTION_FACTS, type ScopeQuestion } from './scope-question.ts'
export type { RuleTerms, ScopeOutcome, ScopeTerms } from './scope-terms.ts'
export type {
  PossibleOutcome,
  PrerequisiteState,
  QuotaState,
  RuleVerdict,
  ScopeVerdict,
  VerdictOutcome,
  ZoneVerdict,
} from './scope-verdict.ts'
export { isOnsite, unservedSites } from './visit-of.ts'
