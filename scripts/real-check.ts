import { createReadStream, readFileSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { parse as parseWhole } from 'csv-parse/sync'
import { Temporal } from 'temporal-polyfill'

// Replays the public ServiceNow log minute by minute and compares every measure of `vigie measure --tickets` with it:
//   node scripts/real-check.ts LOG.csv[.gz] [EVENTS.csv] MEASURES.csv
// It shares no code with Vigie: it reads the raw rows itself, with its own calendar, and repeats the terms of
// contracts/servicenow-log/contract.yaml in its own words. Whoever changes that contract changes them here.
const ZONE = 'America/Sao_Paulo'
const HOLIDAYS = new Set([
  ...['2016-03-25', '2016-04-21', '2016-05-26', '2016-09-07', '2016-10-12', '2016-11-02', '2016-11-15'],
  ...['2017-04-14', '2017-04-21', '2017-05-01', '2017-09-07', '2017-10-12', '2017-11-02', '2017-11-15', '2017-12-25'],
])
const RESPONSE: Terms = { P1: hours(0.5, 'always'), P2: hours(1, 'desk'), P3: hours(4, 'desk'), P4: hours(8, 'desk') }
const RESOLUTION: Terms = { P1: hours(8, 'always'), P2: hours(16, 'desk'), P3: days(3), P4: days(5) }
const PRIORITIES: Readonly<Record<string, string>> = {
  '1 - Critical': 'P1',
  '2 - High': 'P2',
  '3 - Moderate': 'P3',
  '4 - Low': 'P4',
}
/** Reasons that stop the clock, and after how many working days they no longer do. */
const PAUSES: Readonly<Record<string, number>> = { 'Awaiting User Info': 10, 'Awaiting Vendor': 20 }
const CUTOFF = 16 * 60
const WINDOW = Temporal.Duration.from('P5D')
const MINUTE = 60_000

type Calendar = 'desk' | 'always'
type Target =
  | { readonly minutes: number; readonly calendar: Calendar }
  | { readonly days: number; readonly calendar: 'desk' }
type Terms = Readonly<Record<string, Target>>
/** One row of the log; instants are minutes since the start of the film. */
type Row = {
  readonly at: number
  readonly count: number
  readonly opened: number
  readonly state: string
  readonly assigned: boolean
  readonly priority: string
}
type Found = { readonly key: string; readonly fields: Readonly<Record<string, string>> }

const [log, measuresFile] = [process.argv[2], process.argv.at(-1)]
if (log === undefined || measuresFile === undefined || process.argv.length < 4) {
  console.error('node scripts/real-check.ts LOG.csv[.gz] [EVENTS.csv] MEASURES.csv')
  process.exit(2)
}

// The film: from before the first row to long after the last one, for due dates.
const FROM = Temporal.Instant.from('2016-01-04T03:00Z').epochMilliseconds
const LENGTH = 780 * 1440
const open = { desk: new Uint8Array(LENGTH), always: new Uint8Array(LENGTH).fill(1) }
const civilDay = new Int32Array(LENGTH)
const wall = new Int16Array(LENGTH)
paintDesk()
const deskDays = listDeskDays()
const instants = new Map<string, number>()

const tickets = await readLog(log)
const last = Math.max(...[...tickets.values()].map((rows) => Math.max(...rows.map(({ at }) => at))))
const expected = new Map(
  [...tickets].flatMap(([ticket, rows]) => replay(ticket, rows)).map(({ key, fields }) => [key, fields]),
)
const measures = parseWhole(readFileSync(measuresFile), { columns: true }) as Readonly<Record<string, string>>[]
process.exit(compare())

function hours(count: number, calendar: Calendar): Target {
  return { minutes: count * 60, calendar }
}

function days(count: number): Target {
  return { days: count, calendar: 'desk' }
}

/** Opening minutes of the desk: Monday to Friday 08:00–18:00 on the wall in São Paulo, but for holidays. */
function paintDesk(): void {
  for (let hour = 0; hour < LENGTH / 60; hour++) {
    const zoned = Temporal.Instant.fromEpochMilliseconds(FROM + hour * 60 * MINUTE).toZonedDateTimeISO(ZONE)
    const works = zoned.dayOfWeek <= 5 && !HOLIDAYS.has(zoned.toPlainDate().toString())
    for (let minute = 0; minute < 60; minute++) {
      const frame = hour * 60 + minute
      civilDay[frame] = zoned.year * 10_000 + zoned.month * 100 + zoned.day
      wall[frame] = zoned.hour * 60 + minute
      open.desk[frame] = works && zoned.hour >= 8 && zoned.hour < 18 ? 1 : 0
    }
  }
}

/** Every civil day on which the desk opens, with the minute after its last open one. */
function listDeskDays(): readonly { readonly day: number; readonly end: number }[] {
  const ends = new Map<number, number>()
  for (let frame = 0; frame < LENGTH; frame++)
    if (open.desk[frame] === 1) ends.set(civilDay[frame] as number, frame + 1)
  return [...ends].map(([day, end]) => ({ day, end }))
}

async function readLog(path: string): Promise<Map<string, Row[]>> {
  const bytes = createReadStream(path)
  const text = path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  const byTicket = new Map<string, Row[]>()
  let column = new Map<string, number>()
  for await (const cells of text.pipe(parse()) as AsyncIterable<readonly string[]>) {
    if (column.size === 0) {
      column = new Map(cells.map((name, index) => [name, index]))
      continue
    }
    const cell = (name: string) => cells[column.get(name) ?? -1] ?? ''
    const state = cell('incident_state')
    // An unknown state: the row is rejected, and nothing that it says counts.
    if (state === '-100') continue
    const row: Row = {
      at: instantOf(cell('sys_updated_at')),
      count: Number(cell('sys_mod_count')),
      opened: instantOf(cell('opened_at')),
      state,
      assigned: cell('assigned_to') !== '?',
      priority: PRIORITIES[cell('priority')] ?? '',
    }
    byTicket.set(cell('number'), [...(byTicket.get(cell('number')) ?? []), row])
  }
  for (const rows of byTicket.values()) rows.sort((a, b) => a.at - b.at || a.count - b.count)
  return byTicket
}

/** `D/M/YYYY HH:MM` on the wall in São Paulo, as a minute of the film. */
function instantOf(text: string): number {
  const known = instants.get(text)
  if (known !== undefined) return known
  const [, day = '', month = '', year = '', time = ''] = /^(\d+)\/(\d+)\/(\d+) (\d\d:\d\d)$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const minute =
    (Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE).epochMilliseconds - FROM) / MINUTE
  instants.set(text, minute)
  return minute
}

function replay(ticket: string, rows: readonly Row[]): readonly Found[] {
  return [replayResponse(ticket, rows), ...replayResolution(ticket, rows)]
}

/** The response stops at the first row in Active or with an assignee; a resolution or closure before implies it. */
function replayResponse(ticket: string, rows: readonly Row[]): Found {
  const reported = reportOf(rows)
  const taken = rows.find(({ state, assigned }) => assigned || state === 'Active' || isEnd(state))
  const implied = taken !== undefined && !taken.assigned && taken.state !== 'Active'
  const priority = (taken ?? rows.at(-1))?.priority ?? ''
  const idle = new Uint8Array(0)
  return found(ticket, 'response', 1, reported, taken?.at, priority, RESPONSE, implied, idle, 0)
}

function replayResolution(ticket: string, rows: readonly Row[]): readonly Found[] {
  const results: Found[] = []
  const first = reportOf(rows)
  // 1 = paused or closed, by minute since the report.
  const ends = isEnd(rows.at(-1)?.state ?? '') ? rows.at(-1)?.at : undefined
  const film = new Uint8Array((ends ?? last) - first + 1)
  let from = first
  let cycle = 1
  let state = 'New'
  let stop: { at: number; priority: string; implied: boolean } | undefined
  let undone: number | undefined
  let pause: { since: number; until: number } | undefined
  const endPause = (at: number) => {
    if (pause !== undefined) film.fill(1, pause.since - first, Math.min(at, pause.until) - first)
    pause = undefined
  }
  for (const { at, state: next, priority } of rows) {
    if (next === state) continue
    if (isEnd(state) && (!isEnd(next) || next === 'Resolved')) {
      const within = undone !== undefined && at <= windowEnd(undone)
      if (stop !== undefined && within) film.fill(1, stop.at - first, at - first)
      if (stop !== undefined && !within) {
        results.push(
          found(ticket, 'resolution', cycle, from, stop.at, stop.priority, RESOLUTION, stop.implied, film, first),
        )
        film.fill(0)
        from = at
        cycle++
      }
      stop = undefined
      undone = undefined
    }
    endPause(at)
    if (isEnd(next)) {
      stop ??= { at, priority, implied: next === 'Closed' }
      undone ??= at
    }
    const limit = PAUSES[next]
    if (limit !== undefined) pause = { since: at, until: afterWorkingDays(at, limit, undefined) }
    state = next
  }
  endPause(last)
  const priority = stop?.priority ?? rows.at(-1)?.priority ?? ''
  return [
    ...results,
    found(ticket, 'resolution', cycle, from, stop?.at, priority, RESOLUTION, stop?.implied ?? false, film, first),
  ]
}

function isEnd(state: string): boolean {
  return state === 'Resolved' || state === 'Closed'
}

/** Opened before its first row; where the log says later, at that row. */
function reportOf(rows: readonly Row[]): number {
  return Math.min(rows[0]?.opened ?? 0, rows[0]?.at ?? 0)
}

function windowEnd(from: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(FROM + from * MINUTE).toZonedDateTimeISO(ZONE)
  return (zoned.add(WINDOW).epochMilliseconds - FROM) / MINUTE
}

/** The end of the n-th opening day after day 0. */
function afterWorkingDays(at: number, count: number, cutoff: number | undefined): number {
  const today = civilDay[at] as number
  const inTime = cutoff === undefined || (wall[at] as number) < cutoff
  const zero = deskDays.findIndex(({ day }) => (inTime ? day >= today : day > today))
  return deskDays[zero + count]?.end ?? Number.NaN
}

/** Counts the frames of one clock and says what the measure must be. `held` is 1 where time does not count. */
function found(
  ticket: string,
  measure: string,
  cycle: number,
  from: number,
  stop: number | undefined,
  priority: string,
  terms: Terms,
  implied: boolean,
  held: Uint8Array,
  heldFrom: number,
): Found {
  const key = `${ticket} ${measure} ${cycle}`
  const target = terms[priority]
  if (target === undefined) return { key, fields: { state: `no target for priority ${priority}` } }
  const hours = open[target.calendar]
  const end = stop ?? last
  const start = Math.min(from, end)
  const counts = (minute: number) => hours[minute] === 1 && !(minute < end && held[minute - heldFrom] === 1)
  let counted = 0
  for (let minute = start; minute < end; minute++) if (counts(minute)) counted++
  let due = start
  let left = 'minutes' in target ? target.minutes : 0
  if ('days' in target) {
    due = afterWorkingDays(start, target.days, CUTOFF)
    for (let minute = start; minute < due; minute++) if (hours[minute] === 1 && !counts(minute)) left++
  }
  while (left > 0) if (counts(due++)) left--
  const late = 'minutes' in target ? counted > target.minutes : end > due
  let ahead = 0
  for (let minute = end; minute < due; minute++) if (counts(minute)) ahead++
  const running = held[last - 1 - heldFrom] === 1 ? 'paused' : ahead * 4 <= counted + ahead ? 'at-risk' : 'running'
  return {
    key,
    fields: {
      commitment: `${priority}-${measure.toUpperCase()}`,
      reportedAt: text(from),
      startedAt: text(start),
      stoppedAt: stop === undefined ? '' : text(stop),
      counted: String(counted * 60),
      dueAt: text(due),
      state: late ? 'missed' : stop === undefined ? running : 'met',
      implied: implied ? 'true' : '',
      calendar: target.calendar,
      priority,
    },
  }
}

function text(minute: number): string {
  return `${Temporal.Instant.fromEpochMilliseconds(FROM + minute * MINUTE)
    .toString()
    .slice(0, 19)}.000Z`
}

function compare(): number {
  const differences: string[] = []
  const seen = new Set<string>()
  for (const row of measures) {
    const key = `${row.ticket} ${row.measure} ${row.cycle}`
    const fields = expected.get(key)
    seen.add(key)
    const wrong = Object.entries(fields ?? { key: 'no such measure' }).filter(([name, value]) => row[name] !== value)
    if (wrong.length > 0) {
      differences.push(`${key}: ${wrong.map(([name, value]) => `${name} ${row[name]}, replayed ${value}`).join('; ')}`)
    }
  }
  for (const key of expected.keys()) if (!seen.has(key)) differences.push(`${key}: not measured`)
  for (const difference of differences.slice(0, 20)) console.error(difference)
  console.log(`${measures.length - differences.length} measures agree, ${differences.length} differ`)
  return differences.length === 0 && measures.length > 0 ? 0 : 1
}
