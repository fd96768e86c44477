// One measurement in a process of its own: `node evaluate-once.ts rows|csv-parse|rates|warm FILE CONTRACT` prints JSON.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { createCsvReader, createEventReader, type EventRecord, evaluate, readContract } from '@vigie/engine'
import { parse } from 'csv-parse'

const [mode, file = '', contractFile = ''] = process.argv.slice(2)
const CHUNK = 1 << 20
/** Enough rounds that the compiler has settled, whatever the size. */
const WARM_EVENTS = 3_000_000

if (mode === 'rows') {
  say({ seconds: secondsOf(() => readRows()) })
} else if (mode === 'csv-parse') {
  const start = performance.now()
  await readByCsvParse()
  say({ seconds: (performance.now() - start) / 1000 })
} else if (mode === 'rates') {
  const contract = contractOf(contractFile)
  const start = performance.now()
  const record = readRecord()
  const read = performance.now()
  judge(contract, record)
  say({ seconds: (performance.now() - start) / 1000, reading: (read - start) / 1000, events: record.count })
} else if (mode === 'warm') {
  const contract = contractOf(contractFile)
  const record = readRecord()
  const length = Math.ceil(WARM_EVENTS / record.count)
  const rounds = Array.from({ length }, () => secondsOf(() => judge(contract, record)))
  say({ seconds: Math.min(...rounds), events: record.count })
} else {
  throw new RangeError(`no such measurement: ${mode}`)
}

function say(figures: Readonly<Record<string, number>>): void {
  console.log(JSON.stringify({ ...figures, megabytes: process.resourceUsage().maxRSS / 1000 }))
}

function secondsOf(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

function* chunks(): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r')
  for (;;) {
    const chunk = new Uint8Array(CHUNK)
    const size = readSync(descriptor, chunk, 0, CHUNK, null)
    if (size === 0) break
    yield chunk.subarray(0, size)
  }
  closeSync(descriptor)
}

function readRows(): void {
  const reader = createCsvReader(() => {})
  for (const chunk of chunks()) reader.write(chunk)
  const fault = reader.end()
  if (fault) throw new Error(fault.message.en)
}

function readByCsvParse(): Promise<void> {
  return new Promise((resolve, reject) => {
    const parser = parse({ columns: true })
    parser.on('data', () => {})
    parser.on('end', resolve)
    parser.on('error', reject)
    for (const chunk of chunks()) parser.write(chunk)
    parser.end()
  })
}

function readRecord(): EventRecord {
  // As the command does (`keepYoungHeapSmall`).
  setFlagsFromString('--semi-space-growth-factor=1')
  const reader = createEventReader()
  for (const chunk of chunks()) reader.write(chunk)
  const read = reader.end()
  if (!read.ok) throw new Error(read.fault.message.en)
  return read.record
}

function contractOf(path: string) {
  const reading = readContract(readFileSync(path, 'utf8'), { file: path })
  if (!reading.ok) throw new Error(reading.issues.map(({ message }) => message.en).join('\n'))
  return reading.history
}

function judge(contract: ReturnType<typeof contractOf>, record: EventRecord): void {
  const evaluation = evaluate({ contract, record })
  if (!evaluation.ok) throw new Error(evaluation.issues[0].message.en)
}
