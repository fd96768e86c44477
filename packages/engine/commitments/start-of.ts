import type { Instant } from '../base/instant.ts'
import type { ServiceCalendar } from '../calendar/service-calendar.ts'
import type { TicketEvent } from '../record/event.ts'
import { because } from './because.ts'
import type { ClockCase } from './clock-case.ts'
import { ifAny } from './due-at.ts'
import type { Because } from './measure.ts'

/** Where a clock starts, the fact that starts it, and what is notable about it. */
export type ClockStart = {
  readonly at: Instant
  readonly event: TicketEvent
  readonly because: readonly Because[]
}

/**
 * The start of a clock (clause kind: opening of the clock): the reopening that opens or restarts it; else the report, or
 * the earlier detection where the contract starts there. A channel that waits outside hours starts it at the next
 * opening of the target's calendar.
 */
export function startOf(clock: ClockCase, calendar: ServiceCalendar | undefined): ClockStart {
  const { timeline, terms, run, opening } = clock
  const again = run.restart ?? opening
  if (again !== undefined) return { at: again.at, event: again.event, because: NONE }

  const { report, detection } = timeline
  const { startsAt, channels } = terms.commitments.clock
  const detected = startsAt === 'detected' && detection !== undefined && detection.at <= report.at
  const event = detected ? detection : report
  const plain = {
    at: event.at,
    event,
    because: startsAt === 'reported' || detected ? NONE : [because('start-at-report', event.id)],
  }
  const channel = event.channel ?? report.channel
  const waits =
    channels?.outsideHours !== undefined && channel !== undefined && !channels.outsideHours.includes(channel)
  if (!waits || calendar === undefined || calendar.isOpen(event.at)) return plain
  const opens = ifAny(() => calendar.nextOpening(event.at))
  if (opens === undefined) return plain
  return { ...plain, at: opens, because: [...plain.because, because('opened-at-next-opening', event.id)] }
}

const NONE: readonly Because[] = []
