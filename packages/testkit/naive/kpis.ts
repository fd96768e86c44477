import type { Explanation, Instant, Period, TicketEvent, TicketHistory } from '@vigie/engine'

export type NaiveKpis = Readonly<Record<string, { readonly value: string | null; readonly count: number }>>

const DAY = 86_400_000

/** The usual KPIs by their definitions, each from the whole log again. Paris time; no opening is detected. */
export function naiveKpis(
  histories: readonly TicketHistory[],
  tickets: readonly Explanation[],
  { from, to }: Period,
  at: Instant,
): NaiveKpis {
  const known = histories.map(({ events }) => events.filter((event) => event.at <= at))
  const within = (instant: Instant) => from <= instant && instant < to && instant <= at
  const reported = known.filter((events) => events.some((event) => event.event === 'reported' && within(event.at)))
  const kinds = known.map(kindOf)
  const incidents = kinds.some((kind) => kind !== undefined)
    ? reported.filter((events) => kindOf(events) === 'incident')
    : reported
  const resolved = known.filter((events) => resolutions(events).some(within))
  const reopened = resolved.filter((events) =>
    resolutions(events)
      .filter(within)
      .some((resolution) => events.some((event) => event.event === 'reopened' && isSoon(resolution, event.at))),
  )
  const atOnce = resolved.filter(
    (events) =>
      !events.some((event) => event.event === 'reopened' || event.event === 'paused') &&
      events.filter((event) => event.event === 'assigned').length < 2,
  )
  const scores = resolved.flatMap((events) => {
    const last = events.filter((event) => event.event === 'rated').at(-1)
    return last?.score === undefined ? [] : [Number(last.score)]
  })
  const end = Math.min(to, at)
  const ages = known
    .filter((events) => isOpen(events.filter((event) => event.at < to)))
    .map((events) => end - (events.find((event) => event.event === 'reported')?.at ?? 0))
  const handled = (measure: string) =>
    tickets.flatMap((ticket) =>
      ticket.measures
        .filter((one) => one.measure === measure && (one.state === 'met' || one.state === 'missed'))
        .filter((one) => one.stoppedAt !== undefined && within(one.stoppedAt)),
    )
  return {
    'ticket-count': { value: String(incidents.length), count: incidents.length },
    'mean-time-to-respond': timeOf(handled('response'), mean),
    'mean-time-to-resolve': timeOf(handled('resolution'), mean),
    'p90-time-to-resolve': timeOf(handled('resolution'), p90),
    'backlog-age': { value: ages.length === 0 ? null : String(p90(ages) / 1000), count: ages.length },
    'reopen-rate': share(reopened.length, resolved.length),
    'first-contact-resolution': share(atOnce.length, resolved.length),
    satisfaction: {
      value: scores.length === 0 ? null : (Math.round((scores.reduce(sum, 0) * 100) / scores.length) / 100).toFixed(2),
      count: scores.length,
    },
  }
}

function timeOf(measures: readonly Explanation['measures'][number][], figure: (values: readonly number[]) => number) {
  const calendars = new Set(measures.map((one) => one.calendar))
  const value = calendars.size === 1 ? String(figure(measures.map((one) => one.counted)) / 1000) : null
  return { value, count: measures.length }
}

function share(part: number, whole: number) {
  if (whole === 0) return { value: null, count: 0 }
  return { value: (Math.round((part * 10_000) / whole) / 100).toFixed(2), count: whole }
}

/** Instants at which a ticket goes from open to resolved or closed. */
function resolutions(events: readonly TicketEvent[]): readonly Instant[] {
  return events
    .filter(({ event }, index) => (event === 'resolved' || event === 'closed') && isOpen(events.slice(0, index)))
    .map((event) => event.at)
}

function isOpen(events: readonly TicketEvent[]): boolean {
  const last = events.findLast((event) => ['resolved', 'closed', 'cancelled', 'reopened'].includes(event.event))
  return events.length > 0 && (last === undefined || last.event === 'reopened')
}

function kindOf(events: readonly TicketEvent[]): string | undefined {
  return events.find((event) => event.event === 'reported')?.kind
}

/** Within 30 civil days: the same hour of the wall, where the zone may have changed by an hour in between. */
function isSoon(resolution: Instant, reopening: Instant): boolean {
  return reopening >= resolution && wall(reopening) <= wall(resolution) + 30 * DAY
}

function wall(instant: Instant): number {
  const summer = instant >= Date.UTC(2026, 2, 29, 1) && instant < Date.UTC(2026, 9, 25, 1)
  return instant + (summer ? 2 : 1) * 3_600_000
}

function mean(values: readonly number[]): number {
  return Math.round(values.reduce(sum, 0) / values.length)
}

function p90(values: readonly number[]): number {
  const ranked = values.toSorted((a, b) => a - b)
  return ranked.find((_, index) => (index + 1) * 10 >= values.length * 9) ?? 0
}

function sum(a: number, b: number): number {
  return a + b
}
