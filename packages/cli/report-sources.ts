import { basename } from 'node:path'
import type { ReportInput } from '@vigie/documents'
import { type ContractHistory, contractFingerprint } from '@vigie/engine'
import type { Arguments } from './command.ts'
import type { LoadedRecord } from './load-record.ts'

/** The files that a report stands on, by name and fingerprint, never by their place on this machine. */
export function reportSources(
  given: Arguments,
  contract: ContractHistory,
  { record, counts }: LoadedRecord,
): ReportInput['sources'] {
  const [contractPath = '', eventsPath = ''] = given.positionals
  return [
    { role: 'contract', name: basename(contractPath), fingerprint: contractFingerprint(contract) },
    {
      role: 'facts',
      name: eventsPath === '-' ? '-' : basename(eventsPath),
      fingerprint: record.fingerprint,
      rows: counts.accepted,
      rejected: counts.rejected,
      duplicates: counts.duplicates,
    },
    ...(['outages', 'controls'] as const).flatMap((role) => {
      const path = given.text(role)
      return path === undefined ? [] : [{ role, name: path === '-' ? '-' : basename(path) }]
    }),
  ]
}
