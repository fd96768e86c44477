import { parseCivilDate } from '../base/civil-date.ts'
import type { Path } from '../base/document/source-node.ts'
import { localise } from '../base/localise.ts'
import { type CalendarFault, checkDate } from './calendar-fault.ts'
import type { HolidayRule } from './definition.ts'
import { findHolidayPlace, type HolidayPlace, holidayIds, namesHoliday, publicHolidays } from './holidays.ts'

/** The faults of a calendar's holidays: places and names must be known, and a worked date must be a holiday. */
export function checkHolidays(rule: HolidayRule): readonly CalendarFault[] {
  const { country, region, dates = [], worked = [] } = rule
  const found = country === undefined ? undefined : findHolidayPlace(country, region)
  const faults = dates.flatMap((date, i) => checkDate(date, ['holidays', 'dates', i]))
  if (country === undefined && region !== undefined) return [...faults, regionWithoutCountry()]
  if (found === 'unknown-country') return [...faults, unknownCountry(country ?? '')]
  if (found === 'unknown-region') return [...faults, unknownRegion(country ?? '', region ?? '')]
  const place = found?.place
  return [...faults, ...worked.flatMap((name, i) => checkWorked(name, ['holidays', 'worked', i], dates, place))]
}

function checkWorked(
  name: string,
  path: Path,
  dates: readonly string[],
  place: HolidayPlace | undefined,
): readonly CalendarFault[] {
  if (!/^\d{4}-/.test(name)) return checkWorkedName(name, path, place)
  const day = parseCivilDate(name)
  if (day === undefined) return checkDate(name, path)
  if (dates.includes(name)) {
    const message = localise(
      `le ${name} est déclaré à la fois férié et travaillé`,
      `${name} is declared both a holiday and worked`,
    )
    return [{ code: 'holiday-contradiction', path, message }]
  }
  if (place !== undefined && publicHolidays(place).some((holiday) => holiday.day === day)) return []
  const message = localise(`le ${name} n’est pas un jour férié`, `${name} is not a holiday`)
  return [{ code: 'unknown-holiday', path, message }]
}

function checkWorkedName(name: string, path: Path, place: HolidayPlace | undefined): readonly CalendarFault[] {
  const ids = place === undefined ? [] : holidayIds(place)
  if (ids.some((id) => namesHoliday(name, id))) return []
  const list = ids.join(', ')
  const message = localise(`jour férié inconnu : « ${name} »`, `unknown holiday: "${name}"`)
  const expected = localise(`une date AAAA-MM-JJ, ou l’un de : ${list}`, `a date YYYY-MM-DD, or one of: ${list}`)
  return [{ code: 'unknown-holiday', path, message, expected }]
}

function regionWithoutCountry(): CalendarFault {
  const message = localise('une région sans pays ne désigne rien', 'a region without a country names nothing')
  return { code: 'region-without-country', path: ['holidays', 'region'], message }
}

function unknownCountry(country: string): CalendarFault {
  const message = localise(`pays inconnu : « ${country} »`, `unknown country: "${country}"`)
  const expected = localise(
    'le code ISO 3166-1 d’un pays de la table, en capitales (FR) ; pour un autre pays, des dates',
    'the ISO 3166-1 code of a country of the table, in capitals (FR); for another country, dates',
  )
  return { code: 'unknown-country', path: ['holidays', 'country'], message, expected }
}

function unknownRegion(country: string, region: string): CalendarFault {
  const message = localise(`région inconnue de ${country} : « ${region} »`, `unknown region of ${country}: "${region}"`)
  const expected = localise(
    'en France un numéro de département ("57", "2A", "971"), ailleurs le code de l’État ou du Land ("BY")',
    'in France the number of a department ("57", "2A", "971"), elsewhere the code of the state ("BY")',
  )
  return { code: 'unknown-region', path: ['holidays', 'region'], message, expected }
}
