import type { CalendarDefinition } from '@vigie/engine'

/** Calendars of the tests, in Europe/Paris unless they say otherwise. */
export const CALENDARS = {
  /** Monday to Friday 08:30–18:00, French holidays. */
  desk: {
    label: 'Heures ouvrées',
    timeZone: 'Europe/Paris',
    weekly: weekdays('08:30-18:00'),
    holidays: { country: 'FR' },
  },
  /** With a lunch break and early Fridays, Whit Monday worked, as in the demonstration company. */
  business: {
    label: 'Heures de bureau',
    timeZone: 'Europe/Paris',
    weekly: { ...weekdays('09:00-12:30', '13:30-18:00'), fri: ['09:00-12:30', '13:30-17:00'] },
    holidays: { country: 'FR', worked: ['whit-monday'] },
    exceptions: [{ date: '2026-12-24', hours: ['09:00-12:00'], label: 'Fermeture anticipée' }],
  },
  always: { label: '24 h/24, 7 j/7', timeZone: 'Europe/Paris', weekly: 'always' },
  'sao-paulo': { label: 'São Paulo', timeZone: 'America/Sao_Paulo', weekly: weekdays('08:00-18:00') },
} as const satisfies { readonly [id: string]: CalendarDefinition }

function weekdays(...hours: readonly string[]) {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
}
