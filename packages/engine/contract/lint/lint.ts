import { type EpochDay, formatCivilDate } from '../../base/civil-date.ts'
import { readDocument } from '../../base/document/read-document.ts'
import { type Path, placeOf, type SourceNode } from '../../base/document/source-node.ts'
import type { LintRule, RuleWords } from '../../base/lint-rule.ts'
import type { Language, Localised } from '../../base/message.ts'
import { calendarsLint } from '../../calendar/lint/calendars-lint.ts'
import { commitmentsLint } from '../../commitments/lint/commitments-lint.ts'
import { evolutionLint } from '../../evolution/lint/evolution-lint.ts'
import { exitLint } from '../../exit/lint/exit-lint.ts'
import type { JudgedExit } from '../../exit/lint/judged-exit.ts'
import type { GovernanceChapter } from '../../governance/clause-schema.ts'
import { governanceLint } from '../../governance/lint/governance-lint.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from '../deadlines/contract-terms.ts'
import { prevailingNotice } from '../prevailing-document.ts'
import type { ReadContractOptions } from '../read-contract.ts'
import { type ReadVersion, readVersions } from '../read-versions.ts'
import { acceptFindings, staleAcceptance } from './accept-findings.ts'
import { contractLint } from './contract-lint.ts'
import type { Finding } from './finding.ts'
import { findingOfIssue } from './finding-of-issue.ts'
import { judgingDay } from './judging-day.ts'
import { readingRules } from './reading-rules.ts'
import { tiedPrecedence } from './tied-precedence.ts'
import { undefinedFee } from './undefined-fee.ts'
import { isWholeContract } from './whole-contract.ts'

export type LintReading = {
  /** By file, line, column, rule. */
  readonly findings: readonly Finding[]
  /** Language of the contract, where it could be read. */
  readonly language?: Language
  /** That a signed document prevails over this transcription of it. */
  readonly notice?: Localised
}

export type LintOptions = ReadContractOptions & {
  /** Day of the check, `YYYY-MM-DD`; default: the day on which each version takes force, the last one for acceptances. */
  readonly at?: string
}

/**
 * Checks what makes a contract unmeasurable, over its amendments too. A contract that cannot be read gives its issues
 * as findings: rule `FORMAT`, or that of the rule book where it has one (XR01 an unresolved reference, SL04 a duration
 * without its clock…).
 */
export function lint(source: string, options: LintOptions = {}): LintReading {
  const read = readDocument(source, options.file)
  if (!read.ok) return { findings: read.issues.map(findingOfIssue) }
  const versions = readVersions(read.root, options.applyAmendments === false ? [] : (options.amendments ?? []))
  if (!versions.ok) return { findings: versions.issues.map(findingOfIssue) }
  const warnings = versions.warnings.map((issue) => ({ ...findingOfIssue(issue), severity: 'warning' as const }))
  const contracts = versions.versions.map(({ contract }) => contract)
  const found = versions.versions.flatMap((version) =>
    findingsOf(version, judgingDay(version.contract, contracts, options.at)),
  )
  const once = [...new Map([...warnings, ...found].map((finding) => [JSON.stringify(finding), finding])).values()]
  const last = versions.versions.at(-1) ?? versions.versions[0]
  const on = options.at ?? formatCivilDate(judgingDay(last.contract, contracts, undefined))
  const findings = acceptFindings(once, last.contract.accepted ?? [], last.root, on)
  const notice = prevailingNotice(last.contract)
  return {
    findings: [...findings].sort(byPlace),
    language: versions.versions[0].contract.language,
    ...(notice && { notice }),
  }
}

/** Every rule by chapter. A chapter's subject stands under its key of the contract; `reading` are found by the reader. */
export const lintRules: readonly ChapterRules[] = [
  { chapter: 'reading', rules: readingRules, find: () => [] },
  { chapter: 'acceptances', rules: [staleAcceptance], find: () => [] },
  chapter('contract', [], [tiedPrecedence, undefinedFee, ...contractLint], (contract) => contract),
  chapter('calendars', ['calendars'], calendarsLint, ({ calendars }) => calendars),
  chapter('commitments', ['commitments'], commitmentsLint, ({ commitments }) => commitments),
  chapter('governance', ['governance'], governanceLint, governanceOf),
  chapter('exit', ['exit'], exitLint, exitOf),
  chapter('evolution', ['evolution'], evolutionLint, ({ chapters }) => chapters.evolution),
]

type ChapterRules = {
  readonly chapter: string
  readonly rules: readonly RuleWords[]
  readonly find: (version: ReadVersion, on: EpochDay) => readonly Finding[]
}

/** What the rules of a chapter judge; `undefined`: the contract has none of it, and the rule of that id is silent. */
type SubjectOf<Subject> = (contract: Contract, on: EpochDay, id: string) => Subject | undefined

function chapter<Subject>(
  name: string,
  prefix: Path,
  rules: readonly LintRule<Subject>[],
  subjectOf: SubjectOf<Subject>,
): ChapterRules {
  return {
    chapter: name,
    rules,
    find: ({ contract, root }, on) =>
      rules.flatMap(({ id, severity, why, mend, find }) => {
        const subject = subjectOf(contract, on, id)
        return (subject === undefined ? [] : find(subject)).map(({ path, hint, ...violation }) => ({
          rule: id,
          severity,
          ...placed(root, [...prefix, ...path], name),
          ...violation,
          why,
          hint: hint ?? mend,
        }))
      }),
  }
}

/** A whole contract without governance has no lead; the other rules of the chapter would say it again. */
function governanceOf(contract: Contract, _: EpochDay, id: string): GovernanceChapter | undefined {
  return contract.chapters.governance ?? (id === 'GO02' && isWholeContract(contract) ? {} : undefined)
}

/** A whole contract without reversibility has no exit plan. */
function exitOf(contract: Contract, on: EpochDay, id: string): JudgedExit | undefined {
  const exit = contract.chapters.exit ?? (id === 'RV01' && isWholeContract(contract) ? {} : undefined)
  return exit && { exit, since: startOfContract(contract), on }
}

function findingsOf(version: ReadVersion, on: EpochDay): readonly Finding[] {
  return lintRules.flatMap(({ find }) => find(version, on))
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
