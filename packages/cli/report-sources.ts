import { basename } from 'node:path'
import type { ReportInput } from '@vigie/documents'
import { type ContractHistory, contractFingerprint } from '@vigie/engine'
import type { LoadedRecord } from './load-record.ts'

/** The files that a report stands on, by name and fingerprint, never by their place on this machine. */
export function reportSources(
  [contractPath = '', eventsPath = '']: readonly string[],
  contract: ContractHistory,
  { record, counts }: LoadedRecord,
): ReportInput['sources'] {
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
  ]
}
