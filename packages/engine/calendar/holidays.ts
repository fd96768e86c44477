import type { EpochDay } from '../base/civil-date.ts'
import { civilDateOf, epochDayOf, parseCivilDate } from '../base/civil-date.ts'
import type { Localised } from '../base/message.ts'
import type { HolidayRule } from './definition.ts'
import { FRENCH_CORRECTIONS, FRENCH_NAMES, FRENCH_SINCE, frenchPlace } from './french-holidays.ts'
import { readHolidaySeries } from './holiday-series.ts'
import { HOLIDAY_NAMES, HOLIDAY_PLACES, HOLIDAY_SERIES, HOLIDAY_TABLE_VERSION } from './holidays.generated.ts'

/** Library and version of the holiday table, e.g. `date-holidays 3.37.0`. */
export const holidayTableVersion = HOLIDAY_TABLE_VERSION

/** One public holiday on one day; two may share a day. `id` is stable English in kebab-case, e.g. `whit-monday`. */
export type PublicHoliday = { readonly day: EpochDay; readonly id: string; readonly name: Localised }

/** A country, state or region of the table, e.g. `FR.57`. */
export type HolidayPlace = string

export type UnknownPlace = 'unknown-country' | 'unknown-region'

/**
 * The place of an ISO 3166-1 code and a subdivision: a French department (`57`, `2A`, `971`) or the table's state code,
 * with its region after a dot or hyphen (`BY`, `BY.A`). France overseas may also be named as a country (`GP`, `RE`).
 */
export function findHolidayPlace(country: string, region?: string): { readonly place: HolidayPlace } | UnknownPlace {
  const { places } = readTable()
  if (!places.has(country) || country.includes('.')) return 'unknown-country'
  const subdivision = region?.startsWith(`${country}-`) ? region.slice(country.length + 1) : region
  if (country === 'FR') return found(frenchPlace(subdivision))
  if (subdivision === undefined) return { place: frenchPlace(country) ?? country }
  const place = `${country}.${subdivision.replace('-', '.')}`
  return found(places.has(place) ? place : undefined)
}

/** Every public holiday of a place in 1970–2100, by day. Half-days are none: they close no day. */
export function publicHolidays(place: HolidayPlace): readonly PublicHoliday[] {
  const known = holidaysByPlace.get(place)
  if (known !== undefined) return known
  const holidays = readPlace(place)
  holidaysByPlace.set(place, holidays)
  return holidays
}

/** Ids that `worked` may name in a place, sorted. */
export function holidayIds(place: HolidayPlace): readonly string[] {
  return [...new Set(publicHolidays(place).map(({ id }) => id))].sort()
}

/**
 * Whether an id written in a contract names this holiday: a final `-day` and the usual English variants make no
 * difference.
 */
export function namesHoliday(written: string, id: string): boolean {
  return normalised(written) === normalised(id)
}

/** The holidays that close a calendar, by day; the names of two on one day are joined. The rule has been checked. */
export function closingHolidays(rule: HolidayRule): ReadonlyMap<EpochDay, Localised> {
  const days = new Map<EpochDay, Localised>()
  const worked = rule.worked ?? []
  const workedDays = new Set(worked.map(parseCivilDate))
  const close = (day: EpochDay | undefined, name: Localised): void => {
    if (day === undefined || workedDays.has(day)) return
    const other = days.get(day)
    days.set(day, other === undefined ? name : { fr: `${other.fr}, ${name.fr}`, en: `${other.en}, ${name.en}` })
  }
  for (const { day, id, name } of holidaysOf(rule)) {
    if (!worked.some((written) => namesHoliday(written, id))) close(day, name)
  }
  for (const date of rule.dates ?? []) {
    const day = parseCivilDate(date)
    if (day !== undefined && !days.has(day)) close(day, CONTRACT_HOLIDAY)
  }
  return days
}

const CONTRACT_HOLIDAY: Localised = { fr: 'Jour férié du contrat', en: 'Contract holiday' }

const holidaysByPlace = new Map<HolidayPlace, readonly PublicHoliday[]>()

function holidaysOf({ country, region }: HolidayRule): readonly PublicHoliday[] {
  if (country === undefined) return []
  const found = findHolidayPlace(country, region)
  return typeof found === 'string' ? [] : publicHolidays(found.place)
}

function found(place: HolidayPlace | undefined): { readonly place: HolidayPlace } | UnknownPlace {
  return place === undefined ? 'unknown-region' : { place }
}

type HolidayTable = {
  readonly names: readonly string[]
  readonly series: readonly string[]
  readonly places: ReadonlyMap<HolidayPlace, string>
}

let table: HolidayTable | undefined

function readTable(): HolidayTable {
  table ??= {
    names: HOLIDAY_NAMES.trim().split('\n'),
    series: HOLIDAY_SERIES.trim().split('\n'),
    places: new Map(
      HOLIDAY_PLACES.trim()
        .split('\n')
        .map((line) => {
          const [place = '', entries = ''] = line.split(':')
          return [place, entries.trim()] as const
        }),
    ),
  }
  return table
}

function readPlace(place: HolidayPlace): readonly PublicHoliday[] {
  const { names, series: texts } = readTable()
  const french = place === 'FR' || place.startsWith('FR.')
  const { drop = [], move = {} } = FRENCH_CORRECTIONS[place] ?? {}
  return entriesOf(place)
    .flatMap((entry) => {
      const [name = 0, series = 0] = entry.split('.').map((number) => Number.parseInt(number, 36))
      const [id = '', en = '', fr = en] = (names[name] ?? '').split('|')
      if (drop.includes(id)) return []
      const label = (french ? FRENCH_NAMES[id] : undefined) ?? { fr: curly(fr), en: curly(en) }
      const since = french ? (FRENCH_SINCE[id] ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY
      return readHolidaySeries(texts[series] ?? '')
        .map((day) => onDate(day, move[id]))
        .filter((day) => day >= since)
        .map((day) => ({ day, id, name: label }))
    })
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
}

/** Pairs `name.series` of a place: its parent's, plus and minus its own. */
function entriesOf(place: HolidayPlace): readonly string[] {
  const dot = place.lastIndexOf('.')
  const own = (readTable().places.get(place) ?? '').split(' ').filter((entry) => entry !== '')
  const removed = new Set(own.filter((entry) => entry.startsWith('-')).map((entry) => entry.slice(1)))
  const inherited = dot < 0 ? [] : entriesOf(place.slice(0, dot)).filter((entry) => !removed.has(entry))
  return [...inherited, ...own.filter((entry) => !entry.startsWith('-'))]
}

function onDate(day: EpochDay, monthAndDay: string | undefined): EpochDay {
  if (monthAndDay === undefined) return day
  return epochDayOf(civilDateOf(day).year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2)))
}

function curly(name: string): string {
  return name.replaceAll("'", '’')
}

const VARIANTS: Readonly<Record<string, string>> = {
  labor: 'labour',
  may: 'labour',
  'new-year': 'new-years',
  'pentecost-monday': 'whit-monday',
  'st-stephens': 'boxing',
  'saint-stephens': 'boxing',
  'second-christmas': 'boxing',
  'second-day-of-christmas': 'boxing',
  ve: 'victory',
  'victory-in-europe': 'victory',
  national: 'bastille',
}

function normalised(id: string): string {
  const bare = id.replace(/-day$/, '')
  return VARIANTS[bare] ?? bare
}
