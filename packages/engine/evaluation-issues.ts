import type { Issue } from './base/issue.ts'
import type { CalendarError } from './calendar/calendar-error.ts'
import { MEASURE_NAMES } from './commitments/because.ts'
import type { TargetTie } from './commitments/select-target.ts'

/** Two clauses hold one ticket and neither is more specific: the contract must say which, before any figure stands. */
export function tieIssue({ measure, rules }: TargetTie, ticket: string): Issue {
  const name = MEASURE_NAMES[measure]
  const list = rules.join(', ')
  return {
    code: 'target-tie',
    place: { path: `commitments/targets/${rules[0] ?? ''}` },
    message: {
      fr: `Les engagements ${list} portent tous sur le ticket ${ticket} (${name.fr}) et aucun n’est plus précis que les autres.`,
      en: `The commitments ${list} all hold ticket ${ticket} (${name.en}) and none is more specific than the others.`,
    },
    expected: {
      fr: 'des «\u00a0when\u00a0» disjoints, ou strictement contenus l’un dans l’autre',
      en: 'boxes in "when" that are disjoint, or strictly inside one another',
    },
  }
}

/** A calendar has no answer for a ticket. */
export function calendarIssue({ code, localised }: CalendarError, ticket: string): Issue {
  return {
    code,
    place: { path: `tickets/${ticket}` },
    message: { fr: `Ticket ${ticket}\u00a0: ${localised.fr}`, en: `Ticket ${ticket}: ${localised.en}` },
  }
}

/** The record holds no fact of the ticket, as known at the observation. */
export function unknownTicketIssue(ticket: string): Issue {
  return {
    code: 'unknown-ticket',
    place: { path: `tickets/${ticket}` },
    message: {
      fr: `Aucun fait connu à cet instant ne porte sur le ticket ${ticket}.`,
      en: `No fact known at that instant is about ticket ${ticket}.`,
    },
  }
}
