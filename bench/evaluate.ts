// From an event file to rates: against our reader alone with its rows discarded, and against csv-parse; memory; flatness.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LoadFile, publicLogFile, simulatedFile } from './load-files.ts'
import type { BenchRow } from './row.ts'

const MILLION = 1_000_000
const ROUNDS = 3
const MEMORY_GOAL = 300

/** Each figure comes from a process of its own, as the command would run; medians of rounds that take turns. */
export async function benchEvaluate(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
  try {
    const simulated = simulatedFile(folder, MILLION)
    const repeated = await publicLogFile(folder, MILLION)
    const files = repeated === undefined ? [simulated] : [simulated, repeated]
    return [...files.flatMap(fileToRates), ...flatness(folder, simulated)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Figures = {
  readonly seconds: number
  readonly megabytes: number
  readonly reading?: number
  readonly events?: number
}

function fileToRates(file: LoadFile): BenchRow[] {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    rates: measure('rates', file),
    rows: measure('rows', file),
    library: measure('csv-parse', file),
  }))
  const total = median(rounds.map(({ rates }) => rates.seconds))
  const reading = median(rounds.map(({ rates }) => rates.reading ?? Number.NaN))
  const rows = median(rounds.map((round) => round.rows.seconds))
  const library = median(rounds.map((round) => round.library.seconds))
  const megabytes = median(rounds.map(({ rates }) => rates.megabytes))
  const name = `${file.events.toLocaleString('en')} events to rates (${file.name})`
  return [
    against(name, total, 'our reader alone, rows discarded', rows, '≤ 2'),
    against(name, total, 'csv-parse alone, rows discarded', library, 'under 1'),
    against(`evaluation alone (${file.name})`, total - reading, 'reading into a record', reading, '≤ 1'),
    {
      name: `peak memory of the same (${file.name})`,
      measured: `${megabytes.toFixed(0)} MB`,
      baseline: `${MEMORY_GOAL} MB (the goal)`,
      ratio: megabytes / MEMORY_GOAL,
      goal: '≤ 1',
    },
  ]
}

/** Evaluation alone, warm: what one event costs should not depend on how many there are. */
function flatness(folder: string, largest: LoadFile): BenchRow[] {
  const files = [simulatedFile(folder, 10_000), simulatedFile(folder, 100_000), largest]
  const costs = files.map((file) => {
    const { seconds, events = file.events } = measure('warm', file)
    return { events: file.events, cost: seconds / events }
  })
  const [small, middle, large] = costs
  if (small === undefined || middle === undefined || large === undefined) return []
  return [small, middle].map(({ events, cost }) => ({
    name: `evaluation per event at ${events.toLocaleString('en')} events`,
    measured: microseconds(cost),
    baseline: `${microseconds(large.cost)} at ${large.events.toLocaleString('en')}`,
    ratio: cost / large.cost,
    goal: '0.8 to 1.2',
  }))
}

function measure(mode: 'rows' | 'csv-parse' | 'rates' | 'warm', { path, contract }: LoadFile): Figures {
  const root = join(import.meta.dirname, '..')
  const script = join(import.meta.dirname, 'evaluate-once.ts')
  return JSON.parse(execFileSync(process.execPath, [script, mode, path, contract], { cwd: root, encoding: 'utf8' }))
}

function against(name: string, measured: number, baseline: string, time: number, goal: string): BenchRow {
  return {
    name: `${name}, against ${baseline}`,
    measured: `${measured.toFixed(2)} s`,
    baseline: `${time.toFixed(2)} s`,
    ratio: measured / time,
    goal,
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function microseconds(seconds: number): string {
  return `${(seconds * 1e6).toFixed(2)} µs`
}
