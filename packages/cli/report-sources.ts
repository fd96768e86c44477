import { basename } from 'node:path'
import type { ReportInput } from '@vigie/documents'
import { type ContractHistory, contractFingerprint } from '@vigie/engine'
import type { Arguments } from './command.ts'
import type { LoadedRecord } from './load-record.ts'
import { type SourceHash, sourceHash } from './source-hash.ts'

/** Files of facts beside the tickets, by the option that names them. */
const otherFiles = ['outages', 'controls', 'calls', 'fees', 'notices'] as const

/** A hash for each file of facts that a report may read, to be given to `loadJudgedFacts`. */
export function reportHashes(): ReadonlyMap<string, SourceHash> {
  return new Map(['events', ...otherFiles].map((name) => [name, sourceHash()]))
}

/** The files that a report stands on, by name and SHA-256, never by their place on this machine. */
export function reportSources(
  given: Arguments,
  contract: ContractHistory,
  { counts }: LoadedRecord,
  hashes: ReadonlyMap<string, SourceHash>,
): ReportInput['sources'] {
  const [contractPath = '', eventsPath = ''] = given.positionals
  const named = (path: string, option: string) => {
    const fingerprint = hashes.get(option)?.hex()
    return { name: path === '-' ? '-' : basename(path), ...(fingerprint === undefined ? {} : { fingerprint }) }
  }
  return [
    { role: 'contract', name: basename(contractPath), fingerprint: contractFingerprint(contract) },
    {
      role: 'facts',
      ...named(eventsPath, 'events'),
      rows: counts.accepted,
      rejected: counts.rejected,
      duplicates: counts.duplicates,
    },
    ...otherFiles.flatMap((role) => {
      const path = given.text(role)
      return path === undefined ? [] : [{ role, ...named(path, role) }]
    }),
  ]
}

/** The options that changed how these files were read, as they are typed. */
export function readingOf(given: Arguments): readonly string[] {
  const zone = given.text('time-zone')
  return [
    ...(zone === undefined ? [] : [`--time-zone ${zone}`]),
    ...(given.has('no-amendments') ? ['--no-amendments'] : []),
  ]
}
