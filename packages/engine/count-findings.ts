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
  const byCode = new Map<string, Map<string, Finding>>()
  return {
    add: (code, message, ticket) => {
      const finding = findingOf(byCode, code, message)
      const again = ticket !== undefined && finding.last === ticket
      if (again && unit === 'ticket') return
      finding.count += 1
      finding.last = ticket
      if (ticket !== undefined && !again && finding.tickets.length < NAMED_TICKETS) finding.tickets.push(ticket)
    },
    findings: () =>
      inOrder(byCode).flatMap((bySentence) => inOrder(bySentence).map(({ last: _, ...finding }) => finding)),
  }
}

function findingOf(byCode: Map<string, Map<string, Finding>>, code: string, message: Localised): Finding {
  let bySentence = byCode.get(code)
  if (bySentence === undefined) {
    bySentence = new Map()
    byCode.set(code, bySentence)
  }
  let finding = bySentence.get(message.en)
  if (finding === undefined) {
    finding = { code, message, count: 0, tickets: [], last: undefined }
    bySentence.set(message.en, finding)
  }
  return finding
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): readonly Value[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value)
}

type Finding = {
  readonly code: string
  readonly message: Localised
  count: number
  readonly tickets: string[]
  last: string | undefined
}
