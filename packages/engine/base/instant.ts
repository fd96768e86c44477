import { daysInMonth, epochDayOf, formatCivilDate } from './civil-date.ts'

/** Milliseconds since 1970-01-01T00:00:00Z, an integer (ISO 8601 instants, proleptic Gregorian). */
export type Instant = number

/** A length of elapsed time in integer milliseconds. */
export type Milliseconds = number

/** Half-open `[from, to)`. */
export type Interval = { readonly from: Instant; readonly to: Instant }

/**
 * A reading of a wall clock: milliseconds since its own 1970-01-01T00:00, an integer. Needs a zone to be an instant.
 */
export type LocalTime = number

/** Why a text is not an instant. `missing-offset`: a well-formed local time, which names no instant without a zone. */
export type InstantFault = 'not-an-instant' | 'impossible-date' | 'missing-offset'

export const MILLISECONDS_PER_DAY = 86_400_000

/**
 * Reads ISO 8601 `YYYY-MM-DDThh:mm[:ss[.fff]](Z|±hh|±hh:mm|±hhmm)`, years 0000–9999.
 * `T` may be a space, `T` and `Z` lower case, the fraction's mark a comma; digits past the millisecond are cut off.
 * `24:00` is the end of the day; a leap second (`:60`) does not exist on this time scale: `impossible-date`.
 */
export function parseInstant(text: string): Instant | InstantFault {
  return scan(text, true)
}

/** Reads the same forms without an offset; a text with an offset is `not-an-instant` here. */
export function parseLocal(text: string): LocalTime | InstantFault {
  return scan(text, false)
}

/** ISO 8601 UTC with milliseconds: `2026-01-01T00:00:00.000Z`. */
export function formatInstant(instant: Instant): string {
  return `${formatLocal(instant)}Z`
}

/** ISO 8601 without offset, with milliseconds: `2026-01-01T00:00:00.000`. */
export function formatLocal(local: LocalTime): string {
  const day = Math.floor(local / MILLISECONDS_PER_DAY)
  const time = local - day * MILLISECONDS_PER_DAY
  const seconds = Math.floor(time / 1000)
  const hour = PAIRS[Math.floor(seconds / 3600)]
  const minute = PAIRS[Math.floor(seconds / 60) % 60]
  return `${dateText(day)}T${hour}:${minute}:${PAIRS[seconds % 60]}.${millisecondText(time % 1000)}`
}

const PAIRS: readonly string[] = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))

/** Facts come in runs of one day: the last date written is kept. */
let lastDay = Number.NaN
let lastDate = ''

function dateText(day: number): string {
  if (day !== lastDay) {
    lastDate = formatCivilDate(day)
    lastDay = day
  }
  return lastDate
}

function millisecondText(value: number): string {
  return value === 0 ? '000' : String(value).padStart(3, '0')
}

/** One pass without regular expression or allocation: a million rows pass here. */
function scan(text: string, withOffset: boolean): number | InstantFault {
  const year = pair(text, 0) * 100 + pair(text, 2)
  const month = pair(text, 5)
  const day = pair(text, 8)
  const hour = pair(text, 11)
  const minute = pair(text, 14)
  const mark = text.charCodeAt(10)
  // A position without two digits reads as NaN, which no comparison accepts.
  if (!(year >= 0 && month >= 0 && day >= 0 && hour >= 0 && minute >= 0)) return 'not-an-instant'
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(13) !== COLON)
    return 'not-an-instant'
  if (mark !== UPPER_T && mark !== SPACE && mark !== LOWER_T) return 'not-an-instant'

  let at = 16
  let second = 0
  let millisecond = 0
  let beyond = false
  if (text.charCodeAt(at) === COLON) {
    second = pair(text, at + 1)
    if (!(second >= 0)) return 'not-an-instant'
    at += 3
    const point = text.charCodeAt(at)
    if (point === DOT || point === COMMA) {
      const first = ++at
      let weight = 100
      for (let digit = text.charCodeAt(at) - ZERO; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - ZERO) {
        if (weight >= 1) millisecond += digit * weight
        if (digit > 0) beyond = true
        weight /= 10
      }
      if (at === first) return 'not-an-instant'
    }
  }

  const bare = at === text.length
  const offset = bare ? 0 : scanOffset(text, at)
  if (Number.isNaN(offset)) return 'not-an-instant'
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'impossible-date'
  if (minute > 59 || second > 59) return 'impossible-date'
  if (hour > 23 && (hour > 24 || minute > 0 || second > 0 || beyond)) return 'impossible-date'
  if (offset === OUT_OF_RANGE) return 'impossible-date'
  if (bare === withOffset) return bare ? 'missing-offset' : 'not-an-instant'
  const time = hour * 3_600_000 + minute * 60_000 + second * 1000 + millisecond
  return epochDayOf(year, month, day) * MILLISECONDS_PER_DAY + time - offset
}

/**
 * The offset written from `at` to the end, in ms; NaN for another form; `OUT_OF_RANGE` for ±24:00 and beyond or minutes
 * > 59.
 */
function scanOffset(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  const length = text.length - at
  if (sign === UPPER_Z || sign === LOWER_Z) return length === 1 ? 0 : Number.NaN
  if (sign !== PLUS && sign !== DASH) return Number.NaN
  const hours = pair(text, at + 1)
  let minutes = 0
  if (length === 5) minutes = pair(text, at + 3)
  else if (length === 6 && text.charCodeAt(at + 3) === COLON) minutes = pair(text, at + 4)
  else if (length !== 3) return Number.NaN
  const size = hours * 3_600_000 + minutes * 60_000
  if (hours > 23 || minutes > 59) return OUT_OF_RANGE
  return sign === PLUS ? size : 0 - size
}

/** The two ASCII digits at `at` as a number, NaN if they are not two digits. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const units = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN
}

const OUT_OF_RANGE = Number.POSITIVE_INFINITY
const ZERO = 48
const COLON = 58
const DASH = 45
const PLUS = 43
const DOT = 46
const COMMA = 44
const SPACE = 32
const UPPER_T = 84
const LOWER_T = 116
const UPPER_Z = 90
const LOWER_Z = 122
