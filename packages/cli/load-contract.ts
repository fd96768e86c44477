import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type ContractHistory, type Language, readContract } from '@vigie/engine'
import { failureOf } from './failure.ts'
import { readWholeText } from './read-source.ts'
import { sayIssue } from './say-issue.ts'
import { learnLanguage, spokenLanguage } from './spoken-language.ts'

/** Larger than any contract with its annexes; a contract is not a place for data. */
const contractLimit = 8_000_000

export type ContractSource = {
  readonly file: string
  readonly source: string
  readonly amendments: readonly { readonly file: string; readonly source: string }[]
}

/** The text of a contract and of the amendments beside it (`amendments/*.yaml|.yml|.json`), in file-name order. */
export async function readContractSource(file: string, withAmendments = true): Promise<ContractSource> {
  const source = await readWholeText(file, contractLimit)
  const amendments = []
  for (const path of withAmendments && file !== '-' ? amendmentFiles(file) : []) {
    amendments.push({ file: path, source: await readWholeText(path, contractLimit) })
  }
  return { file, source, amendments }
}

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

function amendmentFiles(contractFile: string): string[] {
  const folder = join(dirname(contractFile), 'amendments')
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !basename(name).startsWith('.'))
    .sort()
    .map((name) => join(folder, name))
}
