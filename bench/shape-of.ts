import { type EventRecord, foldTicket, type Ticket } from '@vigie/engine'
import { weekdayOf, type Zone } from '@vigie/engine/calendar'

/** Figures of a log that say what kind of desk wrote it, each in words. */
export type Shape = readonly { readonly label: string; readonly value: string }[]

/** The shape of a record; hours and weekdays on the wall clock of `zone`. Times are elapsed, waits included. */
export function shapeOf(record: EventRecord, zone: Zone): Shape {
  const lives = [...record.histories()].map((history) => lifeOf(foldTicket(history), zone))
  const count = lives.length
  const share = (holds: (life: Life) => boolean) => percent(lives.filter(holds).length, count)
  const priorities = [...new Set(lives.map(({ priority }) => priority))].toSorted()
  return [
    { label: 'Tickets', value: String(count) },
    {
      label: 'Facts per ticket: P10 / P50 / P90',
      value: quantiles(
        lives.map(({ facts }) => facts),
        [10, 50, 90],
      ),
    },
    {
      label: 'Arrivals Mon / Tue / Wed / Thu / Fri / Sat / Sun',
      value: split(
        lives.map(({ weekday }) => weekday),
        7,
      ),
    },
    {
      label: 'Arrivals 0–6 h / 6–8 / 8–10 / 10–12 / 12–14 / 14–16 / 16–18 / 18–24',
      value: split(
        lives.map(({ hour }) => BANDS.findIndex((end) => hour < end)),
        BANDS.length,
      ),
    },
    {
      label: `Priorities ${priorities.map((priority) => priority || 'none').join(' / ')}`,
      value: split(
        lives.map(({ priority }) => priorities.indexOf(priority)),
        priorities.length,
      ),
    },
    { label: 'Waited at least once', value: share(({ waits }) => waits.length > 0) },
    { label: 'Length of a wait, h: P25 / P50 / P75 / P90', value: hours(lives.flatMap(({ waits }) => waits)) },
    { label: 'Reopened', value: share(({ reopened }) => reopened) },
    { label: 'Assigned twice or more', value: share(({ assignments }) => assignments > 1) },
    { label: 'Priority changed', value: share(({ reprioritised }) => reprioritised) },
    { label: 'Time to take up, h: P25 / P50 / P75 / P90', value: hours(lives.flatMap(({ takenUp }) => takenUp)) },
    { label: 'Time to resolve, h: P25 / P50 / P75 / P90', value: hours(lives.flatMap(({ resolved }) => resolved)) },
    { label: 'Resolved within an hour', value: share(({ resolved }) => (resolved[0] ?? HOUR + 1) <= HOUR) },
    { label: 'Not resolved at the end', value: share(({ resolved }) => resolved.length === 0) },
  ]
}

/** What one ticket adds to a shape; spans of time in ms. */
type Life = {
  readonly facts: number
  readonly weekday: number
  readonly hour: number
  readonly priority: string
  readonly waits: readonly number[]
  readonly reopened: boolean
  readonly assignments: number
  readonly reprioritised: boolean
  /** Empty where it never happened. */
  readonly takenUp: readonly number[]
  readonly resolved: readonly number[]
}

const HOUR = 3_600_000
const DAY = 86_400_000
const BANDS = [6, 8, 10, 12, 14, 16, 18, 24]

function lifeOf(ticket: Ticket, zone: Zone): Life {
  const { events, openedAt } = ticket
  const local = zone.toLocal(openedAt)
  const day = Math.floor(local / DAY)
  const priorities = ticket.attributes.map(({ attributes }) => attributes.priority ?? '')
  const since = (instant: number | undefined) => (instant === undefined ? [] : [Math.max(0, instant - openedAt)])
  return {
    facts: events.length,
    weekday: weekdayOf(day),
    hour: Math.floor((local - day * DAY) / HOUR),
    priority: priorities.at(-1) ?? '',
    waits: waitsOf(ticket),
    reopened: ticket.reopenings.length > 0,
    assignments: ticket.assignments.length,
    reprioritised: new Set(priorities.filter((priority) => priority !== '')).size > 1,
    takenUp: since(events.find(({ event, party }) => event === 'acknowledged' && party !== 'system')?.at),
    resolved: since(events.find(({ event }) => event === 'resolved')?.at),
  }
}

/** Each wait, from its first pause to what ends it; one that never ends is left out. */
function waitsOf({ events }: Ticket): readonly number[] {
  const waits: number[] = []
  let from: number | undefined
  for (const { event, at } of events) {
    if (event === 'paused') from ??= at
    if (from === undefined || !ENDS_A_WAIT.has(event)) continue
    waits.push(at - from)
    from = undefined
  }
  return waits
}

const ENDS_A_WAIT: ReadonlySet<string> = new Set(['resumed', 'restored', 'resolved', 'closed', 'reopened'])

function hours(spans: readonly number[]): string {
  return quantiles(
    spans.map((span) => span / HOUR),
    [25, 50, 75, 90],
  )
}

/** Nearest-rank. */
function quantiles(values: readonly number[], ranks: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other)
  return ranks
    .map((rank) => sorted[Math.max(0, Math.ceil((rank * sorted.length) / 100) - 1)])
    .map((value) => (value === undefined ? '–' : String(Math.round(value * 10) / 10)))
    .join(' / ')
}

/** Shares of the positions 0 … `count` − 1, in whole percent. */
function split(positions: readonly number[], count: number): string {
  const shares = Array.from({ length: count }, (_, position) => positions.filter((one) => one === position).length)
  return `${shares.map((share) => Math.round((100 * share) / Math.max(1, positions.length))).join(' / ')} %`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}
