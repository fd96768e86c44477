import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './read-project.ts'

/** One planted line for each thing that the engine may not use. */
const bans: readonly (readonly [what: string, line: string])[] = [
  ['the clock, by new Date', 'export const p = new Date()'],
  ['the clock, by Date.now', 'export const p = Date.now()'],
  ['a parsed Date', 'export const p = Date.parse("2026-01-01")'],
  ['a type of Date', 'export const p: Date | undefined = undefined'],
  ['Temporal', 'export const p = Temporal.Now.instant()'],
  ['Intl', 'export const p = new Intl.DateTimeFormat("fr")'],
  ['the machine order of words', 'export const p = "a".localeCompare("b")'],
  ['the machine locale', 'export const p = (1).toLocaleString()'],
  ['randomness', 'export const p = Math.random()'],
  ['randomness taken apart', 'export const { random: p } = Math'],
  ['cryptographic randomness', 'export const p = crypto.randomUUID()'],
  ['a monotonic clock', 'export const p = performance.now()'],
  ['a timer', 'setTimeout(() => undefined, 1)'],
  ['the process', 'export const p = process.env'],
  ['Buffer', 'export const p = Buffer.from("a")'],
  ['the network', 'export const p = fetch("https://example.org")'],
  ['the console', 'console.log("a")'],
  ['the global object', 'export const p = globalThis'],
  ['a Node module', 'export { readFileSync as p } from "node:fs"'],
  ['a Node module without its prefix', 'export { readFileSync as p } from "fs"'],
]

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-purity-'))
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'))
  cpSync(join(root, 'scripts/engine-fence.grit'), join(folder, 'scripts/engine-fence.grit'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the engine is pure', () => {
  test('each ban reports its planted violation, and only there', () => {
    const files = bans.map(([what, line], index) => ({ what, line, path: `packages/engine/base/planted-${index}.ts` }))
    for (const { path, line } of files) plant(path, `${line}\n`)
    plant('packages/engine/base/clean.ts', 'export const clean = 1\n')
    const reported = new Set(lintErrors())
    expect(files.filter(({ path }) => !reported.has(path)).map(({ what }) => what)).toEqual([])
    expect(reported.has('packages/engine/base/clean.ts')).toBe(false)
  })

  test('a test of the engine may compare with the machine, and other rooms may read it', () => {
    plant('packages/engine/base/planted.test.ts', 'export const p = new Intl.DateTimeFormat("fr")\n')
    plant('packages/documents/planted.ts', 'export { readFileSync } from "node:fs"\nexport const p = new Date(0)\n')
    const reported = lintErrors()
    expect(reported).not.toContain('packages/engine/base/planted.test.ts')
    expect(reported).not.toContain('packages/documents/planted.ts')
  })

  test('the console belongs to the command line', () => {
    plant('packages/documents/prints.ts', 'console.log("a")\n')
    plant('packages/cli/prints.ts', 'console.log("a")\n')
    const reported = lintErrors()
    expect(reported).toContain('packages/documents/prints.ts')
    expect(reported).not.toContain('packages/cli/prints.ts')
  })

  test('its type check knows neither Node nor the browser', () => {
    plant('packages/engine/types.ts', 'export const p = document.title + process.pid\n')
    cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
    cpSync(join(root, 'packages/engine/tsconfig.json'), join(folder, 'packages/engine/tsconfig.json'))
    const run = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'packages/engine'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(run.stdout).toContain("Cannot find name 'document'")
    expect(run.stdout).toContain("Cannot find name 'process'")
  })
})

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const fences = [
  'lint/style/noRestrictedGlobals',
  'lint/correctness/noNodejsModules',
  'lint/suspicious/noConsole',
  'plugin',
]

/** Paths of the planted files on which a fence of the project's own Biome configuration reports an error. */
function lintErrors(): readonly string[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.']
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  const report = JSON.parse(run.stdout) as { diagnostics: readonly Diagnostic[] }
  return report.diagnostics
    .filter(({ severity, category }) => severity === 'error' && fences.includes(category))
    .map(({ location }) => location.path)
}

type Diagnostic = { readonly severity: string; readonly category: string; readonly location: { readonly path: string } }
