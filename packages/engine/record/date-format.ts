import { daysInMonth, epochDayOf } from '../base/civil-date.ts'
import { type Instant, MILLISECONDS_PER_DAY, parseInstant, parseLocal } from '../base/instant.ts'
import type { Zone } from '../calendar/local-time.ts'
import { type AtFault, EARLIEST, LATEST } from './instant-bytes.ts'

/** How the dates of a foreign log are written. */
export type DateFormat = {
  /** The instant of a text; a text without an offset is of `zone`. */
  read(text: string, zone: Zone | undefined): Instant | AtFault
}

/**
 * Understands a pattern, or `undefined` where it is none. `ISO` is ISO 8601. Else `YYYY YY M MM D DD H HH h hh m mm s
 * ss SSS A Z` stand for the parts of a date (one letter: one or two digits; two: two) and every other character for
 * itself; `MM` after the hour is the minute. `A` is AM or PM; `Z` an offset. `YY` is of 1970–2069. Without an hour: 00:00.
 */
export function compileDateFormat(pattern: string): DateFormat | undefined {
  if (pattern === 'ISO') return { read: readIso }
  const tokens = tokensOf(pattern)
  const parts = tokens.flatMap((token) => ('part' in token ? [token.part] : []))
  const isWhole = ['year', 'month', 'day'].every((part) => parts.filter((other) => other === part).length === 1)
  if (!isWhole || new Set(parts).size !== parts.length || (parts.includes('minute') && !parts.includes('hour'))) {
    return undefined
  }
  if (parts.includes('half') !== tokens.some((token) => 'part' in token && token.twelve === true)) return undefined
  const expression = new RegExp(`^${tokens.map((token) => token.source).join('')}$`)
  return { read: (text, zone) => readParts(expression.exec(text), parts, zone) }
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'half' | 'offset'
type Token = { readonly source: string; readonly part: Part; readonly twelve?: true } | { readonly source: string }

function tokensOf(pattern: string): readonly Token[] {
  let afterHour = false
  return [...pattern.matchAll(/YYYY|YY|SSS|([MDHhms])\1?|A|Z|./gsu)].map(([letters]): Token => {
    const digits = letters.length === 1 ? '(\\d{1,2})' : '(\\d{2})'
    switch (letters) {
      case 'YYYY':
        return { part: 'year', source: '(\\d{4})' }
      case 'YY':
        return { part: 'year', source: '(\\d{2})' }
      case 'M':
      case 'MM':
        return { part: afterHour ? 'minute' : 'month', source: digits }
      case 'D':
      case 'DD':
        return { part: 'day', source: digits }
      case 'H':
      case 'HH':
        afterHour = true
        return { part: 'hour', source: digits }
      case 'h':
      case 'hh':
        afterHour = true
        return { part: 'hour', source: digits, twelve: true }
      case 'm':
      case 'mm':
        return { part: 'minute', source: digits }
      case 's':
      case 'ss':
        return { part: 'second', source: digits }
      case 'SSS':
        return { part: 'millisecond', source: '(\\d{3})' }
      case 'A':
        return { part: 'half', source: '([AaPp][Mm])' }
      case 'Z':
        return { part: 'offset', source: '(Z|[+-]\\d{2}:?\\d{2})' }
    }
    return { source: letters.replace(/[.*+?^${}()|[\]\\/]/, '\\$&') }
  })
}

function readIso(text: string, zone: Zone | undefined): Instant | AtFault {
  const instant = parseInstant(text)
  if (typeof instant === 'number') return bounded(instant)
  if (instant !== 'missing-offset' || zone === undefined) return instant
  const local = parseLocal(text)
  return typeof local === 'number' ? ofZone(local, zone) : local
}

function readParts(found: RegExpExecArray | null, parts: readonly Part[], zone: Zone | undefined): Instant | AtFault {
  if (found === null) return 'not-an-instant'
  const value = (part: Part) => found[parts.indexOf(part) + 1] ?? '0'
  const number = (part: Part) => (parts.includes(part) ? Number(value(part)) : 0)
  const year = value('year').length === 2 ? number('year') + (number('year') < 70 ? 2000 : 1900) : number('year')
  const month = number('month')
  const day = number('day')
  const hour = parts.includes('half') ? hourOf(number('hour'), value('half')) : number('hour')
  const [minute, second] = [number('minute'), number('second')]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'impossible-date'
  if (!(hour >= 0 && hour < 24) || minute > 59 || second > 59) return 'impossible-date'
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + number('millisecond')
  const local = epochDayOf(year, month, day) * MILLISECONDS_PER_DAY + time
  if (parts.includes('offset')) return bounded(local - offsetOf(value('offset')))
  return zone === undefined ? 'missing-offset' : ofZone(local, zone)
}

/** Hour of the day of an hour of the half-day; NaN where there is none. */
function hourOf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  return (text.startsWith('-') ? -minutes : minutes) * 60_000
}

function ofZone(local: number, zone: Zone): Instant | AtFault {
  return local >= EARLIEST && local < LATEST ? zone.toInstant(local) : 'out-of-range'
}

function bounded(instant: Instant): Instant | AtFault {
  return instant >= EARLIEST && instant < LATEST ? instant : 'out-of-range'
}
