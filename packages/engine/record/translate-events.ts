import type { Instant } from '../base/instant.ts'
import type { EventType } from './event.ts'
import type { TranslatedEvent } from './translated-event.ts'

/** A row of a log of events: the event, and the instants that it gives of events that happen once. */
export type LoggedEvent = { readonly event: TranslatedEvent; readonly once: { readonly [T in EventType]?: Instant } }

/**
 * The events of one ticket's rows, in order. An event that happens once comes at the earliest instant that any row
 * gives, in place of rows of its own. `ranked`: the log orders its rows, and each event bears its rank as `seq`.
 */
export function translateEvents(rows: readonly LoggedEvent[], ranked: boolean): readonly TranslatedEvent[] {
  const given = new Map<EventType, Instant>()
  for (const { once } of rows) {
    for (const [event, at] of Object.entries(once) as [EventType, Instant][]) {
      given.set(event, Math.min(at, given.get(event) ?? at))
    }
  }
  const [first] = rows
  const single = [...given].map(([event, at]): TranslatedEvent => ({ at, event, columns: first?.event.columns ?? {} }))
  const others = rows.filter(({ event }) => event.event === undefined || !given.has(event.event))
  return [
    ...single,
    ...others.map(({ event }, i) =>
      ranked && i > 0 && event.seq === undefined ? { ...event, seq: String(i) } : event,
    ),
  ]
}
