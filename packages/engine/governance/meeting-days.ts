import {
  civilDateOf,
  daysInMonth,
  type EpochDay,
  epochDayOf,
  isLeapYear,
  parseCivilDate,
  weekdayOf,
} from '../base/civil-date.ts'

/** A meeting: its civil day, and its minute of the day where the rule states a time. */
export type Meeting = { readonly day: EpochDay; readonly minute?: number }

/**
 * The meetings of an iCalendar rule (RFC 5545 §3.3.10, without `DTSTART`) from `start`, which stands for it, in
 * `[from, to)`. One a day at most: a second hour of the same day is left out.
 */
export function meetingDays(every: string, start: EpochDay, from: EpochDay, to: EpochDay): readonly Meeting[] {
  const rule = readRule(every)
  const minute = rule.numbers('BYHOUR')?.[0]
  const time = minute === undefined ? {} : { minute: minute * 60 + (rule.numbers('BYMINUTE')?.[0] ?? 0) }
  const until = rule.until === undefined ? to : Math.min(to, rule.until + 1)
  const found: Meeting[] = []
  let count = 0
  for (const period of periods(rule, start, until)) {
    for (const day of bySetPosition(
      period.filter((one) => matches(rule, one, start)),
      rule.numbers('BYSETPOS'),
    )) {
      if (day < start || day >= until) continue
      count += 1
      if (rule.count !== undefined && count > rule.count) return found
      if (day >= from) found.push({ day, ...time })
    }
  }
  return found
}

type Rule = {
  readonly frequency: string
  readonly interval: number
  readonly count?: number
  readonly until?: EpochDay
  readonly days: readonly { readonly ordinal?: number; readonly weekday: number }[]
  readonly numbers: (part: string) => readonly number[] | undefined
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function readRule(text: string): Rule {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]))
  const numbers = (part: string) => parts.get(part)?.split(',').map(Number)
  const until = parts.get('UNTIL')
  const last =
    until === undefined ? undefined : parseCivilDate(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`)
  const count = numbers('COUNT')?.[0]
  return {
    frequency: parts.get('FREQ') ?? 'DAILY',
    interval: Math.max(1, numbers('INTERVAL')?.[0] ?? 1),
    ...(count === undefined ? {} : { count }),
    ...(last === undefined ? {} : { until: last }),
    days: (parts.get('BYDAY')?.split(',') ?? []).map((day) => {
      const ordinal = Number(day.slice(0, -2))
      return { ...(ordinal === 0 ? {} : { ordinal }), weekday: WEEKDAYS.indexOf(day.slice(-2)) }
    }),
    numbers,
  }
}

/** The days of each period of the rule's interval, in order, from the one that holds `start`. */
function* periods({ frequency, interval }: Rule, start: EpochDay, to: EpochDay): Generator<readonly EpochDay[]> {
  const { year, month } = civilDateOf(start)
  for (let k = 0; ; k += interval) {
    const [first, length] = periodAt(k)
    if (first >= to) return
    yield Array.from({ length }, (_, n) => first + n)
  }

  function periodAt(k: number): readonly [EpochDay, number] {
    switch (frequency) {
      case 'WEEKLY':
        return [start - weekdayOf(start) + 7 * k, 7]
      case 'MONTHLY': {
        const index = year * 12 + month - 1 + k
        const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
        return [epochDayOf(y, m, 1), daysInMonth(y, m)]
      }
      case 'YEARLY':
        return [epochDayOf(year + k, 1, 1), isLeapYear(year + k) ? 366 : 365]
      default:
        return [start + k, 1]
    }
  }
}

function matches(rule: Rule, day: EpochDay, start: EpochDay): boolean {
  const { year, month, day: ofMonth } = civilDateOf(day)
  const { numbers, days, frequency } = rule
  const length = daysInMonth(year, month)
  const ofYear = day - epochDayOf(year, 1, 1) + 1
  const yearLength = isLeapYear(year) ? 366 : 365
  const months = numbers('BYMONTH')
  if (months && !months.includes(month)) return false
  const monthDays = numbers('BYMONTHDAY')
  if (monthDays && !monthDays.some((one) => one === ofMonth || one === ofMonth - length - 1)) return false
  const yearDays = numbers('BYYEARDAY')
  if (yearDays && !yearDays.some((one) => one === ofYear || one === ofYear - yearLength - 1)) return false
  const weeks = numbers('BYWEEKNO')
  if (weeks && !weeks.includes(isoWeekOf(day))) return false
  if (days.length > 0) {
    const inYear = frequency === 'YEARLY' && months === undefined
    const [place, span] = inYear ? [ofYear, yearLength] : [ofMonth, length]
    return days.some(({ ordinal, weekday }) => {
      if (weekday !== weekdayOf(day)) return false
      if (ordinal === undefined) return true
      return ordinal > 0 ? Math.ceil(place / 7) === ordinal : Math.ceil((span - place + 1) / 7) === -ordinal
    })
  }
  if (monthDays || yearDays) return true
  return isLikeStart(rule, day, start, weeks !== undefined, months !== undefined)
}

/** Where the rule names no day, that of the start. */
function isLikeStart({ frequency }: Rule, day: EpochDay, start: EpochDay, byWeek: boolean, byMonth: boolean): boolean {
  if (frequency === 'DAILY') return true
  if (frequency === 'WEEKLY' || byWeek) return weekdayOf(day) === weekdayOf(start)
  const [a, b] = [civilDateOf(day), civilDateOf(start)]
  return a.day === b.day && (frequency === 'MONTHLY' || byMonth || a.month === b.month)
}

function bySetPosition(days: readonly EpochDay[], positions: readonly number[] | undefined): readonly EpochDay[] {
  if (positions === undefined) return days
  return days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length))
}

/** ISO 8601 week: the one that holds the Thursday of the day's week. */
function isoWeekOf(day: EpochDay): number {
  const thursday = day - weekdayOf(day) + 3
  const { year } = civilDateOf(thursday)
  return Math.floor((thursday - epochDayOf(year, 1, 1)) / 7) + 1
}
