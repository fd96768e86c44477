import type { DraftAnswers, DraftSite } from './draft-answers.ts'
import { chapterLine, wordsOf } from './draft-words.ts'

/**
 * Business hours, one calendar for each set of holidays and zone that the sites have: Alsace-Moselle has two more
 * holidays, overseas departments have their own and their own time.
 */
export function draftCalendars(answers: DraftAnswers): string {
  const say = wordsOf(answers)
  const { hours, onCall } = answers
  const label = say('Heures ouvrées, du lundi au vendredi', 'Business hours, Monday to Friday')
  const week = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => `${day}: ["${hours}"]`).join(', ')
  const locals = localCalendars(answers).map(
    ({ id, zone, region }) => `  ${id}:
    label: ${say(`Heures ouvrées, département ${region}`, `Business hours, department ${region}`)}
    timeZone: ${zone}
    weekly: { ${week} }
    holidays: { country: FR, region: "${region}" }
`,
  )
  const extended = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => `${day}: ["06:00-21:00"]`).join(', ')
  const calls: Readonly<Record<DraftAnswers['onCall'], string>> = {
    none: '',
    extended: `  on-call:
    label: ${say('Astreinte, du lundi au samedi', 'On call, Monday to Saturday')}
    timeZone: Europe/Paris
    weekly: { ${extended} }
    holidays: { country: FR }
    onCall: true
`,
    always: `  on-call:
    label: ${say('Astreinte, 24 h/24 et 7 j/7', 'On call, around the clock')}
    timeZone: Europe/Paris
    weekly: always
    onCall: true
`,
  }
  return `${chapterLine(answers, 'Plages horaires', 'Calendars')}
calendars:
  business:
    label: ${label}
    timeZone: Europe/Paris
    weekly: { ${week} }
    holidays: { country: FR }
${locals.join('')}${calls[onCall]}`
}

/** The business hours that count for a ticket, by its site where sites differ. */
export function businessOf(answers: DraftAnswers): string {
  const local = answers.sites.flatMap((site) => {
    const calendar = localCalendarOf(site)
    return calendar === undefined ? [] : [`${site.id}: ${calendar.id}`]
  })
  return local.length === 0 ? 'business' : `{ bySite: { ${local.join(', ')} }, default: business }`
}

type LocalCalendar = { readonly id: string; readonly zone: string; readonly region: string }

function localCalendars({ sites }: DraftAnswers): readonly LocalCalendar[] {
  return [...new Map(sites.flatMap((site) => localCalendarOf(site) ?? []).map((one) => [one.id, one])).values()]
}

/** Local law of Alsace-Moselle, and the overseas departments. */
function localCalendarOf({ postalCode }: DraftSite): LocalCalendar | undefined {
  const region = postalCode.startsWith('97') ? postalCode.slice(0, 3) : postalCode.slice(0, 2)
  const zone = ZONES[region]
  return zone === undefined ? undefined : { id: `business-${region}`, zone, region }
}

const ZONES: Readonly<Record<string, string>> = {
  '57': 'Europe/Paris',
  '67': 'Europe/Paris',
  '68': 'Europe/Paris',
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '976': 'Indian/Mayotte',
}
