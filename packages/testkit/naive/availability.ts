// Availability counted in a film of one cell per second: every row paints its seconds, every second is asked the state of
// the service in each way that its unknown parts may really be. Nothing of the engine's calendars or intervals is used.
import type { Outage } from '@vigie/engine'
import type { CalendarDefinition } from '@vigie/engine/calendar'
import { Temporal } from 'temporal-polyfill'
import { naiveCalendar } from './calendar.ts'

/** A rule over parts; `atLeast: k` of them. */
export type NaiveExpression =
  | string
  | { readonly any: readonly NaiveExpression[] }
  | { readonly all: readonly NaiveExpression[] }
  | { readonly atLeast: number; readonly of: readonly NaiveExpression[] }

export type NaiveAvailability = {
  readonly zone: string
  readonly expression: NaiveExpression
  readonly components: readonly string[]
  readonly convention: 'out-of-base' | 'as-up' | 'counted'
  readonly unknown: 'excluded' | 'up' | 'down'
  /** ISO 8601, civil in the zone. */
  readonly notice?: string
  /** Seconds of agreed time. */
  readonly cap?: number
  /** Seconds. */
  readonly minimumOutage?: number
  /** Quarters of degraded time that count as down. */
  readonly degradedQuarters: number
  readonly liveFrom?: number
}

/** Seconds by where they went; `lostQuarters` in quarters of a second. */
export type NaiveAccount = {
  agreed: number
  up: number
  down: number
  degraded: number
  unknown: number
  maintenance: number
  lostQuarters: number
}

/** The agreed seconds of `[from, to)`: 1 where the calendar is open; clocks change on a quarter of an hour at the finest. */
export function agreedFilm(definition: CalendarDefinition, from: number, to: number): Uint8Array {
  const calendar = naiveCalendar(definition)
  const film = new Uint8Array((to - from) / 1000)
  for (let second = 0; second < film.length; second += 900) {
    if (calendar.kindAt(from + second * 1000) === 'open') film.fill(1, second, second + 900)
  }
  return film
}

export function countAvailability(
  terms: NaiveAvailability,
  rows: readonly Outage[],
  agreed: Uint8Array,
  from: number,
): NaiveAccount {
  const account = { agreed: 0, up: 0, down: 0, degraded: 0, unknown: 0, maintenance: 0, lostQuarters: 0 }
  const films = terms.components.map((component) => filmOf(component, terms, rows, agreed.length, from))
  const windows = windowFilm(terms, rows, agreed.length, from)
  const answers = new Map<number, readonly number[]>()
  let spent = 0
  for (let second = 0; second < agreed.length; second++) {
    if (agreed[second] === 0 || (terms.liveFrom !== undefined && from + second * 1000 < terms.liveFrom)) continue
    account.agreed += 1
    if (windows[second] === 1 && spent < (terms.cap ?? Number.POSITIVE_INFINITY)) {
      spent += 1
      account.maintenance += 1
      continue
    }
    let key = 0
    for (const film of films) key = key * 4 + (film[second] ?? 0)
    const ways =
      answers.get(key) ??
      waysOf(
        terms,
        films.map((film) => film[second] ?? 0),
      )
    answers.set(key, ways)
    const low = Math.min(...ways)
    const high = Math.max(...ways)
    const settled = low === high || terms.unknown === 'down' ? low : terms.unknown === 'up' ? high : undefined
    account[settled === undefined ? 'unknown' : settled === 4 ? 'up' : settled === 0 ? 'down' : 'degraded'] += 1
    account.lostQuarters += settled === undefined ? 0 : 4 - settled
  }
  return account
}

const UP = 0
const UNKNOWN = 1
const DEGRADED = 2
const DOWN = 3

/** The strongest state of one component in each second: down over degraded over unknown over up. */
function filmOf(component: string, terms: NaiveAvailability, rows: readonly Outage[], length: number, from: number) {
  const film = new Uint8Array(length)
  for (const [strength, state] of [
    [UNKNOWN, 'unknown'],
    [DEGRADED, 'degraded'],
    [DOWN, 'down'],
  ] as const) {
    const own = rows.filter((row) => row.component === component && row.state === state)
    for (const row of own) {
      if (strength !== UNKNOWN && isShort(row, own, terms.minimumOutage)) continue
      paint(film, strength, row, from)
    }
  }
  return film
}

/** Whether the whole outage that a row is part of, touching rows joined, is under the minimum. */
function isShort(row: Outage, rows: readonly Outage[], minimum: number | undefined): boolean {
  if (minimum === undefined) return false
  let [first, last] = [row.from, endOf(row)]
  for (let grew = true; grew; ) {
    grew = false
    for (const other of rows) {
      if (other.from > last || endOf(other) < first || (other.from >= first && endOf(other) <= last)) continue
      first = Math.min(first, other.from)
      last = Math.max(last, endOf(other))
      grew = true
    }
  }
  return last - first < minimum * 1000
}

function windowFilm(
  { convention, notice, zone }: NaiveAvailability,
  rows: readonly Outage[],
  length: number,
  from: number,
) {
  const film = new Uint8Array(length)
  if (convention === 'counted') return film
  for (const row of rows) {
    if (row.state !== 'maintenance') continue
    if (notice !== undefined) {
      if (row.announcedAt === undefined) continue
      const announced = Temporal.Instant.fromEpochMilliseconds(row.announcedAt).toZonedDateTimeISO(zone)
      if (announced.add(notice).epochMilliseconds > row.from) continue
    }
    paint(film, 1, row, from)
  }
  return film
}

function paint(film: Uint8Array, value: number, row: Outage, from: number): void {
  const start = Math.max(0, (row.from - from) / 1000)
  const end = Math.min(film.length, (endOf(row) - from) / 1000)
  if (start < end) film.fill(value, start, end)
}

function endOf({ to }: Outage): number {
  return to ?? Number.POSITIVE_INFINITY
}

/** What the service is worth, in quarters, in each way its unknown components may really be. */
function waysOf({ expression, components, degradedQuarters }: NaiveAvailability, states: readonly number[]) {
  return components
    .reduce<Record<string, number>[]>(
      (ways, component, index) => {
        const state = states[index]
        const values =
          state === DOWN ? [0] : state === DEGRADED ? [4 - degradedQuarters] : state === UNKNOWN ? [0, 4] : [4 - UP]
        return ways.flatMap((way) => values.map((value) => ({ ...way, [component]: value })))
      },
      [{}],
    )
    .map((way) => worthOf(expression, way))
}

function worthOf(expression: NaiveExpression, works: Readonly<Record<string, number>>): number {
  if (typeof expression === 'string') return works[expression] ?? 0
  if ('any' in expression) return Math.max(...expression.any.map((part) => worthOf(part, works)))
  if ('all' in expression) return Math.min(...expression.all.map((part) => worthOf(part, works)))
  const worths = expression.of.map((part) => worthOf(part, works)).sort((a, b) => b - a)
  return worths[expression.atLeast - 1] ?? 0
}
