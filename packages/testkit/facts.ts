import type { Column, EventType, TicketEvent, TicketHistory } from '@vigie/engine'

/** One fact: instant (ISO 8601 with offset), event, columns; `seq`, `id` and `recordedAt` where they matter. */
export type Fact = readonly [
  at: string,
  event: EventType,
  columns?: { readonly [C in Column]?: string } & {
    readonly id?: string
    readonly seq?: number
    readonly recordedAt?: string
  },
]

/**
 * A ticket's facts in canonical order of `at`, `seq` and event (the given order breaks what ties are left). Ids are
 * `ticket/event`, with a number from the second of a kind on.
 */
export function history(ticket: string, facts: readonly Fact[]): TicketHistory {
  const seen = new Map<EventType, number>()
  const events = facts.map(([at, event, { recordedAt, ...columns } = {}]): TicketEvent => {
    const count = (seen.get(event) ?? 0) + 1
    seen.set(event, count)
    const instant = instantOf(at)
    return {
      ticket,
      at: instant,
      event,
      id: `${ticket}/${event}${count === 1 ? '' : count}`,
      recordedAt: recordedAt === undefined ? instant : instantOf(recordedAt),
      seq: 0,
      ...columns,
    }
  })
  return { ticket, events: inCanonicalOrder(events) }
}

/** Facts in canonical order; stable for facts that differ in none of instant, `seq` and event. */
export function inCanonicalOrder(events: readonly TicketEvent[]): readonly TicketEvent[] {
  return events.toSorted((a, b) => a.at - b.at || a.seq - b.seq || RANK.indexOf(a.event) - RANK.indexOf(b.event))
}

/** Epoch ms of an ISO 8601 text with offset; throws on anything else. */
export function instantOf(text: string): number {
  const instant = Date.parse(text)
  if (Number.isNaN(instant) || !/(Z|[+-]\d\d:\d\d)$/.test(text)) throw new RangeError(`not an instant: ${text}`)
  return instant
}

const RANK: readonly EventType[] = [
  'detected',
  'reported',
  'acknowledged',
  'started',
  'workaround',
  'restored',
  'resolved',
  'reopened',
  'closed',
  'cancelled',
  'paused',
  'resumed',
  'prioritised',
  'reclassified',
  'assigned',
  'updated',
  'commented',
  'worked',
  'merged',
  'linked',
  'rated',
  'contested',
  'answered',
  'excluded',
]
