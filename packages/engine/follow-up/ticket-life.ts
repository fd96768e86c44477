import type { Instant } from '../base/instant.ts'
import { phaseAt, type Ticket } from '../record/ticket.ts'
import type { KpiSpan } from './kpi.ts'

/** Whether an instant lies in a half-open span and was known at the observation. */
export function falls(instant: Instant, { from, to, at }: KpiSpan): boolean {
  return from <= instant && instant < to && instant <= at
}

/** The last instant of the span whose facts are known: the state "at the end" is the one just after it. */
export function lastKnown({ to, at }: KpiSpan): Instant {
  return Math.min(to - 1, at)
}

/** Every passage from open to resolved (a closure without a resolution counts as one), in order. */
export function resolutionsOf(ticket: Ticket): readonly Instant[] {
  const resolutions: Instant[] = []
  let resolved = false
  for (const { from, phase } of ticket.phases) {
    const now = phase === 'resolved' || phase === 'closed'
    if (now && !resolved) resolutions.push(from)
    resolved = now
  }
  return resolutions
}

/** The last resolution that falls in the span; undefined where the ticket was not resolved in it. */
export function resolvedIn(ticket: Ticket, span: KpiSpan): Instant | undefined {
  return resolutionsOf(ticket).findLast((instant) => falls(instant, span))
}

/** Reported, and neither resolved, closed, cancelled nor merged at the end of the span. */
export function isOpenAtEnd(ticket: Ticket, span: KpiSpan): boolean {
  const end = lastKnown(span)
  return ticket.openedAt <= end && phaseAt(ticket, end) === 'open'
}
