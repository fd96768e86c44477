/** Days since 1970-01-01 in the proleptic Gregorian calendar, an integer; no zone is meant. */
export type EpochDay = number

/** A date of the proleptic Gregorian calendar; `month` and `day` start at 1. */
export type CivilDate = { readonly year: number; readonly month: number; readonly day: number }

/** Civil days in 400 Gregorian years, after which dates and weekdays repeat. */
const DAYS_PER_ERA = 146_097

/** Epoch day of a date that exists. The year starts in March, so that the leap day is its last. */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - 719_468
}

/** The date of an epoch day. */
export function civilDateOf(epochDay: EpochDay): CivilDate {
  const shifted = epochDay + 719_468
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const dayOfEra = shifted - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}

/** Day of the week, 0 = Monday … 6 = Sunday (ISO 8601 weekday − 1). */
export function weekdayOf(epochDay: EpochDay): number {
  return (((epochDay + 3) % 7) + 7) % 7
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The same day of the month, `months` later (or earlier); past the month's end, its last day. */
export function addMonths(epochDay: EpochDay, months: number): EpochDay {
  const { year, month, day } = civilDateOf(epochDay)
  const index = year * 12 + (month - 1) + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  return epochDayOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** Reads `YYYY-MM-DD` (years 0000–9999); `undefined` for another form or a date that does not exist. */
export function parseCivilDate(text: string): EpochDay | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return epochDayOf(year, month, day)
}

/** `YYYY-MM-DD`; a year outside 0–9999 is written `±YYYYYY` (ISO 8601 expanded form). */
export function formatCivilDate(epochDay: EpochDay): string {
  const { year, month, day } = civilDateOf(epochDay)
  return `${formatYear(year)}-${twoDigits(month)}-${twoDigits(day)}`
}

function formatYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0')
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

/** The number written in ASCII digits at `[from, to)`, or −1. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return -1
    value = value * 10 + digit
  }
  return value
}
