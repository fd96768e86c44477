import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ContractHistory, type Example, readContract, readExample } from '@vigie/engine'

/** A worked example beside a contract: `contracts/NAME/examples/*.yaml`. */
export type FoundExample = {
  readonly contract: string
  readonly name: string
  readonly history: ContractHistory
  readonly example: Example
}

/** Every example of the model contracts, by contract and file name. Throws on a contract or an example that cannot be read. */
export function findExamples(contracts: string): readonly FoundExample[] {
  return namesIn(contracts).flatMap((contract) => {
    const folder = join(contracts, contract)
    const files = yamlIn(join(folder, 'examples'))
    if (files.length === 0) return []
    const history = historyOf(folder)
    return files.map((file) => {
      const reading = readExample(readFileSync(file, 'utf8'), file)
      if (!reading.ok) throw new RangeError(reading.issues.map((issue) => JSON.stringify(issue)).join('\n'))
      return { contract, name: basename(file), history, example: reading.example }
    })
  })
}

function historyOf(folder: string): ContractHistory {
  const amendments = yamlIn(join(folder, 'amendments')).map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  const reading = readContract(readFileSync(join(folder, 'contract.yaml'), 'utf8'), { file: folder, amendments })
  if (!reading.ok) throw new RangeError(reading.issues.map((issue) => JSON.stringify(issue)).join('\n'))
  return reading.history
}

function yamlIn(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
