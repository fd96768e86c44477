// `node record-memory.ts FILE`: prints, as JSON, the bytes that an event takes in a record, and the peak of the process.
import { closeSync, openSync, readSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createEventReader } from '@vigie/engine'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const before = usedBytes()
const reader = createEventReader()
feed(process.argv[2] ?? '', reader.write)
const read = reader.end()
const after = usedBytes()
if (!read.ok) throw new Error(read.fault.message.en)
const { count } = read.record
console.log(
  JSON.stringify({ count, eventBytes: (after - before) / count, peak: process.resourceUsage().maxRSS * 1024 }),
)

function feed(file: string, take: (piece: Uint8Array) => boolean): void {
  const descriptor = openSync(file, 'r')
  const piece = new Uint8Array(1 << 20)
  for (let length = readSync(descriptor, piece); length > 0; length = readSync(descriptor, piece)) {
    if (!take(piece.subarray(0, length))) break
  }
  closeSync(descriptor)
}

function usedBytes(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
