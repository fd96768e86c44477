// A second reading of the IANA data: the source rules (package `tzdata`), interpreted year by year as zic does, with
// no compiled table in between. The package keeps of each zone line's end only a wall-clock date: its hour is not sure.
import tzdata from 'tzdata' with { type: 'json' }

/** A constant offset in ms from `from` on; both in ms. */
export type Spell = { readonly from: number; readonly offset: number }
export type ZoneReading = { readonly spells: readonly Spell[]; readonly unsure: readonly number[] }

type RuleLine = readonly [
  from: string,
  to: string,
  type: string,
  month: string,
  on: string,
  at: readonly (string | null)[],
  save: string,
  letter: string,
]
type ZoneLine = readonly [west: string, rule: string, format: string, until: string | null]
type Change = { readonly at: number; readonly save: number }

const zones = tzdata.zones as unknown as Readonly<Record<string, string | readonly ZoneLine[]>>
const rules = tzdata.rules as unknown as Readonly<Record<string, readonly RuleLine[]>>

const DAY = 86_400_000
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Every spell of a zone up to 2101, with the instants around which this source is a day vague. */
export function readZoneRules(name: string): ZoneReading {
  const reading = readings.get(name) ?? readLines(name)
  readings.set(name, reading)
  return reading
}

export function naiveOffset({ spells }: ZoneReading, instant: number): number {
  return spells.findLast(({ from }) => from <= instant)?.offset ?? Number.NaN
}

const readings = new Map<string, ZoneReading>()

function readLines(name: string): ZoneReading {
  const lines = zones[name]
  if (lines === undefined) throw new Error(`no zone ${name}`)
  if (typeof lines === 'string') return readLines(lines)
  const spells: Spell[] = []
  const unsure: number[] = []
  let start = Number.NEGATIVE_INFINITY
  let save = 0
  for (const [west, rule, , until] of lines) {
    const standard = Math.round(-Number(west) * 60) * 1000
    const fixed = fixedSave(rule)
    const changes = fixed === undefined ? changesOf(rule, standard) : []
    save = fixed ?? changes.findLast(({ at }) => at <= start)?.save ?? 0
    spells.push({ from: start, offset: standard + save })
    const wallEnd = until === null ? Number.POSITIVE_INFINITY : endOf(Number(until))
    for (const change of changes) {
      if (change.at <= start) continue
      if (change.at >= wallEnd - standard - save) break
      save = change.save
      spells.push({ from: change.at, offset: standard + save })
    }
    if (until !== null) {
      start = wallEnd - standard - save
      unsure.push(start)
    }
  }
  return { spells, unsure }
}

/** The package writes an end given as a bare year as the 31 December of that year. */
function endOf(until: number): number {
  const date = new Date(until)
  const bareYear = date.getUTCMonth() === 11 && date.getUTCDate() === 31 && until % DAY === 0
  return bareYear ? Date.UTC(date.getUTCFullYear(), 0, 1) : until
}

function fixedSave(rule: string): number | undefined {
  if (rule === '-') return 0
  const match = /^(-?)(\d+):(\d+)$/.exec(rule)
  return match === null ? undefined : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000
}

function changesOf(rule: string, standard: number): readonly Change[] {
  const lines = (rules[rule] ?? []).map((line) => ({ line, from: Number(line[0]), to: lastYear(line) }))
  const changes: Change[] = []
  let save = 0
  for (let year = Math.min(...lines.map(({ from }) => from)); year <= 2101; year++) {
    const inYear = lines
      .filter(({ from, to }) => from <= year && year <= to)
      .map(({ line }) => ({ line, day: dayOf(line, year) }))
      .sort((a, b) => a.day - b.day)
    for (const { line, day } of inYear) {
      const [hours, minutes, seconds, clock] = line[5]
      const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
      const ahead = clock === 'u' ? 0 : clock === 's' ? standard : standard + save
      save = Number(line[6]) * 60_000
      changes.push({ at: day + time - ahead, save })
    }
  }
  return changes
}

function lastYear(line: RuleLine): number {
  if (line[1] === 'only') return Number(line[0])
  return line[1] === 'max' ? 9999 : Number(line[1])
}

/** `8`, `Sun>=8`, `Fri<=1`, `lastSun`, as 00:00 UTC of the day; a day may fall into the neighbouring month. */
function dayOf(line: RuleLine, year: number): number {
  const month = MONTHS.indexOf(line[3])
  const on = line[4]
  if (/^\d+$/.test(on)) return Date.UTC(year, month, Number(on))
  const last = on.startsWith('last')
  const [name, limit] = last ? [on.slice(4), ''] : on.split(/[<>]=/)
  const forward = on.includes('>=')
  let day = last ? Date.UTC(year, month + 1, 0) : Date.UTC(year, month, Number(limit))
  while (WEEKDAYS[new Date(day).getUTCDay()] !== name) day += forward ? DAY : -DAY
  return day
}
