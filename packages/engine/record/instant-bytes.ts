import { epochDayOf } from '../base/civil-date.ts'
import { type Instant, type InstantFault, MILLISECONDS_PER_DAY, parseInstant, parseLocal } from '../base/instant.ts'
import { END_DAY, FIRST_DAY, type Zone } from '../calendar/local-time.ts'
import { decodeUtf8 } from './utf8.ts'

export type AtFault = InstantFault | 'out-of-range'

/**
 * Instant written in `[from, to)`: ISO 8601 with an offset, or without one where `zone` says whose clock it is.
 * Facts lie from 1970-01-02 to 2100-12-30, where every zone is known.
 */
export function readInstant(bytes: Uint8Array, from: number, to: number, zone?: Zone): Instant | AtFault {
  const quick = quickInstant(bytes, from, to)
  const instant = Number.isNaN(quick) ? readSlowly(decodeUtf8(bytes, from, to), zone) : quick
  return typeof instant === 'string' || (instant >= EARLIEST && instant < LATEST) ? instant : 'out-of-range'
}

export const EARLIEST: Instant = (FIRST_DAY + 1) * MILLISECONDS_PER_DAY
export const LATEST: Instant = (END_DAY - 2) * MILLISECONDS_PER_DAY

function readSlowly(text: string, zone: Zone | undefined): Instant | AtFault {
  const instant = parseInstant(text)
  if (instant !== 'missing-offset' || zone === undefined) return instant
  const local = parseLocal(text)
  if (typeof local === 'string') return local
  return local >= EARLIEST && local < LATEST ? zone.toInstant(local) : 'out-of-range'
}

/** The two forms that nearly every file has, `YYYY-MM-DDThh:mm:ss[.fff]Z`, without a string; NaN for any other. */
function quickInstant(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from
  if ((length !== 24 && length !== 20) || bytes[to - 1] !== UPPER_Z || bytes[from + 10] !== UPPER_T) return Number.NaN
  const year = pair(bytes, from) * 100 + pair(bytes, from + 2)
  const month = pair(bytes, from + 5)
  const day = pair(bytes, from + 8)
  const hour = pair(bytes, from + 11)
  const minute = pair(bytes, from + 14)
  const second = pair(bytes, from + 17)
  if (bytes[from + 4] !== DASH || bytes[from + 7] !== DASH) return Number.NaN
  if (bytes[from + 13] !== COLON || bytes[from + 16] !== COLON) return Number.NaN
  // Day 29 and later, and every odd value, take the careful way; a pair that is no pair is beyond all bounds.
  if (year > 9999 || month < 1 || month > 12 || day < 1 || day > 28) return Number.NaN
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN
  let millisecond = 0
  if (length === 24) {
    const tail = pair(bytes, from + 21)
    const first = (bytes[from + 20] as number) - ZERO
    if (bytes[from + 19] !== DOT || first < 0 || first > 9 || tail > 99) return Number.NaN
    millisecond = first * 100 + tail
  }
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  return epochDayOf(year, month, day) * MILLISECONDS_PER_DAY + time
}

/** The two ASCII digits at `at`, or a number beyond every bound. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - ZERO
  const units = (bytes[at + 1] as number) - ZERO
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : 1_000_000
}

const ZERO = 48
const DOT = 46
const DASH = 45
const COLON = 58
const UPPER_T = 84
const UPPER_Z = 90
