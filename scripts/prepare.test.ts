import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from './read-project.ts'

let clone: string

/** A fresh clone as far as set-up sees it, with an npm that notes each call and installs one marker. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'vigie-clone-'))
  for (const path of ['scripts/prepare.js', 'packages/cli/bin', 'packages/cli/package.json']) {
    cpSync(join(root, path), join(clone, path), { recursive: true })
  }
  const needs = JSON.parse(readFileSync(join(clone, 'packages/cli/package.json'), 'utf8')) as Record<string, unknown>
  plant('package.json', '{ "name": "vigie", "type": "module" }')
  plant(
    'package-lock.json',
    JSON.stringify({ packages: { '': {}, 'packages/cli': { dependencies: needs.dependencies } } }),
  )
  plant('npm.js', npm)
  plant(
    'scripts/job.ts',
    'const code: number = Number(process.argv[2]); console.log(process.argv.slice(2).join()); process.exit(code)',
  )
})

afterEach(() => rmSync(clone, { recursive: true, force: true }))

const npm = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n')
if (process.env.NPM_SAYS) { console.error(process.env.NPM_SAYS); process.exit(1) }
mkdirSync('node_modules', { recursive: true })
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'packages/cli': {} } }))
`

describe('set-up of a fresh clone', () => {
  test('installs once, and the second time only looks', async () => {
    expect(await prepare()).toMatchObject({ code: 0 })
    const second = await prepare()
    expect(second).toMatchObject({ code: 0, said: '' })
    expect(calls()).toHaveLength(1)
    expect(calls()[0]).toMatch(/^ci .*--ignore-scripts/)
  })

  test('two at once install once, and both succeed', async () => {
    const both = await Promise.all([prepare(), prepare()])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(calls()).toHaveLength(1)
    expect(existsSync(join(clone, '.vigie-setup.lock'))).toBe(false)
  })

  test('a lock left by a process that died is taken over', async () => {
    plant('.vigie-setup.lock', '999999999')
    expect(await prepare()).toMatchObject({ code: 0 })
    expect(existsSync(join(clone, '.vigie-setup.lock'))).toBe(false)
  })

  test('packages that match the lock file already are left alone', async () => {
    mkdirSync(join(clone, 'node_modules'))
    plant('node_modules/.package-lock.json', JSON.stringify({ packages: { 'packages/cli': {} } }))
    expect(await prepare()).toMatchObject({ code: 0, said: '' })
    expect(calls()).toHaveLength(0)
  })

  test('a dependency that the lock file does not know is installed by npm, which judges it', async () => {
    await prepare()
    plant('package.json', '{ "name": "vigie", "type": "module", "dependencies": { "zod": "4.0.0" } }')
    await prepare()
    expect(calls()).toHaveLength(2)
  })

  test('without network it says so in one line, ends with 1, and leaves no lock', async () => {
    const { code, said } = await prepare({ NPM_SAYS: 'npm error code EAI_AGAIN' })
    expect(code).toBe(1)
    expect(said.trim().split('\n').at(-1)).toMatch(/réseau.*network/)
    expect(existsSync(join(clone, '.vigie-setup.lock'))).toBe(false)
    expect(await prepare()).toMatchObject({ code: 0 })
  })

  test('the script that follows runs with its words, and its exit code comes back', async () => {
    const { code, out } = await run(['scripts/prepare.js', 'scripts/job.ts', '7', 'a b'])
    expect({ code, out }).toEqual({ code: 7, out: '7,a b\n' })
  })
})

test('the vigie command before set-up says in one line what to run', async () => {
  const { code, said } = await run(['packages/cli/bin/vigie.js', 'lint'])
  expect(code).toBe(2)
  expect(said).toMatch(/^vigie : .*npm start.*\n$/)
})

type Ended = { readonly code: number | null; readonly out: string; readonly said: string }

function prepare(env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return run(['scripts/prepare.js'], env)
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: clone,
    env: { ...process.env, npm_execpath: join(clone, 'npm.js'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let said = ''
  child.stdout?.on('data', (text) => {
    out += text
  })
  child.stderr?.on('data', (text) => {
    said += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })))
}

function plant(path: string, text: string): void {
  writeFileSync(join(clone, path), text)
}

function calls(): readonly string[] {
  const file = join(clone, 'calls.txt')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}
