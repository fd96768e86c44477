// The replay of an amendment on the real year (the simulated one where the log is not there) against one measure run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backtest, evaluate, type Replay, readEvents, readPeriod, readReplay, searchTarget } from '@vigie/engine'
import { type LoadFile, publicLogFile, simulatedFile } from './load-files.ts'
import type { BenchRow } from './row.ts'

const ROUNDS = 9
/** About the events of the public log itself, once. */
const YEAR = 71_000

/** Medians of rounds that take turns, after a first one that warms up; the record is read once, outside the time measured. */
export async function benchBacktest(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
  try {
    return against((await publicLogFile(folder, YEAR)) ?? simulatedFile(folder, YEAR))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function against(file: LoadFile): BenchRow[] {
  const bytes = readFileSync(file.path)
  const read = readEvents(bytes)
  if (!read.ok) throw new Error(read.fault.message.en)
  const { record } = read
  const replay = replayOn(file, { from: record.firstAt ?? 0, to: (record.lastAt ?? 0) + 1 })
  const { timeZone } = replay.contract.versions[0]
  const period = readPeriod({}, timeZone, record)
  if (!period.ok) throw new Error(period.issues[0].message.en)
  const input = { record, period: period.period }
  const share = { numerator: 95n, denominator: 100n }
  const rounds = Array.from({ length: ROUNDS }, () => ({
    reading: time(() => readEvents(bytes)),
    measure: time(() => evaluate({ ...input, contract: replay.contract, onMeasure: () => {} })),
    replay: time(() => backtest({ ...input, replay })),
    search: time(() => searchTarget({ ...input, contract: replay.contract, commitment: COMMITMENT, share })),
  })).slice(1)
  const medianOf = (name: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[name]))
  const [reading, measured] = [medianOf('reading'), medianOf('measure')]
  const replayed = backtest({ ...input, replay })
  const flips = replayed.ok ? replayed.backtest.flips.length.toLocaleString('en') : '?'
  const row = (name: string, took: number, whole: number): BenchRow => ({
    name: `${name} (${file.name}, ${file.events.toLocaleString('en')} events)`,
    measured: `${seconds(took)} of processor`,
    baseline: `one measure run: ${seconds(whole)}`,
    ratio: took / whole,
    goal: '≤ 2.2',
  })
  return [
    row(`backtest from the file, ${flips} flips explained`, reading + medianOf('replay'), reading + measured),
    row('the same, evaluations alone', medianOf('replay'), measured),
    row('search of the target met 95 % of the time', reading + medianOf('search'), reading + measured),
  ]
}

const COMMITMENT = 'P2-RESOLUTION'

/** The P2 resolution in half its hours, from the first fact on. */
function replayOn(file: LoadFile, period: { readonly from: number; readonly to: number }): Replay {
  const source = readFileSync(join(import.meta.dirname, '..', file.contract), 'utf8')
  const id = /^ {2}id: (\S+)/m.exec(source)?.[1] ?? ''
  const place = [...source.matchAll(/^ {4}- (?:\{ )?id: ([A-Z0-9-]+-(?:RESPONSE|UPDATES|RESTORATION|RESOLUTION))/gm)]
  const index = place.findIndex(([, name]) => name === COMMITMENT)
  const amendment = {
    file: 'draft.json',
    source: JSON.stringify({
      vigie: 1,
      amends: id,
      number: 1,
      effectiveFrom: '2030-01-01',
      signedOn: '2029-12-01',
      changes: [
        { op: 'test', path: `/commitments/targets/${index}/id`, value: COMMITMENT },
        { op: 'replace', path: `/commitments/targets/${index}/target/hours`, value: 4 },
      ],
    }),
  }
  const reading = readReplay(source, { file: file.contract, amendment, period })
  if (!reading.ok) throw new Error(reading.issues.map(({ message }) => message.en).join('\n'))
  return reading.replay
}

/** Processor time in ms: what else the machine does counts for nothing. */
function time(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
