// Days of one holiday over the years → the short text that packages/engine/calendar/holiday-series.ts reads.

export const FIRST_YEAR = 1970
export const LAST_YEAR = 2100

/**
 * One text for each occurrence in a year (a holiday of three days has three), each a list of segments of years:
 * `0501*131` a date; `e39*131`, `o-2*131` days from Western or Orthodox Easter; `0101:mmmmmoon*40` a date moved by its
 * weekday, Monday first, `m` = 0, `.` = none; `-*13` none; `=6n6c` one by one, day of the year in base 36.
 */
export function encodeSeries(days: ReadonlySet<number>): readonly string[] {
  const byYear = new Map<number, number[]>()
  for (const day of [...days].sort((a, b) => a - b)) {
    const year = new Date(day * DAY).getUTCFullYear()
    byYear.set(year, [...(byYear.get(year) ?? []), day])
  }
  const most = Math.max(0, ...[...byYear.values()].map((inYear) => inYear.length))
  return Array.from({ length: most }, (_, occurrence) =>
    encode(Array.from({ length: YEARS }, (_, i) => byYear.get(FIRST_YEAR + i)?.[occurrence])),
  )
}

/** Western Easter Sunday as days since 1970-01-01: the computus of Butcher (anonymous Gregorian algorithm). */
export function westernEaster(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 19 * a + 15
  const epact = d % 30
  const weekday = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - epact - (c % 4)) % 7
  const late = Math.floor((a + 11 * epact + 22 * weekday) / 451)
  const month = Math.floor((epact + weekday - 7 * late + 114) / 31)
  return Date.UTC(year, month - 1, ((epact + weekday - 7 * late + 114) % 31) + 1) / DAY
}

/** Orthodox Easter Sunday (Julian computus of Meeus), in Gregorian days since 1970-01-01; years 1900–2099 and 2100. */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const julian = Date.UTC(year, Math.floor((d + e + 114) / 31) - 1, ((d + e + 114) % 31) + 1) / DAY
  return julian + (year < 2100 ? 13 : 14)
}

type Day = number | undefined
type Segment = { readonly text: string; readonly years: number }

const DAY = 86_400_000
const YEARS = LAST_YEAR - FIRST_YEAR + 1
/** A run shorter than this is written year by year. */
const SHORTEST = 8

function encode(days: readonly Day[]): string {
  const segments: string[] = []
  let single = ''
  const last = days.findLastIndex((day) => day !== undefined)
  for (let i = 0; i <= last; ) {
    const best = candidates(days, i).reduce((a, b) => (b.years > a.years ? b : a))
    if (best.years >= SHORTEST || i + best.years > last) {
      if (single !== '') segments.push(`=${single}`)
      single = ''
      segments.push(`${best.text}*${best.years}`)
      i += best.years
    } else {
      single += dayOfYear(days[i], FIRST_YEAR + i)
      i++
    }
  }
  if (single !== '') segments.push(`=${single}`)
  return segments.join(' ')
}

/** The simplest rules first: at equal length the first wins. */
function candidates(days: readonly Day[], from: number): readonly Segment[] {
  const none = run(days, from, () => undefined)
  const next = days.slice(from, from + 12).findIndex((day) => day !== undefined)
  const day = days[from + next]
  if (next < 0 || day === undefined) return [{ text: '-', years: none }]
  const year = FIRST_YEAR + from + next
  const easter = day - westernEaster(year)
  const orthodox = day - orthodoxEaster(year)
  const around = Array.from({ length: 15 }, (_, i) => day + (i % 2 === 0 ? i / 2 : -(i + 1) / 2))
  return [
    { text: '-', years: none },
    { text: monthDay(day), years: run(days, from, (y) => onDate(y, monthDay(day))) },
    { text: `e${easter}`, years: run(days, from, (y) => westernEaster(y) + easter) },
    { text: `o${orthodox}`, years: run(days, from, (y) => orthodoxEaster(y) + orthodox) },
    ...around.map((base) => byWeekday(days, from, monthDay(base))),
  ]
}

function run(days: readonly Day[], from: number, rule: (year: number) => Day): number {
  let years = 0
  while (from + years < YEARS && days[from + years] === rule(FIRST_YEAR + from + years)) years++
  return years
}

/** Learns, year by year, how far from `base` the day falls for each weekday of `base`, until a year disagrees. */
function byWeekday(days: readonly Day[], from: number, base: string): Segment {
  const moves: string[] = []
  let years = 0
  for (; from + years < YEARS; years++) {
    const start = onDate(FIRST_YEAR + from + years, base)
    if (start === undefined) break
    const weekday = (start + 3) % 7
    const day = days[from + years]
    const move = day === undefined ? '.' : letterOf(day - start)
    if (move === undefined || (moves[weekday] ?? move) !== move) break
    moves[weekday] = move
  }
  const text = Array.from({ length: 7 }, (_, weekday) => moves[weekday] ?? '.').join('')
  return { text: `${base}:${text}`, years }
}

function letterOf(move: number): string | undefined {
  return 'abcdefghijklmnopqrstuvwxy'[move + 12]
}

function monthDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(5, 10).replace('-', '')
}

function onDate(year: number, monthAndDay: string): Day {
  if (monthAndDay === '0229') return undefined
  return Date.UTC(year, Number(monthAndDay.slice(0, 2)) - 1, Number(monthAndDay.slice(2))) / DAY
}

function dayOfYear(day: Day, year: number): string {
  if (day === undefined) return '--'
  return (day - Date.UTC(year, 0, 1) / DAY).toString(36).padStart(2, '0')
}
