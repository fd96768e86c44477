import {
  type FactsRead,
  type Language,
  readCalls,
  readControls,
  readFees,
  readNotices,
  readOutages,
} from '@vigie/engine'
import type { Arguments } from '../command.ts'
import { failureOf } from '../failure.ts'
import { loadRecord } from '../load-record.ts'
import { readSource } from '../read-source.ts'
import { showNotes } from '../show-notes.ts'
import type { FactSet } from './sealed-facts.ts'

/** The facts that a command line names, of every kind; rows that are no facts are told and left out. */
export async function loadFactsToSeal(
  events: string,
  given: Arguments,
  language: Language,
): Promise<{ readonly facts: FactSet; readonly rejected: number }> {
  const timeZone = given.text('time-zone')
  const options = timeZone === undefined ? {} : { timeZone }
  const { record, counts } = await loadRecord(events, timeZone, language)
  let { rejected } = counts
  const load = async <Fact>(path: string | undefined, read: (chunks: readonly Uint8Array[]) => FactsRead<Fact>) => {
    if (path === undefined) return []
    const chunks: Uint8Array[] = []
    await readSource(path, (chunk) => chunks.push(Uint8Array.from(chunk)) > 0)
    const result = read(chunks)
    if (!result.ok) throw failureOf([result.fault], path)
    showNotes(path, result, language)
    rejected += result.counts.rejected
    return result.facts
  }
  const facts = {
    record,
    outages: await load(given.text('outages'), (chunks) => readOutages(chunks, options)),
    controls: await load(given.text('controls'), (chunks) => readControls(chunks, options)),
    calls: await load(given.text('calls'), (chunks) => readCalls(chunks, options)),
    fees: await load(given.text('fees'), (chunks) => readFees(chunks, options)),
    notices: await load(given.text('notices'), (chunks) => readNotices(chunks, options)),
  }
  return { facts, rejected }
}
