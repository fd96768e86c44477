import type { Instant } from './base/instant.ts'
import { incidentOutages } from './commitments/availability/incident-outages.ts'
import type { AvailabilityCommitment } from './commitments/clause-types.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import type { Outage } from './record/outage.ts'
import type { EventRecord } from './record/record.ts'
import { contractSpans, termsOfContract } from './terms-of-contract.ts'
import { ticketFamily } from './ticket-family.ts'

/**
 * The outages that incidents tell under every availability clause that says so, of every version, as known at `at`:
 * rows beside those of an outage file. Empty where no clause says so. One pass over the tickets.
 */
export function outagesFromIncidents(contract: ContractHistory, record: EventRecord, at: Instant): readonly Outage[] {
  const inForce = termsOfContract(contract)
  const clauses = contractSpans(contract).flatMap(({ contract: version, from }) =>
    version.commitments.targets.flatMap((clause) =>
      clause.type === 'availability' && clause.fromIncidents !== undefined
        ? [
            {
              clause,
              rules: clause.fromIncidents,
              terms: inForce.nearest(from),
              component: incidentsOf(clause, version),
            },
          ]
        : [],
    ),
  )
  if (clauses.length === 0) return []
  const family = ticketFamily(record, at)
  const outages: Outage[] = []
  record.visit(at, (history) => {
    for (const { clause, rules, terms, component } of clauses) {
      for (const told of incidentOutages(history, clause, rules, terms, at, family)) {
        outages.push({ component, ...told, state: 'down', recordedAt: told.from })
      }
    }
    return true
  })
  return outages
}

/** The component that stands for the incidents of one clause in one version; no outage file names it. */
export function incidentsOf({ id }: AvailabilityCommitment, { version }: Contract): string {
  return `\u0000incidents ${version} ${id}`
}
