import { readDocument } from '../../base/document/read-document.ts'
import { type Path, placeOf, type SourceNode } from '../../base/document/source-node.ts'
import type { LintRule, RuleWords } from '../../base/lint-rule.ts'
import type { Language } from '../../base/message.ts'
import { calendarsLint } from '../../calendar/lint/calendars-lint.ts'
import { commitmentsLint } from '../../commitments/lint/commitments-lint.ts'
import type { Contract } from '../contract.ts'
import type { ReadContractOptions } from '../read-contract.ts'
import { type ReadVersion, readVersions } from '../read-versions.ts'
import type { Finding } from './finding.ts'
import { findingOfIssue } from './finding-of-issue.ts'
import { readingRules } from './reading-rules.ts'
import { tiedPrecedence } from './tied-precedence.ts'
import { undefinedFee } from './undefined-fee.ts'

export type LintReading = {
  /** By file, line, column, rule. */
  readonly findings: readonly Finding[]
  /** Language of the contract, where it could be read. */
  readonly language?: Language
}

/**
 * Checks what makes a contract unmeasurable, over its amendments too. A contract that cannot be read gives its issues
 * as findings: rule `FORMAT`, or that of the rule book where it has one (XR01 an unresolved reference, SL04 a duration
 * without its clock…).
 */
export function lint(source: string, options: ReadContractOptions = {}): LintReading {
  const read = readDocument(source, options.file)
  if (!read.ok) return { findings: read.issues.map(findingOfIssue) }
  const versions = readVersions(read.root, options.applyAmendments === false ? [] : (options.amendments ?? []))
  if (!versions.ok) return { findings: versions.issues.map(findingOfIssue) }
  const warnings = versions.warnings.map((issue) => ({ ...findingOfIssue(issue), severity: 'warning' as const }))
  const findings = [...warnings, ...versions.versions.flatMap(findingsOf)]
  const once = new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
  return { findings: [...once.values()].sort(byPlace), language: versions.versions[0].contract.language }
}

/** Every rule by chapter. A chapter's subject stands under its key of the contract; `reading` are found by the reader. */
export const lintRules: readonly ChapterRules[] = [
  { chapter: 'reading', rules: readingRules, find: () => [] },
  chapter('contract', [], [tiedPrecedence, undefinedFee], (contract) => contract),
  chapter('calendars', ['calendars'], calendarsLint, ({ calendars }) => calendars),
  chapter('commitments', ['commitments'], commitmentsLint, ({ commitments }) => commitments),
]

type ChapterRules = {
  readonly chapter: string
  readonly rules: readonly RuleWords[]
  readonly find: (version: ReadVersion) => readonly Finding[]
}

function chapter<Subject>(
  name: string,
  prefix: Path,
  rules: readonly LintRule<Subject>[],
  subjectOf: (contract: Contract) => Subject,
): ChapterRules {
  return {
    chapter: name,
    rules,
    find: ({ contract, root }) =>
      rules.flatMap(({ id, severity, why, mend, find }) =>
        find(subjectOf(contract)).map(({ path, hint, ...violation }) => ({
          rule: id,
          severity,
          ...placed(root, [...prefix, ...path], name),
          ...violation,
          why,
          hint: hint ?? mend,
        })),
      ),
  }
}

function findingsOf(version: ReadVersion): readonly Finding[] {
  return lintRules.flatMap(({ find }) => find(version))
}

function placed(root: SourceNode, path: Path, name: string) {
  const { file, line, column, path: written } = placeOf(root, path)
  return {
    chapter: String(path[0] ?? name),
    path: written ?? '',
    ...(file !== undefined && { file }),
    line: line ?? 1,
    column: column ?? 1,
  }
}

function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.file ?? '', b.file ?? '']
  if (left !== right) return left < right ? -1 : 1
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
