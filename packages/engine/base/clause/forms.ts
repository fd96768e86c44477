import { localise } from '../localise.ts'
import type { Localised } from '../message.ts'

/**
 * The forms that a clause's values take, as a person is told of them. A schema names its form as its error message;
 * the code of the issue is `not-` and the form.
 */
export const FORMS = {
  'a-text': localise(
    'un texte, entre guillemets s’il ressemble à un nombre',
    'a text, in quotes if it looks like a number',
  ),
  'an-identifier': localise(
    'un identifiant : un texte d’une ligne, entre guillemets s’il ressemble à un nombre',
    'an identifier: a text of one line, in quotes if it looks like a number',
  ),
  'a-calendar': localise('l’identifiant d’un calendrier du contrat', 'the id of a calendar of the contract'),
  'a-reference': localise(
    'un identifiant déclaré dans le contrat, entre guillemets s’il ressemble à un nombre',
    'an identifier declared in the contract, in quotes if it looks like a number',
  ),
  'a-text-or-a-list': localise(
    'un texte ou une liste de textes, entre guillemets s’ils ressemblent à des nombres',
    'a text or a list of texts, in quotes if they look like numbers',
  ),
  'a-map': localise('des clés et leurs valeurs', 'keys with their values'),
  'a-list': localise('une liste', 'a list'),
  'a-boolean': localise('true ou false', 'true or false'),
  'a-percentage': localise('un pourcentage avec son signe : 99.5%', 'a percentage with its sign: 99.5%'),
  'a-percentage-up-to-100': localise(
    'un pourcentage de 0% à 100%, avec son signe : 99.5%',
    'a percentage from 0% to 100%, with its sign: 99.5%',
  ),
  'a-decimal': localise(
    'un nombre décimal, sans guillemets ni unité : 150.00',
    'a decimal number, without quotes or unit: 150.00',
  ),
  'a-positive-decimal': localise(
    'un nombre décimal plus grand que 0, au plus un million, sans guillemets ni unité : 1.5',
    'a decimal number greater than 0, at most a million, without quotes or unit: 1.5',
  ),
  'an-amount': localise(
    'un montant dans la monnaie du contrat, 0 ou plus : 150.00',
    'an amount in the contract’s currency, 0 or more: 150.00',
  ),
  'a-whole-number': localise('un nombre entier, 0 ou plus : 5', 'a whole number, 0 or more: 5'),
  'a-positive-whole-number': localise('un nombre entier, 1 ou plus : 5', 'a whole number, 1 or more: 5'),
  'a-weight': localise('une pondération de 0 à 1, ou de 0% à 100%', 'a weight from 0 to 1, or from 0% to 100%'),
  'a-civil-date': localise(
    'une date qui existe, de 1970 à 2100 : 2026-01-31',
    'a date that exists, from 1970 to 2100: 2026-01-31',
  ),
  'a-month': localise('un mois : 2026-01', 'a month: 2026-01'),
  'a-day-of-the-year': localise(
    'un jour de l’année, entre guillemets : "01-31"',
    'a day of the year, in quotes: "01-31"',
  ),
  'a-wall-time': localise('une heure, entre guillemets : "16:00"', 'a time of day, in quotes: "16:00"'),
  'hours-of-a-day': localise(
    'des heures HH:MM-HH:MM, entre guillemets : "09:00-12:30", "22:00-06:00"',
    'hours HH:MM-HH:MM, in quotes: "09:00-12:30", "22:00-06:00"',
  ),
  'the-hours-of-a-week': localise(
    'always, ou des heures par jour : { mon: ["09:00-18:00"] }',
    'always, or hours by day: { mon: ["09:00-18:00"] }',
  ),
  'an-end-of-day-or-a-wall-time': localise(
    'end-of-day, ou une heure : "16:00"',
    'end-of-day, or a time of day: "16:00"',
  ),
  'a-duration': localise('une durée ISO 8601 : P3M, P5D, PT8H', 'an ISO 8601 duration: P3M, P5D, PT8H'),
  'a-recurrence': localise(
    'une récurrence iCalendar : "FREQ=MONTHLY;BYDAY=2TU;BYHOUR=10;BYMINUTE=0"',
    'an iCalendar recurrence: "FREQ=MONTHLY;BYDAY=2TU;BYHOUR=10;BYMINUTE=0"',
  ),
  'a-country': localise('un pays, deux lettres ISO 3166 : FR', 'a country, two letters of ISO 3166: FR'),
  'a-currency': localise('une monnaie, trois lettres ISO 4217 : EUR', 'a currency, three letters of ISO 4217: EUR'),
  'a-siren': localise('un SIREN : neuf chiffres entre guillemets', 'a SIREN: nine digits in quotes'),
  'a-sha-256': localise(
    'une empreinte SHA-256 : 64 chiffres hexadécimaux',
    'a SHA-256 fingerprint: 64 hexadecimal digits',
  ),
  'a-target': localise(
    'une durée et son horloge : { hours: 4, calendar: … }, { minutes: 30, calendar: … }, { workingDays: 5, calendar: … } ou { days: 3 }',
    'a duration with its clock: { hours: 4, calendar: … }, { minutes: 30, calendar: … }, { workingDays: 5, calendar: … } or { days: 3 }',
  ),
  'an-at-risk-time': localise(
    'une durée et son horloge { hours: 1, calendar: … }, ou une part du délai 20%',
    'a duration with its clock { hours: 1, calendar: … }, or a share of the target 20%',
  ),
  'a-calendar-choice': localise(
    'un calendrier, ou { bySite: { site: calendrier }, default: calendrier }',
    'a calendar, or { bySite: { site: calendar }, default: calendar }',
  ),
  'a-sum': localise(
    'un montant { amount: 150.00 } ou la part d’une redevance { share: 5%, of: monthly-fee }',
    'an amount { amount: 150.00 } or a share of a fee { share: 5%, of: monthly-fee }',
  ),
  'a-tier': localise(
    'un palier : { from: 95%, below: 99%, share: 5%, of: monthly-fee } ou { above: 0%, upTo: 10%, amount: 50.00 }',
    'a tier: { from: 95%, below: 99%, share: 5%, of: monthly-fee } or { above: 0%, upTo: 10%, amount: 50.00 }',
  ),
  'a-tier-bound': localise(
    'un écart en points (10%) ou une durée (PT2H)',
    'a gap in points (10%) or a duration (PT2H)',
  ),
  'a-divisor': localise(
    'un nombre positif, ou { openHours: calendrier }',
    'a positive number, or { openHours: calendar }',
  ),
  'a-delay': localise(
    'une durée ISO 8601 (P30D), ou un délai et son horloge { workingDays: 10, calendar: … }',
    'an ISO 8601 duration (P30D), or a duration with its clock { workingDays: 10, calendar: … }',
  ),
  'a-service-expression': localise(
    'un composant, ou { all: […] }, { any: […] }, { atLeast: 2, of: […] }',
    'a component, or { all: […] }, { any: […] }, { atLeast: 2, of: […] }',
  ),
  'a-fee': localise(
    'un montant { amount: 2580.00 } ou un multiple { times: 12, of: monthly-fee }',
    'an amount { amount: 2580.00 } or a multiple { times: 12, of: monthly-fee }',
  ),
  'a-price-item': localise('l’identifiant d’un article, ou un article', 'the id of an item, or an item'),
  'an-index-month': localise(
    '{ month: 2025-10 }, { lag: P6M } ou { rule: texte, reading: of-month }',
    '{ month: 2025-10 }, { lag: P6M } or { rule: text, reading: of-month }',
  ),
  'a-kpi': localise(
    'l’identifiant d’un indicateur usuel, ou { id, population, aggregator, direction, target }',
    'the id of a usual KPI, or { id, population, aggregator, direction, target }',
  ),
  'a-kpi-population': localise(
    'une source (resolved, open, resolution…), ou { of: source, when: { colonne: valeur(s) } }',
    'a source (resolved, open, resolution…), or { of: source, when: { column: value(s) } }',
  ),
  'a-kpi-target': localise('un nombre, un pourcentage ou une durée', 'a number, a percentage or a duration'),
  'a-stated-item': localise(
    'true, false, ou le numéro de la clause qui le dit, entre guillemets : "9.3"',
    'true, false, or the number of the clause that says it, in quotes: "9.3"',
  ),
  'a-fee-owed': localise(
    'none, remaining-fees ou un montant { amount: 1500.00 }',
    'none, remaining-fees or an amount { amount: 1500.00 }',
  ),
  'a-switching-charge': localise('none, cost-only ou { amount: 500.00 }', 'none, cost-only or { amount: 500.00 }'),
  'a-limit': localise('none, ou un montant : 40000.00', 'none, or an amount: 40000.00'),
  'processing-of-personal-data': localise(
    'none, ou { purposes, categories, instructions, … }',
    'none, or { purposes, categories, instructions, … }',
  ),
  'an-authority': localise(
    'contract, ou { transcription: { file, sha256, signedOn } }',
    'contract, or { transcription: { file, sha256, signedOn } }',
  ),
  'a-wall-interval': localise('des heures, entre guillemets : "09:00-12:30"', 'hours, in quotes: "09:00-12:30"'),
  'weekly-hours': localise(
    'always, ou les heures de chaque jour : { mon: ["09:00-12:30", "13:30-18:00"], … }',
    'always, or the hours of each day: { mon: ["09:00-12:30", "13:30-18:00"], … }',
  ),
  'a-time-zone': localise('un fuseau IANA : Europe/Paris', 'an IANA time zone: Europe/Paris'),
  'a-json-pointer': localise(
    'un pointeur JSON : /commitments/targets/2/target/hours',
    'a JSON pointer: /commitments/targets/2/target/hours',
  ),
  'a-value': localise('une valeur', 'a value'),
} as const satisfies Readonly<Record<string, Localised>>

export type Form = keyof typeof FORMS

/** The form that a schema's message names, if it names one. */
export function formOf(message: string): Localised | undefined {
  return Object.hasOwn(FORMS, message) ? FORMS[message as Form] : undefined
}
