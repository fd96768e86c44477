import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { createEventReader, type EventRecord } from '@vigie/engine'
import { findZone, type Zone } from '@vigie/engine/calendar'
import { type Shape, shapeOf } from './shape-of.ts'

// The shape of event files side by side, as a table: `node bench/compare-shape.ts FILE[@ZONE] …` (zone: Europe/Paris).

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('node bench/compare-shape.ts FILE[@ZONE] …')
  process.exitCode = 2
} else {
  const shapes: Shape[] = []
  for (const file of files) {
    const [path = '', zone = 'Europe/Paris'] = file.split('@')
    shapes.push(shapeOf(await readRecord(path, zone), zoneOf(zone)))
  }
  console.log(tableOf(files, shapes))
}

async function readRecord(path: string, timeZone: string): Promise<EventRecord> {
  const reader = createEventReader({ timeZone })
  const file = createReadStream(path)
  for await (const chunk of path.endsWith('.gz') ? file.pipe(createGunzip()) : file) reader.write(chunk)
  const read = reader.end()
  if (!read.ok) throw new Error(`${path}: ${read.fault.message.en}`)
  return read.record
}

function zoneOf(name: string): Zone {
  const zone = findZone(name)
  if (zone === undefined) throw new Error(`no time zone ${name}`)
  return zone
}

function tableOf(names: readonly string[], shapes: readonly Shape[]): string {
  const labels = shapes[0]?.map(({ label }) => label) ?? []
  const rows = labels.map((label, index) => [label, ...shapes.map((shape) => shape[index]?.value ?? '')])
  const head = ['', ...names]
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
