import type { Instant } from './base/instant.ts'
import type { TicketFamily } from './commitments/ticket-measures.ts'
import type { ControlFact } from './record/read-controls.ts'
import type { EventRecord } from './record/record.ts'
import { unmetPrerequisites } from './unmet-prerequisites.ts'

/**
 * Which child of a mass incident counts (`mass: parent-only`). The parent counts for all its children; where the record
 * holds no such ticket, the first child by ticket id stands for the family. Ask in the order of ticket ids. With the facts
 * of controls, which prerequisites of the client were unmet.
 */
export function ticketFamily(
  record: Pick<EventRecord, 'history'>,
  at: Instant,
  controls: readonly ControlFact[] = [],
): TicketFamily {
  const firstChild = new Map<string, string | undefined>()
  return {
    counts: (ticket, parent) => {
      if (!firstChild.has(parent)) {
        firstChild.set(parent, record.history(parent, at) === undefined ? ticket : undefined)
      }
      return firstChild.get(parent) === ticket
    },
    ...(controls.length === 0 ? {} : { unmet: unmetPrerequisites(controls, at) }),
  }
}
