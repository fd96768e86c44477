import type { CalendarDefinition, CalendarException, Weekday } from '@vigie/engine'
import { formatDate } from '../format/date.ts'
import type { ReportContext } from './context.ts'
import type { CalendarLine } from './report-model.ts'

const exceptionsShown = 8
const week: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The contract's calendars in words: hours by run of equal days, holidays, dated exceptions. */
export function calendarLines(context: ReportContext): readonly CalendarLine[] {
  return Object.entries(context.contract.calendars).map(([id, calendar]) => ({
    id,
    label: calendar.label ?? id,
    timeZone: calendar.timeZone,
    text: [hoursText(calendar, context), holidaysText(calendar, context), exceptionsText(calendar, context)]
      .filter((part) => part !== '')
      .join(' '),
  }))
}

function hoursText({ weekly }: CalendarDefinition, { words }: ReportContext): string {
  if (weekly === 'always') return `${words.calendar.always}.`
  const runs: { first: Weekday; last: Weekday; hours: string }[] = []
  for (const day of week) {
    const hours = words.list((weekly[day] ?? []).map(hoursOf))
    const run = runs.at(-1)
    if (run && run.hours === hours) run.last = day
    else runs.push({ first: day, last: day, hours })
  }
  const open = runs.filter(({ hours }) => hours !== '')
  if (open.length === 0) return words.calendar.never
  return `${open.map(({ first, last, hours }) => words.calendar.hours(daysText(first, last, words), hours)).join(words.semicolon)}.`
}

function daysText(first: Weekday, last: Weekday, words: ReportContext['words']): string {
  const { days, to } = words.calendar
  return first === last ? days[first] : to(days[first], days[last])
}

function hoursOf(interval: string): string {
  return interval.replace('-', '\u2013')
}

function holidaysText({ holidays, weekly }: CalendarDefinition, { words, language }: ReportContext): string {
  const said = words.calendar
  if (holidays === undefined) return weekly === 'always' ? '' : said.noHolidays
  const place = [holidays.country, holidays.region].filter((part) => part !== undefined).join(' ')
  const dates = (holidays.dates ?? []).map((date) => formatDate(date, language))
  const worked = (holidays.worked ?? []).map((name) =>
    /^\d{4}-/.test(name) ? formatDate(name, language) : (said.workedNames[name] ?? name),
  )
  return [
    place === '' ? '' : said.holidays(place),
    dates.length === 0 ? '' : said.holidayDates(words.list(dates)),
    worked.length === 0 ? '' : said.worked(words.list(worked)),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** The latest dated exceptions by date, the rest by number. */
function exceptionsText({ exceptions = [] }: CalendarDefinition, { words, language }: ReportContext): string {
  if (exceptions.length === 0) return ''
  const said = words.calendar
  const startOf = ({ date, first }: CalendarException): string => date ?? first ?? ''
  const inOrder = exceptions.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))
  const shown = inOrder.slice(0, exceptionsShown)
  const more = inOrder.length - shown.length
  return said.exceptions(
    [...shown.map(written), ...(more > 0 ? [said.moreExceptions(more)] : [])].join(words.semicolon),
  )

  function written(exception: CalendarException): string {
    const { date, first, last, hours, closed, label } = exception
    const days =
      date === undefined
        ? said.exceptionSpan(formatDate(first ?? '', language), formatDate(last ?? '', language))
        : formatDate(date, language)
    const open = hours === undefined ? '' : hours.length === 0 ? said.exceptionClosed : words.list(hours.map(hoursOf))
    const cut = closed === undefined ? '' : said.exceptionCut(words.list(closed.map(hoursOf)))
    const note = label === undefined ? '' : `(${label})`
    return [days, open, cut, note].filter((part) => part !== '').join(' ')
  }
}
