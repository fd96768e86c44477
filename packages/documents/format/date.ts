import type { Instant, Language } from '@vigie/engine'
import { civilTime } from './civil-time.ts'

const months = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const
const shortMonths = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
const space = '\u00a0'

/** A civil date `YYYY-MM-DD`: `1er novembre 2026`, `1 November 2026`. */
export function formatDate(date: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const dayText = language === 'fr' && day === 1 ? '1er' : String(day)
  return `${dayText}${space}${months[language][month - 1]}${space}${year}`
}

/** `2026-10` → `octobre 2026`. */
export function formatMonth(month: string, language: Language): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return `${months[language][number - 1]}${space}${year}`
}

/** `2026-10` → `oct.`; with the year where asked (`oct. 26`). */
export function formatShortMonth(month: string, language: Language, withYear = false): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const name = shortMonths[language][number - 1] ?? ''
  return withYear ? `${name}${space}${String(year % 100).padStart(2, '0')}` : name
}

/** Date of an instant in a zone, `YYYY-MM-DD`. */
export function civilDateAt(instant: Instant, timeZone: string): string {
  const { year, month, day } = civilTime(instant, timeZone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** `1er novembre 2026 à 09:42`, `1 November 2026 at 09:42`. */
export function formatDateTime(instant: Instant, timeZone: string, language: Language): string {
  const { hour, minute } = civilTime(instant, timeZone)
  const at = language === 'fr' ? 'à' : 'at'
  return `${formatDate(civilDateAt(instant, timeZone), language)} ${at}${space}${two(hour)}:${two(minute)}`
}

/** For tables, to the minute: `12/11 09:42` in French, `12 Nov 09:42` in English; the year unless it is `year`. */
export function formatStamp(instant: Instant, timeZone: string, language: Language, year?: number): string {
  const time = civilTime(instant, timeZone)
  const day = two(time.day)
  const date =
    language === 'fr'
      ? `${day}/${two(time.month)}`
      : `${day}${space}${shortMonths.en[time.month - 1] ?? two(time.month)}`
  const withYear = time.year === year ? date : `${date}${language === 'fr' ? '/' : space}${two(time.year % 100)}`
  return `${withYear}${space}${two(time.hour)}:${two(time.minute)}`
}

/** ISO 8601 UTC with milliseconds, as every machine-readable output writes instants. */
export function isoInstant(instant: Instant): string {
  return new Date(instant).toISOString()
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
