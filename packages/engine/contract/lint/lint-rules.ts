import type { EpochDay } from '../../base/civil-date.ts'
import { type Path, placeOf, type SourceNode } from '../../base/document/source-node.ts'
import type { LintRule, RuleWords } from '../../base/lint-rule.ts'
import { calendarsLint } from '../../calendar/lint/calendars-lint.ts'
import { commitmentsLint } from '../../commitments/lint/commitments-lint.ts'
import { evolutionLint } from '../../evolution/lint/evolution-lint.ts'
import { exitLint } from '../../exit/lint/exit-lint.ts'
import type { JudgedExit } from '../../exit/lint/judged-exit.ts'
import { followUpLint } from '../../follow-up/lint/follow-up-lint.ts'
import type { GovernanceChapter } from '../../governance/clause-schema.ts'
import { governanceLint } from '../../governance/lint/governance-lint.ts'
import { scopeLint } from '../../scope/lint/scope-lint.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from '../deadlines/contract-terms.ts'
import type { ReadVersion } from '../read-versions.ts'
import { staleAcceptance } from './accept-findings.ts'
import { contractLint } from './contract-lint.ts'
import { deliveryLint } from './delivery-lint.ts'
import type { Finding } from './finding.ts'
import { readingRules } from './reading-rules.ts'
import { tiedPrecedence } from './tied-precedence.ts'
import { isWholeContract } from './whole-contract.ts'

/** Every rule by chapter. A chapter's subject stands under its key of the contract; `reading` are found by the reader. */
export const lintRules: readonly ChapterRules[] = [
  { chapter: 'reading', rules: readingRules, find: () => [] },
  { chapter: 'acceptances', rules: [staleAcceptance], find: () => [] },
  chapter('contract', [], [...deliveryLint, tiedPrecedence, ...contractLint], (contract) => contract),
  chapter('calendars', ['calendars'], calendarsLint, ({ calendars }) => calendars),
  chapter('scope', ['scope'], scopeLint, ({ chapters }) => chapters.scope),
  chapter('commitments', ['commitments'], commitmentsLint, ({ commitments }) => commitments),
  chapter('followUp', ['followUp'], followUpLint, ({ followUp }) => followUp),
  chapter('governance', ['governance'], governanceLint, governanceOf),
  chapter('exit', ['exit'], exitLint, exitOf),
  chapter('evolution', ['evolution'], evolutionLint, ({ chapters }) => chapters.evolution),
]

/** What a rule says of itself, by its id. */
export function wordsOf(id: string): RuleWords | undefined {
  return lintRules.flatMap(({ rules }) => rules).find((rule) => rule.id === id)
}

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
