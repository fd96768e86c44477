import type { CalendarDefinition, Language, Weekday } from '@vigie/engine'

const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export const DAYS: { readonly [L in Language]: Readonly<Record<Weekday, string>> } = {
  fr: { mon: 'lundi', tue: 'mardi', wed: 'mercredi', thu: 'jeudi', fri: 'vendredi', sat: 'samedi', sun: 'dimanche' },
  en: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
}

/** The hours of a week in a phrase: `lundi à vendredi 7 h – 22 h, samedi 8 h – 18 h, hors jours fériés`. */
export function hoursInWords(calendar: CalendarDefinition | undefined, language: Language): string {
  if (calendar === undefined) return ''
  const french = language === 'fr'
  const holidays = calendar.holidays === undefined ? '' : french ? ', hors jours fériés' : ', public holidays excepted'
  if (calendar.weekly === 'always')
    return `${french ? '24\u00a0h/24, 7\u00a0j/7' : '24 hours a day, 7 days a week'}${holidays}`
  const runs = weekRuns(calendar.weekly).map(({ first, last, hours }) => {
    const days = DAYS[language]
    const span = first === last ? days[first] : `${days[first]} ${french ? 'à' : 'to'} ${days[last]}`
    return `${span} ${intervalsInWords(hours, language)}`
  })
  if (runs.length === 0) return french ? 'jamais ouvert' : 'never open'
  return runs.join(', ') + holidays
}

/** `9 h – 12 h 30 et 13 h 30 – 18 h`. */
export function intervalsInWords(intervals: readonly string[], language: Language): string {
  const said = intervals.map((interval) => {
    const [from = '', to = ''] = interval.split('-')
    return `${clockInWords(from, language)}\u00a0–\u00a0${clockInWords(to, language)}`
  })
  return said.join(language === 'fr' ? ' et ' : ' and ')
}

/** `07:00` → `7 h`, `13:30` → `13 h 30`; English keeps the clock. */
export function clockInWords(time: string, language: Language): string {
  if (language === 'en') return time
  const [hours = '', minutes = ''] = time.split(':')
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`
}

type WeekRun = { readonly first: Weekday; readonly last: Weekday; readonly hours: readonly string[] }

/** Days that follow each other with the same hours; closed days left out. */
function weekRuns(weekly: Exclude<CalendarDefinition['weekly'], 'always'>): readonly WeekRun[] {
  const runs: WeekRun[] = []
  for (const [index, day] of WEEK.entries()) {
    const hours = weekly[day] ?? []
    const run = runs.at(-1)
    const follows = run !== undefined && WEEK[index - 1] === run.last
    if (follows && run.hours.join() === hours.join()) runs[runs.length - 1] = { ...run, last: day }
    else if (hours.length > 0) runs.push({ first: day, last: day, hours })
  }
  return runs
}
