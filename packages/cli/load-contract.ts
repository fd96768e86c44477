import { type ContractHistory, type Language, readContract } from '@vigie/engine'
import { type ContractSource, readContractSource } from './contract-source.ts'
import { failureOf } from './failure.ts'
import { sayIssue } from './say-issue.ts'
import { learnLanguage, spokenLanguage } from './spoken-language.ts'

/** Reads and validates a contract; throws `CommandFailure` with every located issue. Warnings go to standard error. */
export async function loadContract(
  file: string,
  options: { withAmendments: boolean; language: Language | undefined },
): Promise<ContractHistory> {
  return checkContract(await readContractSource(file, options.withAmendments), options.language).history
}

/** The same for a text at hand, with the number of its warnings. */
export function checkContract(
  { file, source, amendments }: ContractSource,
  language: Language | undefined,
): { readonly history: ContractHistory; readonly warnings: number } {
  const read = readContract(source, { file, amendments })
  if (!read.ok) throw failureOf(read.issues, file)
  const [first] = read.history.versions
  learnLanguage(first.language)
  for (const warning of read.warnings) {
    process.stderr.write(`vigie: ${sayIssue(warning, spokenLanguage(language), file)}\n`)
  }
  return { history: read.history, warnings: read.warnings.length }
}
