// Event files of a given size for the load tests: the simulated desk, and the public log repeated.
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import {
  type Contract,
  EVENT_FILE_COLUMNS,
  formatInstant,
  readContract,
  readMapping,
  translateLog,
} from '@vigie/engine'
import { simulate } from '@vigie/simulator'

const ROOT = join(import.meta.dirname, '..')
const DAY = 86_400_000
const PUBLIC_LOG = join(ROOT, '../shared/data/uci-servicenow-incidents/incident_event_log.csv.gz')

/** An event file with the contract that judges it. */
export type LoadFile = {
  readonly name: string
  readonly path: string
  readonly contract: string
  readonly events: number
}

/** A simulated year of the demonstration company, as many desks side by side as make `events`. */
export function simulatedFile(folder: string, events: number): LoadFile {
  const path = join(folder, `simulated-${events}.csv`)
  const contract = 'contracts/small-business/contract.yaml'
  const input = { contract: contractOf(contract), from: '2026-01-01', to: '2027-01-01', seed: 1, scale: 10_000 }
  const lines: string[] = []
  for (const text of simulate(input).events()) {
    lines.push(...text.trimEnd().split('\n'))
    if (lines.length > events) break
  }
  lines.length = Math.min(lines.length, events + 1)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return { name: 'simulated', path, contract, events: lines.length - 1 }
}

/** The public log again and again, each time a day later and with tickets of its own; undefined where it is not there. */
export async function publicLogFile(folder: string, events: number): Promise<LoadFile | undefined> {
  if (!existsSync(PUBLIC_LOG)) return undefined
  const mappingFile = 'contracts/servicenow-log/mapping.yaml'
  const reading = readMapping(readFileSync(join(ROOT, mappingFile), 'utf8'), mappingFile)
  if (!reading.ok) throw new Error(reading.issues.map(({ message }) => message.en).join('\n'))
  const translator = translateLog(reading.mapping)
  for await (const chunk of createReadStream(PUBLIC_LOG).pipe(createGunzip())) translator.write(chunk)
  const translated = translator.end()
  if (!translated.ok) throw new Error(translated.fault.message.en)
  const path = join(folder, `public-log-${events}.csv`)
  const lines = [EVENT_FILE_COLUMNS.join(',')]
  const at = EVENT_FILE_COLUMNS.indexOf('at')
  for (let copy = 0; lines.length <= events; copy++) {
    for (const fields of translated.events()) {
      if (lines.length > events) break
      lines.push(
        fields
          .map((field, column) => {
            if (column === at) return formatInstant(Date.parse(field) + copy * DAY)
            return column === 0 ? `${field}-${copy}` : quoted(field)
          })
          .join(','),
      )
    }
  }
  writeFileSync(path, `${lines.join('\n')}\n`)
  return {
    name: 'public log, repeated',
    path,
    contract: 'contracts/servicenow-log/contract.yaml',
    events: lines.length - 1,
  }
}

function contractOf(file: string): Contract {
  const reading = readContract(readFileSync(join(ROOT, file), 'utf8'), { file })
  if (!reading.ok) throw new Error(reading.issues.map(({ message }) => message.en).join('\n'))
  return reading.history.versions[0]
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
