import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ContractSource } from '../contract-source.ts'
import type { ScopeFile } from './scope-file.ts'

/** Changes whenever what is kept, or what the reader of contracts accepts, changes. */
const FORM = 2
const folder = fileURLToPath(new URL('../../../node_modules/.cache/vigie/scope/', import.meta.url))
const most = 64

/**
 * The scope of a contract that was read and found right before, byte for byte with its amendments; `undefined`: it was
 * not, or nothing can be kept here. Reading a long contract takes longer than any answer.
 */
export function findKept(source: ContractSource): ScopeFile | undefined {
  try {
    return JSON.parse(readFileSync(pathOf(source), 'utf8')) as ScopeFile
  } catch {
    return undefined
  }
}

/** Keeps a scope for the next question; where that cannot be, the next question reads the contract again. */
export function keep(source: ContractSource, scope: ScopeFile): void {
  const path = pathOf(source)
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(draft, JSON.stringify(scope))
    renameSync(draft, path)
    dropOldest()
  } catch {
    rmSync(draft, { force: true })
  }
}

function dropOldest(): void {
  const kept = readdirSync(folder).map((name) => ({ name, age: statSync(join(folder, name)).mtimeMs }))
  for (const { name } of kept.sort((a, b) => b.age - a.age).slice(most)) rmSync(join(folder, name), { force: true })
}

/** The file of exactly these bytes. */
function pathOf({ source, amendments }: ContractSource): string {
  const hash = createHash('sha256')
  for (const part of [`${FORM}`, source, ...amendments.map((one) => one.source)]) {
    hash.update(`${part.length}:`).update(part)
  }
  return join(folder, `${hash.digest('hex')}.json`)
}
