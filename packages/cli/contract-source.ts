import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readWholeText } from './read-source.ts'

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
