import type { Neutralised, Warning } from './assessment.ts'
import type { Localised } from './base/message.ts'

/** Occurrences by code and sentence, with the first tickets of each. */
export type FindingCounter = {
  readonly add: (code: string, message: Localised, ticket?: string) => void
  /** By code, then by sentence. */
  readonly findings: () => readonly (Neutralised & Warning)[]
}

/** Tickets named for each finding; the rest are only counted. */
const NAMED_TICKETS = 20

/**
 * Counts findings without keeping them: a million of one kind is one line. Each occurrence counts, or each ticket once.
 * Tickets come in the order of their ids.
 */
export function countFindings(unit: 'occurrence' | 'ticket'): FindingCounter {
  const byKey = new Map<string, Finding>()
  return {
    add: (code, message, ticket) => {
      const key = `${code}\n${message.en}`
      let finding = byKey.get(key)
      if (finding === undefined) {
        finding = { code, message, count: 0, tickets: [], last: undefined }
        byKey.set(key, finding)
      }
      const again = ticket !== undefined && finding.last === ticket
      if (again && unit === 'ticket') return
      finding.count += 1
      finding.last = ticket
      if (ticket !== undefined && !again && finding.tickets.length < NAMED_TICKETS) finding.tickets.push(ticket)
    },
    findings: () => [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { last: _, ...finding }]) => finding),
  }
}

type Finding = {
  readonly code: string
  readonly message: Localised
  count: number
  readonly tickets: string[]
  last: string | undefined
}
