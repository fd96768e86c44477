// Reading: the engine's readers against npm's, and a record of events against reading alone, in one run.
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createCsvReader,
  createEventReader,
  createTableReader,
  EVENT_FILE_COLUMNS,
  type EventRecord,
} from '@vigie/engine'
import { parse } from 'csv-parse'
import Papa from 'papaparse'
import { eventFile } from './event-file.ts'
import type { BenchRow } from './row.ts'

const ROUNDS = 5
const COMPARED = 200_000
const SIZES = [10_000, 100_000, 1_000_000] as const

/**
 * `rows of texts`: each row as an array of texts, which is then dropped, as npm's readers give them. `rows of offsets`:
 * each row as places in the reader's own bytes, as the record takes them.
 */
export async function benchRecord(): Promise<BenchRow[]> {
  const pieces = [...eventFile(COMPARED)]
  const speeds = await raceOf({
    texts: () => readTexts(pieces),
    offsets: () => readOffsets(pieces),
    'csv-parse': () => readWithCsvParse(pieces),
    papaparse: () => readWithPapa(pieces),
    record: () => readRecord(pieces).count,
    histories: () => countEvents(readRecord(pieces)),
  })
  return [
    faster('CSV into rows of texts, against csv-parse', speeds, 'texts', 'csv-parse', 'at least 3 times faster'),
    faster('CSV into rows of texts, against papaparse', speeds, 'texts', 'papaparse', 'for information'),
    faster('CSV into rows of offsets, against papaparse', speeds, 'offsets', 'papaparse', 'at least twice as fast'),
    slower('CSV into a record, against its rows of texts dropped', speeds, 'record', 'at most 1.5 times its time'),
    slower('The same with every history, against the same', speeds, 'histories', 'for information'),
    flatnessRow(),
    memoryRow(),
  ]
}

type Speeds = Readonly<Record<string, number>>

function faster(name: string, speeds: Speeds, ours: string, theirs: string, goal: string): BenchRow {
  const [measured, baseline] = [speeds[ours] ?? Number.NaN, speeds[theirs] ?? Number.NaN]
  return { name, measured: perSecond(measured), baseline: perSecond(baseline), ratio: measured / baseline, goal }
}

function slower(name: string, speeds: Speeds, ours: string, goal: string): BenchRow {
  const [measured, baseline] = [speeds[ours] ?? Number.NaN, speeds.texts ?? Number.NaN]
  return { name, measured: perSecond(measured), baseline: perSecond(baseline), ratio: baseline / measured, goal }
}

function readTexts(pieces: readonly Uint8Array[]): number {
  let count = 0
  const reader = createCsvReader((fields) => {
    count += fields.length > 0 ? 1 : 0
  })
  for (const piece of pieces) reader.write(piece)
  reader.end()
  return count
}

function readOffsets(pieces: readonly Uint8Array[]): number {
  let count = 0
  const reader = createTableReader(
    { columns: EVENT_FILE_COLUMNS, required: [] },
    {
      row: ({ filledCount }) => {
        count += filledCount > 0 ? 1 : 0
      },
      rejected: () => {},
    },
  )
  for (const piece of pieces) reader.write(piece)
  reader.end()
  return count
}

function readWithCsvParse(pieces: readonly Uint8Array[]): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    const parser = parse({ bom: true })
    parser.on('data', () => {
      count++
    })
    parser.on('end', () => resolve(count))
    parser.on('error', reject)
    for (const piece of pieces) parser.write(piece)
    parser.end()
  })
}

/** It takes texts: their decoding is a part of reading. */
function readWithPapa(pieces: readonly Uint8Array[]): number {
  let count = 0
  const decoder = new TextDecoder()
  const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('')
  Papa.parse(text, {
    delimiter: ',',
    newline: '\n',
    step: () => {
      count++
    },
  })
  return count
}

function readRecord(pieces: Iterable<Uint8Array>): EventRecord {
  const reader = createEventReader()
  for (const piece of pieces) reader.write(piece)
  const read = reader.end()
  if (!read.ok) throw new Error(read.fault.message.en)
  return read.record
}

function countEvents(record: EventRecord): number {
  let count = 0
  for (const history of record.histories()) count += history.events.length
  return count
}

/** Rows a second of each contender: the median of rounds in which all take turns. */
async function raceOf(
  contenders: Readonly<Record<string, () => number | Promise<number>>>,
): Promise<Record<string, number>> {
  const speeds: Record<string, number[]> = {}
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const start = performance.now()
      await run()
      const speed = COMPARED / ((performance.now() - start) / 1000)
      // The first round is for the compiler.
      if (round > 0) speeds[name] = [...(speeds[name] ?? []), speed]
    }
  }
  return Object.fromEntries(Object.entries(speeds).map(([name, values]) => [name, median(values)]))
}

/** Reading a file into a record and asking for every history, over as many files as make the time long enough. */
function nanosecondsPerEvent(size: number): number {
  const pieces = [...eventFile(size)]
  const repeats = Math.max(1, Math.round(300_000 / size))
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now()
    for (let i = 0; i < repeats; i++) countEvents(readRecord(pieces))
    return ((performance.now() - start) * 1e6) / (repeats * size)
  })
  return Math.min(...times)
}

function flatnessRow(): BenchRow {
  const costs = SIZES.map(nanosecondsPerEvent)
  return {
    name: 'An event of a record of 10 k, 100 k and 1 M with every history, the dearest against the cheapest',
    measured: costs.map((cost) => `${cost.toFixed(0)} ns`).join(', '),
    baseline: `${Math.min(...costs).toFixed(0)} ns`,
    ratio: Math.max(...costs) / Math.min(...costs),
    goal: 'at most 1.2',
  }
}

/** In a process of its own: nothing else lives there. */
function memoryRow(): BenchRow {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
  const file = join(folder, 'events.csv')
  try {
    const descriptor = openSync(file, 'w')
    for (const piece of eventFile(1_000_000)) writeSync(descriptor, piece)
    closeSync(descriptor)
    const script = join(import.meta.dirname, 'record-memory.ts')
    const told = JSON.parse(execFileSync(process.execPath, [script, file], { encoding: 'utf8' }))
    const rowBytes = statSync(file).size / told.count
    return {
      name: 'Memory of an event in a record of 1 M, against its row in the file',
      measured: `${told.eventBytes.toFixed(0)} bytes (peak of the process ${(told.peak / 1e6).toFixed(0)} MB)`,
      baseline: `${rowBytes.toFixed(0)} bytes`,
      ratio: told.eventBytes / rowBytes,
      goal: 'at most 1',
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function perSecond(rows: number): string {
  return `${(rows / 1e6).toFixed(2)} M rows/s`
}
