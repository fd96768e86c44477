// Scope: box algebra against visiting every cell; verdicts of tickets; a question at the command line.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readContract } from '@vigie/engine'
import { compileScope, coverage, ScopeError, type ScopeTerms } from '@vigie/engine/scope'
import type { BenchRow } from './row.ts'
import { SCOPE_FAMILIES } from './scope-families.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const MID_MARKET = 'contracts/mid-market/contract.yaml'

/** Ten dimensions and 500 rules in seconds; a ticket in 2 µs; `vigie scope --ask` within 50 ms of the start of Node. */
export function benchScope(): BenchRow[] {
  return [...SCOPE_FAMILIES.map(({ name, make }) => coverageRow(name, make())), ticketsRow(), startRow()]
}

function coverageRow(name: string, terms: ScopeTerms): BenchRow {
  const cells = cellsOf(terms)
  const { found, seconds } = covered(terms)
  const perCell = secondsPerCell(terms)
  return {
    name: `10 dimensions, 500 rules, ${name} (${found})`,
    measured: `${seconds.toFixed(2)} s`,
    baseline: `every cell by bit sets: ${duration(cells * perCell)}, from ${VISITED.toLocaleString('en')} of them`,
    ratio: (cells * perCell) / seconds,
    goal: 'seconds',
  }
}

function covered(terms: ScopeTerms): { readonly found: string; readonly seconds: number } {
  const start = performance.now()
  let found: string
  try {
    const { gaps, conflicts } = coverage(terms)
    found = `${gaps.length} boxes of gaps, ${conflicts.length} of conflicts`
  } catch (error) {
    if (!(error instanceof ScopeError)) throw error
    found = error.code
  }
  return { found, seconds: (performance.now() - start) / 1000 }
}

const VISITED = 100_000

/**
 * The baseline: cells visited one after the other, the rules of a cell as words of bits intersected on the way down, so
 * that a cell costs its last dimension and its own rules only.
 */
function secondsPerCell(terms: ScopeTerms): number {
  const { dimensions, rules, outcomes, beats } = compileScope(terms).space
  const holds = dimensions.map(({ values, classOf, holds: ofClass }) =>
    values.map((value) => ofClass[classOf.get(value) ?? 0] ?? new Uint32Array()),
  )
  const words = Math.max(1, Math.ceil(rules.length / 32))
  const alive = Array.from({ length: dimensions.length + 1 }, () => new Uint32Array(words).fill(0xffffffff))
  const standing = new Uint32Array(words)
  let [visited, decided] = [0, 0]
  const visit = (level: number): void => {
    if (visited >= VISITED) return
    const own = alive[level] ?? standing
    if (level === dimensions.length) {
      visited++
      if (isDecided(own, standing, outcomes, beats)) decided++
      return
    }
    const next = alive[level + 1] ?? standing
    for (const set of holds[level] ?? []) {
      for (let word = 0; word < words; word++) next[word] = (own[word] ?? 0) & (set[word] ?? 0)
      visit(level + 1)
    }
  }
  const start = performance.now()
  visit(0)
  const seconds = (performance.now() - start) / 1000 / visited
  return decided <= visited ? seconds : Number.NaN
}

/** Whether the rules of a cell that no other of them beats have one outcome. */
function isDecided(
  alive: Uint32Array,
  standing: Uint32Array,
  outcomes: readonly number[],
  beats: readonly Uint32Array[],
): boolean {
  standing.set(alive)
  for (let word = 0; word < alive.length; word++) {
    for (let bits = alive[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const beaten = beats[word * 32 + 31 - Math.clz32(bits & -bits)]
      if (beaten) for (let at = 0; at < standing.length; at++) standing[at] = (standing[at] ?? 0) & ~(beaten[at] ?? 0)
    }
  }
  let outcome: number | undefined
  for (let word = 0; word < standing.length; word++) {
    for (let bits = standing[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const other = outcomes[word * 32 + 31 - Math.clz32(bits & -bits)]
      if (outcome !== undefined && other !== outcome) return false
      outcome = other
    }
  }
  return outcome !== undefined
}

function cellsOf(terms: ScopeTerms): number {
  return compileScope(terms).space.dimensions.reduce((product, { values }) => product * values.length, 1)
}

/** A hundred thousand tickets with their coordinates, some left out, judged by the mid-market contract. */
function ticketsRow(): BenchRow {
  const scope = compileScope(midMarketScope())
  const { dimensions } = scope.space
  const cells = Array.from({ length: 100_000 }, (_, ticket) =>
    Object.fromEntries(
      dimensions.flatMap(({ name, values }, at) => {
        const value = values[(ticket * 7919 + at * 31) % (values.length + (at % 2))]
        return value === undefined ? [] : [[name, value]]
      }),
    ),
  )
  const start = performance.now()
  for (const cell of cells) scope.judge(cell)
  const each = ((performance.now() - start) * 1000) / cells.length
  return {
    name: '100,000 tickets judged by the mid-market scope',
    measured: `${each.toFixed(2)} µs each`,
    baseline: '2 µs (the goal)',
    ratio: each / 2,
    goal: 'at most 1',
  }
}

function midMarketScope(): ScopeTerms {
  const read = readContract(readFileSync(`${root}${MID_MARKET}`, 'utf8'))
  if (!read.ok) throw new Error('the mid-market contract has a fault')
  return read.history.versions[0].chapters.scope ?? {}
}

/** The fastest of ten processes each, the first of them not counted: it fills the caches. */
function startRow(): BenchRow {
  const ask = ['packages/cli/bin/vigie.js', 'scope', MID_MARKET, '--ask', 'assetClass=workstation,mode=remote']
  const [asked, bare] = [fastest(ask), fastest(['--eval', '0'])]
  return {
    name: 'vigie scope --ask on the mid-market contract, beyond the start of Node',
    measured: `${(asked - bare).toFixed(0)} ms (${asked.toFixed(0)} ms with it)`,
    baseline: '50 ms (the goal)',
    ratio: (asked - bare) / 50,
    goal: 'at most 1',
  }
}

function fastest(words: readonly string[]): number {
  const times = Array.from({ length: 11 }, () => {
    const start = performance.now()
    spawnSync(process.execPath, words, { cwd: root, stdio: 'ignore' })
    return performance.now() - start
  })
  return Math.min(...times.slice(1))
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds.toFixed(1)} s`
  return seconds < 7200 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(0)} h`
}
