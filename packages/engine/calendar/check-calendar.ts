import { formatCivilDate, parseCivilDate } from '../base/civil-date.ts'
import { formatPath, type Path } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { type CalendarFault, checkDate } from './calendar-fault.ts'
import { checkHolidays } from './check-holidays.ts'
import type { CalendarDefinition, CalendarException } from './definition.ts'
import { findZone, zoneNames } from './local-time.ts'
import { parseWallInterval, runsOverMidnight } from './wall-interval.ts'

/** Every fault at once; none means that the calendar compiles. */
export function findCalendarFaults(definition: CalendarDefinition): readonly CalendarFault[] {
  const { timeZone, weekly, holidays, exceptions = [] } = definition
  return [
    ...checkZone(timeZone),
    ...(weekly === 'always' ? [] : Object.entries(weekly)).flatMap(([day, hours]) =>
      checkHours(hours, ['weekly', day]),
    ),
    ...(holidays === undefined ? [] : checkHolidays(holidays)),
    ...checkMidnight(definition),
    ...exceptions.flatMap((exception, i) => checkException(exception, ['exceptions', i])),
    ...checkOverlaps(exceptions),
  ]
}

/** The same as issues; `place.path` is written `holidays.region`, `weekly.mon[0]`. */
export function checkCalendar(definition: CalendarDefinition): readonly Issue[] {
  return findCalendarFaults(definition).map(({ path, ...fault }) => ({ ...fault, place: { path: formatPath(path) } }))
}

function checkZone(name: string): readonly CalendarFault[] {
  if (findZone(name) !== undefined) return []
  const near = zoneNames().find((known) => known.toLowerCase() === name.toLowerCase()) ?? 'Europe/Paris'
  const message = localise(`fuseau horaire inconnu : « ${name} »`, `unknown time zone: "${name}"`)
  const expected = localise(`un nom IANA, par exemple ${near}`, `an IANA name, for example ${near}`)
  return [{ code: 'unknown-time-zone', path: ['timeZone'], message, expected }]
}

function checkHours(hours: readonly string[] | undefined, path: Path): readonly CalendarFault[] {
  return (hours ?? []).flatMap((text, i) => {
    if (parseWallInterval(text) !== undefined) return []
    const message = localise(`plage horaire illisible : « ${text} »`, `unreadable hours: "${text}"`)
    const expected = localise('HH:MM-HH:MM, par exemple 09:00-12:30', 'HH:MM-HH:MM, for example 09:00-12:30')
    return [{ code: 'invalid-hours' as const, path: [...path, i], message, expected }]
  })
}

/** A holiday and a shift over midnight: whether the shift that starts the evening before is cut must be stated. */
function checkMidnight({ weekly, holidays, exceptions = [] }: CalendarDefinition): readonly CalendarFault[] {
  const declared = holidays?.country !== undefined || (holidays?.dates ?? []).length > 0
  if (!declared || holidays?.closes !== undefined) return []
  const texts = [...(weekly === 'always' ? [] : Object.values(weekly)), ...exceptions.map(({ hours }) => hours ?? [])]
  const hours = texts.flat().map(parseWallInterval)
  if (!hours.some((interval) => interval !== undefined && runsOverMidnight(interval))) return []
  const message = localise(
    'des horaires passent minuit : il faut dire ce que ferme un jour férié',
    'hours run over midnight: the calendar must say what a holiday closes',
  )
  const expected = localise(
    'closes: shift (l’équipe qui commence ce jour-là) ou closes: civil-day (de 00:00 à 24:00)',
    'closes: shift (the shift that starts on that day) or closes: civil-day (00:00 to 24:00)',
  )
  return [{ code: 'unstated-closes', path: ['holidays', 'closes'], message, expected }]
}

function checkException(exception: CalendarException, path: Path): readonly CalendarFault[] {
  const { date, first, last, hours, closed = [] } = exception
  return [
    ...checkHours(hours, [...path, 'hours']),
    ...checkHours(closed, [...path, 'closed']),
    ...checkDate(date, [...path, 'date']),
    ...checkDate(first, [...path, 'first']),
    ...checkDate(last, [...path, 'last']),
    ...checkSpan(exception, path),
    ...(hours === undefined && closed.length === 0 ? [withoutEffect(path)] : []),
  ]
}

function checkSpan({ date, first, last }: CalendarException, path: Path): readonly CalendarFault[] {
  const expected = localise(
    'date: AAAA-MM-JJ, ou first: et last: (jours inclus)',
    'date: YYYY-MM-DD, or first: and last: (inclusive)',
  )
  if (date !== undefined && (first !== undefined || last !== undefined)) {
    const message = localise(
      'l’exception donne à la fois une date et une période',
      'the exception gives both a date and a span of dates',
    )
    return [{ code: 'exception-date-twice', path, message, expected }]
  }
  if (date === undefined && (first === undefined || last === undefined)) {
    const message = localise('l’exception n’a pas de date', 'the exception has no date')
    return [{ code: 'exception-without-date', path, message, expected }]
  }
  if (first === undefined || last === undefined || first <= last) return []
  const message = localise(`le ${last} précède le ${first}`, `${last} comes before ${first}`)
  return [{ code: 'exception-backwards', path: [...path, 'last'], message }]
}

function withoutEffect(path: Path): CalendarFault {
  const message = localise('l’exception ne change rien', 'the exception changes nothing')
  const expected = localise(
    'hours (une liste vide ferme le jour) ou closed',
    'hours (an empty list closes the day) or closed',
  )
  return { code: 'exception-without-effect', path, message, expected }
}

/** One date cannot have two sets of hours; time cut from it may be listed in as many exceptions as one likes. */
function checkOverlaps(exceptions: readonly CalendarException[]): readonly CalendarFault[] {
  const spans = exceptions
    .flatMap(({ date, first, last, hours }, index) => {
      const from = parseCivilDate(date ?? first ?? '')
      const to = parseCivilDate(date ?? last ?? '')
      return hours === undefined || from === undefined || to === undefined ? [] : [{ from, to, index }]
    })
    .sort((a, b) => a.from - b.from || a.index - b.index)
  const faults: CalendarFault[] = []
  let latest = spans[0]
  for (const span of spans.slice(1)) {
    if (latest !== undefined && span.from <= latest.to) {
      const day = formatCivilDate(span.from)
      const message = localise(
        `le ${day} a déjà des horaires, dans l’exception n° ${latest.index + 1}`,
        `${day} has hours already, in exception no. ${latest.index + 1}`,
      )
      faults.push({ code: 'exceptions-overlap', path: ['exceptions', span.index], message })
    }
    if (latest === undefined || span.to > latest.to) latest = span
  }
  return faults
}
