import type { Issue } from '../base/issue.ts'
import type { PenaltyFacts } from '../penalty-facts.ts'
import type { FactReadingOptions, FactsRead } from '../record/fact-table.ts'
import { readCalls } from '../record/read-calls.ts'
import { readControls } from '../record/read-controls.ts'
import { readFees } from '../record/read-fees.ts'
import { readOutages } from '../record/read-outages.ts'
import type { Example } from './example-schema.ts'

/** The facts of an example beside its tickets; what it does not give is absent. Faults have the place of their row. */
export function readOtherFacts(
  { outages, controls, calls, fees }: Example,
  timeZone: string,
): { readonly ok: true; readonly facts: PenaltyFacts } | { readonly ok: false; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const facts: PenaltyFacts = {
    ...taken('outages', outages, readOutages),
    ...taken('controls', controls, readControls),
    ...taken('calls', calls, readCalls),
    ...taken('fees', fees, readFees),
  }
  return issues.length === 0 ? { ok: true, facts } : { ok: false, issues }

  function taken<Name extends string, Fact>(
    name: Name,
    rows: readonly Readonly<Record<string, string>>[] | undefined,
    read: (source: string, options: FactReadingOptions) => FactsRead<Fact>,
  ): { readonly [K in Name]?: readonly Fact[] } {
    if (rows === undefined) return {}
    const reading = read(jsonLines(rows), { timeZone, format: 'json-lines' })
    if (!reading.ok) {
      issues.push(reading.fault)
      return {}
    }
    for (const { line, code, message } of reading.rejected) {
      issues.push({ code, place: { path: `${name}/${line - 1}` }, message })
    }
    return { [name]: reading.facts } as { readonly [K in Name]: readonly Fact[] }
  }
}

/** The rows of an example as the file that a reader takes. */
export function jsonLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}
