import { type EpochDay, formatCivilDate } from '../../base/civil-date.ts'
import { readDocument } from '../../base/document/read-document.ts'
import { childOf, type SourceNode } from '../../base/document/source-node.ts'
import type { Issue } from '../../base/issue.ts'
import type { Language, Localised } from '../../base/message.ts'
import { prevailingNotice } from '../prevailing-document.ts'
import type { ReadContractOptions } from '../read-contract.ts'
import { type ReadVersion, readVersions } from '../read-versions.ts'
import { acceptFindings } from './accept-findings.ts'
import type { Finding } from './finding.ts'
import { findingOfIssue } from './finding-of-issue.ts'
import { judgingDay } from './judging-day.ts'
import { lintRules } from './lint-rules.ts'
import { readDespite } from './read-despite.ts'

const CHAPTERS = ['scope', 'commitments', 'followUp', 'governance', 'exit', 'evolution'] as const

/** A chapter of a contract, by its key. */
export type Chapter = (typeof CHAPTERS)[number]

export type LintReading = {
  /** By file, line, column, rule. */
  readonly findings: readonly Finding[]
  /** Language of the contract, where it could be read. */
  readonly language?: Language
  /** Chapters that the file has not, so that their rules said nothing; absent where it could not be read. */
  readonly unjudged?: readonly Chapter[]
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
 * without its clock…); where all are of the rule book, the rest of the contract is judged beside them.
 */
export function lint(source: string, options: LintOptions = {}): LintReading {
  const read = readDocument(source, options.file)
  if (!read.ok) return { findings: read.issues.map(findingOfIssue) }
  const versions = readVersions(read.root, options.applyAmendments === false ? [] : (options.amendments ?? []))
  if (!versions.ok) return faultsOf(read.root, versions.issues, options.at)
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
    unjudged: CHAPTERS.filter((chapter) => childOf(last.root, chapter) === undefined),
    ...(notice && { notice }),
  }
}

/** The faults of reading; where the rule book names them all, the contract is judged in spite of them. */
function faultsOf(root: SourceNode, issues: readonly Issue[], at: string | undefined): LintReading {
  const faults = issues.map(findingOfIssue)
  const despite = faults.every(({ file }) => file === root.position.file) ? readDespite(root) : undefined
  if (despite === undefined) return { findings: faults }
  const { version, doubtful } = despite
  const told = new Set(faults.map(({ rule, path }) => `${rule} ${path}`))
  const others = findingsOf(version, judgingDay(version.contract, [version.contract], at)).filter(
    ({ rule, path }) => !told.has(`${rule} ${path}`) && !doubtful.some((holder) => isWithin(path, holder)),
  )
  return { findings: [...faults, ...others].sort(byPlace), language: version.contract.language }
}

function isWithin(path: string, holder: string): boolean {
  return path === holder || path.startsWith(`${holder}.`) || path.startsWith(`${holder}[`)
}

function findingsOf(version: ReadVersion, on: EpochDay): readonly Finding[] {
  return lintRules.flatMap(({ find }) => find(version, on))
}

function byPlace(a: Finding, b: Finding): number {
  const [left, right] = [a.file ?? '', b.file ?? '']
  if (left !== right) return left < right ? -1 : 1
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
