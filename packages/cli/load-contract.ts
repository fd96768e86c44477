import { type ContractHistory, type Language, readContract } from '@vigie/engine'
import { readContractSource } from './contract-source.ts'
import { failureOf } from './failure.ts'
import { sayIssue } from './say-issue.ts'
import { learnLanguage, spokenLanguage } from './spoken-language.ts'

/** Reads and validates a contract; throws `CommandFailure` with every located issue. Warnings go to standard error. */
export async function loadContract(
  file: string,
  options: { withAmendments: boolean; language: Language | undefined },
): Promise<ContractHistory> {
  const { source, amendments } = await readContractSource(file, options.withAmendments)
  const read = readContract(source, { file, amendments })
  if (!read.ok) throw failureOf(read.issues, file)
  const [first] = read.history.versions
  learnLanguage(first.language)
  for (const warning of read.warnings) {
    process.stderr.write(`vigie: ${sayIssue(warning, spokenLanguage(options.language), file)}\n`)
  }
  return read.history
}
