import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { daysAfter } from '../../base/shift-date.ts'
import type { HolidayRule } from '../../calendar/definition.ts'
import { closingHolidays, findHolidayPlace } from '../../calendar/holidays.ts'
import { hoursOf } from '../../calendar/lint/hours-of.ts'
import { calendarIdOf } from '../../commitments/due-at.ts'
import { placeOf } from '../../scope/place.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from '../deadlines/contract-terms.ts'

/**
 * Hours by weekday and no word on holidays; or a site in a department that has holidays of its own (Alsace-Moselle,
 * overseas), whose tickets are counted without them. On-call hours may be worked on them.
 */
export const undefinedHolidays: LintRule<Contract> = {
  id: 'SL06',
  severity: 'error',
  title: localise('Jours fériés non définis', 'Holidays not defined'),
  why: localise(
    'Personne ne sait si le prestataire répond le 14 juillet, ou le Vendredi saint à Strasbourg, ni si le délai court ce jour-là.',
    'Nobody knows whether the provider answers on 14 July, or on Good Friday in Strasbourg, nor whether the clock runs then.',
  ),
  mend: localise(
    'Écrivez holidays: { country: FR }, avec region: "67" pour l’Alsace-Moselle ; holidays: {} si les jours fériés sont travaillés.',
    'Write holidays: { country: FR }, with region: "67" for Alsace-Moselle; holidays: {} if holidays are worked.',
  ),
  find: (contract) => [...withoutHolidays(contract), ...otherRegions(contract)],
}

function withoutHolidays({ calendars }: Contract): readonly Violation[] {
  return Object.entries(calendars).flatMap(([id, definition]) => {
    if (definition.weekly === 'always' || definition.holidays !== undefined || hoursOf(definition).length === 0)
      return []
    return [
      {
        path: ['calendars', id],
        message: localise(`Jours fériés non définis dans « ${id} ».`, `Holidays are not defined in "${id}".`),
      },
    ]
  })
}

function otherRegions(contract: Contract): readonly Violation[] {
  const sites = contract.chapters.scope?.sites ?? []
  return Object.entries(contract.calendars).flatMap(([id, { holidays, onCall }]): readonly Violation[] => {
    if (holidays?.country !== 'FR' || onCall === true) return []
    const site = sites.find((one) => {
      const { country, department } = placeOf(one) ?? {}
      return (
        country === 'FR' &&
        department !== undefined &&
        counts(contract, id, one.id) &&
        differs(contract, holidays, department)
      )
    })
    if (site === undefined) return []
    const department = placeOf(site)?.department ?? ''
    return [
      {
        path: ['calendars', id, 'holidays'],
        message: localise(
          `« ${site.label ?? site.id} » (département ${department}) a d’autres jours fériés que ceux de « ${id} », où ses délais sont comptés.`,
          `"${site.label ?? site.id}" (department ${department}) has other holidays than "${id}", which counts its times.`,
        ),
        hint: localise(
          `Faites un calendrier avec region: "${department}", et choisissez-le par site : calendar: { bySite: { ${site.id}: … }, default: ${id} }.`,
          `Make a calendar with region: "${department}", and choose it by site: calendar: { bySite: { ${site.id}: … }, default: ${id} }.`,
        ),
      },
    ]
  })
}

/** Whether the calendar counts some target of the site’s tickets. */
function counts({ commitments }: Contract, calendar: string, site: string): boolean {
  return commitments.targets.some(
    (target) =>
      target.type === 'ticket' &&
      target.target.kind !== 'civil-days' &&
      (target.when.site?.includes(site) ?? true) &&
      calendarIdOf(target.target.calendar, site) === calendar,
  )
}

/** Whether the department has other holidays than the calendar in the first year of the contract. */
function differs(contract: Contract, holidays: HolidayRule, department: string): boolean {
  const [own, counted] = [findHolidayPlace('FR', department), findHolidayPlace('FR', holidays.region)]
  if (typeof own === 'string' || typeof counted === 'string' || own.place === counted.place) return false
  const from = startOfContract(contract)
  const to = daysAfter(from, 'P1Y')
  const daysOf = (region: string | undefined) => {
    const { region: _, ...rule } = holidays
    const days = closingHolidays(region === undefined ? rule : { ...rule, region })
    return [...days.keys()].filter((day) => day >= from && day < to).toSorted((a, b) => a - b)
  }
  return daysOf(department).join() !== daysOf(holidays.region).join()
}
