import { createEventReader, type EventsRead, type Language } from '@vigie/engine'
import { failureOf } from './failure.ts'
import { keepYoungHeapSmall } from './keep-young-heap-small.ts'
import { showProgress } from './progress.ts'
import { readSource } from './read-source.ts'
import { showNotes } from './show-notes.ts'
import { hashing, type SourceHash } from './source-hash.ts'

export type LoadedRecord = EventsRead & { readonly ok: true }

/** Streams an event file into a record; throws `CommandFailure` on a fault of the file; says what it left out. */
export async function loadRecord(
  path: string,
  timeZone: string | undefined,
  language: Language,
  hash?: SourceHash,
): Promise<LoadedRecord> {
  keepYoungHeapSmall()
  const reader = createEventReader(timeZone === undefined ? {} : { timeZone })
  await readSource(path, hashing(reader.write, hash), showProgress(path))
  const read = reader.end()
  if (!read.ok) throw failureOf([read.fault], path)
  showNotes(path, { counts: read.counts, rejected: read.rejected, warnings: read.warnings }, language)
  return read
}
