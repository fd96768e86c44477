import type { Weekday } from '@vigie/engine'
import { DAYS } from './hours-in-words.ts'
import type { Writing } from './writing.ts'

const WEEKDAYS: Readonly<Record<string, Weekday>> = {
  MO: 'mon',
  TU: 'tue',
  WE: 'wed',
  TH: 'thu',
  FR: 'fri',
  SA: 'sat',
  SU: 'sun',
}
const MONTHS = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/**
 * An iCalendar recurrence (RFC 5545) in words: `le 2e mardi de chaque mois à 10 h`. A part that has no words here is
 * said by the rule itself, so that nothing is lost.
 */
export function sayRecurrence(rule: string, { language, text }: Writing): string {
  const parts = new Map(
    rule
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  )
  const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYHOUR', 'BYMINUTE', 'BYMONTH', 'BYMONTHDAY', 'WKST'])
  const frequency = every(parts.get('FREQ') ?? '', Number(parts.get('INTERVAL') ?? '1'))
  const days = parts.get('BYDAY')?.split(',').map(dayName)
  if (frequency === undefined || days?.includes(undefined) || [...parts.keys()].some((key) => !known.has(key)))
    return rule
  const months = parts
    .get('BYMONTH')
    ?.split(',')
    .map((month) => MONTHS[language][Number(month) - 1] ?? month)
  const monthDays = parts.get('BYMONTHDAY')?.split(',')
  const hour = parts.get('BYHOUR')
  const minute = (parts.get('BYMINUTE') ?? '0').padStart(2, '0')
  const clock =
    hour === undefined
      ? ''
      : language === 'fr'
        ? ` à ${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`
        : ` at ${hour.padStart(2, '0')}:${minute}`
  const day = days === undefined ? '' : `${text(' : le ', ', on the ')}${days.join(text(' et le ', ' and the '))}`
  const monthDay =
    monthDays === undefined ? '' : `${text(' : le ', ', on day ')}${monthDays.join(text(' et le ', ' and '))}`
  const month = months === undefined ? '' : `${text(' de ', ' of ')}${months.join(text(' et ', ' and '))}`
  return `${frequency}${day}${monthDay}${month}${clock}`.replace(' : le', '\u00a0: le')

  function every(name: string, interval: number): string | undefined {
    const names: Readonly<Record<string, readonly [string, string]>> = {
      DAILY: [text('chaque jour', 'every day'), text('jours', 'days')],
      WEEKLY: [text('chaque semaine', 'every week'), text('semaines', 'weeks')],
      MONTHLY: [text('chaque mois', 'every month'), text('mois', 'months')],
      YEARLY: [text('chaque année', 'every year'), text('ans', 'years')],
    }
    const known = names[name]
    if (known === undefined) return undefined
    const feminine = name === 'WEEKLY'
    return interval === 1
      ? known[0]
      : `${text(feminine ? 'toutes les' : 'tous les', 'every')} ${interval}\u00a0${known[1]}`
  }

  function dayName(word: string): string | undefined {
    const [, rank = '', name = ''] = /^([+-]?\d*)(MO|TU|WE|TH|FR|SA|SU)$/.exec(word) ?? []
    const weekday = WEEKDAYS[name]
    if (weekday === undefined) return undefined
    const day = DAYS[language][weekday]
    if (rank === '') return day
    if (rank === '-1') return text(`dernier ${day}`, `last ${day}`)
    const number = Number(rank)
    if (number < 0) return undefined
    const suffix = number === 1 ? 'st' : number === 2 ? 'nd' : number === 3 ? 'rd' : 'th'
    return text(`${number}${number === 1 ? 'er' : 'e'} ${day}`, `${number}${suffix} ${day}`)
  }
}
