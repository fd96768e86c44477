/** The door of scope: what is covered, decided cell by cell and proven over all of them. */
export type { Box, ConflictBox } from './box.ts'
export { coverage, type ScopeCoverage } from './coverage.ts'
export { ScopeError, type ScopeErrorCode } from './scope-error.ts'
export type { RuleTerms, ScopeOutcome, ScopeTerms } from './scope-terms.ts'
