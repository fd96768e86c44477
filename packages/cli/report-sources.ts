import { basename } from 'node:path'
import type { ReportInput } from '@vigie/documents'
import { type ContractHistory, contractFingerprint, type PenaltyFacts } from '@vigie/engine'
import { sha256 } from './bundle/compose-bundle.ts'
import { otherLinesKnownAt } from './bundle/sealed-facts.ts'
import type { Arguments } from './command.ts'
import type { LoadedRecord } from './load-record.ts'

/** Files of facts beside the tickets, by the option that names them. */
const otherFiles = ['outages', 'controls', 'calls', 'fees', 'notices'] as const

/**
 * The files that a report stands on, by name and fingerprint, never by their place on this machine. The fingerprint of a
 * file of facts beside tickets is that of its facts known at `at`, as a seal writes them.
 */
export function reportSources(
  given: Arguments,
  contract: ContractHistory,
  { record, counts }: LoadedRecord,
  others: PenaltyFacts,
  at: number,
): ReportInput['sources'] {
  const [contractPath = '', eventsPath = ''] = given.positionals
  const { outages = [], controls = [], calls = [], fees = [], notices = [] } = others
  const [{ timeZone }] = contract.versions
  const lines = otherLinesKnownAt({ outages, controls, calls, fees, notices }, at, timeZone)
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
    ...otherFiles.flatMap((role) => {
      const path = given.text(role)
      if (path === undefined) return []
      const bytes = new TextEncoder().encode(lines[role].map((line) => `${line}\n`).join(''))
      return [{ role, name: path === '-' ? '-' : basename(path), fingerprint: sha256(bytes), rows: lines[role].length }]
    }),
  ]
}
