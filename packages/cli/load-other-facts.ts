import {
  createCallReader,
  createControlReader,
  createFeeReader,
  createNoticeReader,
  createOutageReader,
  type FactReader,
  type FactReadingOptions,
  type Language,
  type Outage,
  type PenaltyFacts,
} from '@vigie/engine'
import type { Arguments } from './command.ts'
import { failureOf } from './failure.ts'
import { showProgress } from './progress.ts'
import { readSource } from './read-source.ts'
import { showNotes } from './show-notes.ts'
import { hashing, type SourceHash } from './source-hash.ts'

/** The facts beside tickets. `rejected` counts their rejected rows, all files together. */
export type OtherFacts = {
  /** What penalties are judged on: `outages`, `controls`, `calls` and `notices` only where a file was given. */
  readonly penalties: PenaltyFacts
  readonly rejected: number
}

/**
 * Reads and checks the files of `--outages`, `--controls`, `--calls`, `--fees` and `--notices`; throws `CommandFailure` on a fault of
 * a file.
 */
export async function loadOtherFacts(
  given: Arguments,
  timeZone: string | undefined,
  language: Language,
  hashes?: ReadonlyMap<string, SourceHash>,
): Promise<OtherFacts> {
  const options: FactReadingOptions = timeZone === undefined ? {} : { timeZone }
  const outages = await load(given.text('outages'), createOutageReader(options), language, hashes?.get('outages'))
  const controls = await load(given.text('controls'), createControlReader(options), language, hashes?.get('controls'))
  const calls = await load(given.text('calls'), createCallReader(options), language, hashes?.get('calls'))
  const fees = await load(given.text('fees'), createFeeReader(options), language, hashes?.get('fees'))
  const notices = await load(given.text('notices'), createNoticeReader(options), language, hashes?.get('notices'))
  return {
    penalties: {
      fees: fees.facts,
      ...(given.text('outages') === undefined ? {} : { outages: outages.facts }),
      ...(given.text('controls') === undefined ? {} : { controls: controls.facts }),
      ...(given.text('calls') === undefined ? {} : { calls: calls.facts }),
      ...(given.text('notices') === undefined ? {} : { notices: notices.facts }),
    },
    rejected: [outages, controls, calls, fees, notices].reduce((sum, { rejected }) => sum + rejected, 0),
  }
}

/** The outages of one file, as `--outages` reads them. */
export function loadOutages(path: string, timeZone: string | undefined, language: Language): Promise<Loaded<Outage>> {
  return load(path, createOutageReader(timeZone === undefined ? {} : { timeZone }), language)
}

type Loaded<Fact> = { readonly facts: readonly Fact[]; readonly rejected: number }

async function load<Fact>(
  path: string | undefined,
  reader: FactReader<Fact>,
  language: Language,
  hash?: SourceHash,
): Promise<Loaded<Fact>> {
  if (path === undefined) return { facts: [], rejected: 0 }
  await readSource(path, hashing(reader.write, hash), showProgress(path))
  const read = reader.end()
  if (!read.ok) throw failureOf([read.fault], path)
  showNotes(path, read, language)
  return { facts: read.facts, rejected: read.counts.rejected }
}
