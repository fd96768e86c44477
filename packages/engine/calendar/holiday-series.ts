import type { EpochDay } from '../base/civil-date.ts'
import { daysInMonth, epochDayOf, weekdayOf } from '../base/civil-date.ts'

/**
 * The days of one holiday, in order, from the text that `scripts/generate-holidays.ts` wrote. Segments of years follow
 * each other from 1970: `0501*131` a date; `e39*131`, `o-2*131` days from Western or Orthodox Easter Sunday;
 * `0101:mmmmmoon*40` a date moved by its weekday (Monday first, `m` = 0, `.` = no day); `-*13` no day; `=6n6c` day of
 * the year, year by year.
 */
export function readHolidaySeries(text: string): readonly EpochDay[] {
  const days: EpochDay[] = []
  let year = FIRST_YEAR
  for (const segment of text.split(' ')) {
    const [rule = '', years] = segment.split('*')
    const count = years === undefined ? (rule.length - 1) / 2 : Number(years)
    for (let i = 0; i < count; i++, year++) {
      const day = dayIn(year, rule, i)
      if (day !== undefined) days.push(day)
    }
  }
  return days
}

const FIRST_YEAR = 1970

/** Western Easter Sunday (Gregorian computus). */
export function easterSunday(year: number): EpochDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const leapless = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const age = (19 * golden + leapless + 15) % 30
  const moon = age - Math.floor(age / 28) * (1 - Math.floor(29 / (age + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  return epochDayOf(year, 3, 28) + moon - weekday
}

/** Orthodox Easter Sunday (Julian computus), as a Gregorian date of the years 1900–2199. */
export function orthodoxEasterSunday(year: number): EpochDay {
  const moon = (19 * (year % 19) + 15) % 30
  const weekday = (year + Math.floor(year / 4) + moon) % 7
  return epochDayOf(year, 3, 28) + moon - weekday + (year < 2100 ? 13 : 14)
}

function dayIn(year: number, rule: string, index: number): EpochDay | undefined {
  switch (rule.charAt(0)) {
    case '-':
      return undefined
    case '=':
      return dayOfYear(year, rule.slice(1 + index * 2, 3 + index * 2))
    case 'e':
      return easterSunday(year) + Number(rule.slice(1))
    case 'o':
      return orthodoxEasterSunday(year) + Number(rule.slice(1))
    case '0':
    case '1':
      return onDate(year, rule)
    default:
      return undefined
  }
}

function dayOfYear(year: number, digits: string): EpochDay | undefined {
  return digits === '--' ? undefined : epochDayOf(year, 1, 1) + Number.parseInt(digits, 36)
}

function onDate(year: number, rule: string): EpochDay | undefined {
  const month = Number(rule.slice(0, 2))
  const day = Number(rule.slice(2, 4))
  if (day > daysInMonth(year, month)) return undefined
  const date = epochDayOf(year, month, day)
  const moves = rule.slice(5)
  if (moves === '') return date
  const move = moves.charAt(weekdayOf(date))
  return move === '.' ? undefined : date + move.charCodeAt(0) - 'm'.charCodeAt(0)
}
