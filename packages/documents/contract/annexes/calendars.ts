import type { CalendarDefinition, CalendarException, Weekday } from '@vigie/engine'
import { countryName } from '../country-name.ts'
import type { Block, Inline } from '../document-model.ts'
import { DAYS, intervalsInWords } from '../hours-in-words.ts'
import { capital, code, en, fr, inlineOf, sentences } from '../inline.ts'
import { type Annex, column, item, paragraph, present, row, type Subject, table } from '../parts.ts'
import type { Writing } from '../writing.ts'

const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Annex: every calendar, with its hours, its holidays and its dated exceptions. */
export function calendarsAnnex(writing: Writing): Annex | undefined {
  const { contract, say } = writing
  const calendars = Object.entries(contract.calendars)
  if (calendars.length === 0) return undefined
  return {
    anchor: 'annex:calendars',
    title: say(fr`Calendriers`, en`Calendars`),
    blocks: [
      paragraph(
        say(
          fr`Les heures s’entendent à l’heure locale du fuseau indiqué, de l’heure d’ouverture incluse à l’heure de fermeture exclue.`,
          en`Hours are local time of the zone given, from the opening time included to the closing time excluded.`,
        ),
      ),
    ],
    parts: calendars.map(([id, calendar]) => calendarPart(id, calendar, writing)),
  }
}

function calendarPart(id: string, calendar: CalendarDefinition, writing: Writing): Subject {
  const { say, anchors } = writing
  const { label, timeZone, onCall } = calendar
  return {
    anchor: anchors.of('calendar', id)[0],
    title: label === undefined ? [code(id)] : say(fr`${label} (${code(id)})`, en`${label} (${code(id)})`),
    blocks: [
      paragraph(
        sentences(
          say(fr`Fuseau horaire : ${code(timeZone)}.`, en`Time zone: ${code(timeZone)}.`),
          onCall === undefined
            ? undefined
            : onCall
              ? say(fr`Ce calendrier est celui d’une astreinte.`, en`This calendar is that of an on-call duty.`)
              : say(
                  fr`Ce calendrier n’est pas celui d’une astreinte.`,
                  en`This calendar is not that of an on-call duty.`,
                ),
        ),
      ),
      hours(id, calendar, writing),
      ...holidays(calendar, writing),
      ...exceptions(calendar, writing),
    ],
  }
}

function hours(id: string, { label, weekly }: CalendarDefinition, { say, text, language }: Writing): Block {
  if (weekly === 'always')
    return paragraph(
      say(
        fr`Ouvert sans interruption, 24 h/24 et 7 j/7.`,
        en`Open without interruption, 24 hours a day, 7 days a week.`,
      ),
    )
  return table(
    text(`Heures d’ouverture – ${label ?? id}`, `Opening hours – ${label ?? id}`),
    [column(text('Jour', 'Day'), 1), column(text('Heures', 'Hours'), 3)],
    WEEK.map((day) => {
      const open = weekly[day] ?? []
      return row([
        capital(inlineOf(DAYS[language][day])),
        open.length === 0 ? text('fermé', 'closed') : intervalsInWords(open, language),
      ])
    }),
  )
}

function holidays({ holidays: clause, weekly }: CalendarDefinition, writing: Writing): readonly Block[] {
  const { say, and, date, language, text } = writing
  if (clause === undefined)
    return weekly === 'always'
      ? []
      : [paragraph(say(fr`Les jours fériés n’y font pas exception.`, en`Public holidays make no exception.`))]
  const { country, region, dates, worked, closes } = clause
  const place =
    country === undefined
      ? undefined
      : region === undefined
        ? countryName(country, language)
        : text(
            `${countryName(country, language)}, région ${region}`,
            `${countryName(country, language)}, region ${region}`,
          )
  const named = (name: string) => (/^\d{4}-/.test(name) ? date(name) : holidayName(name, text))
  return [
    paragraph(
      sentences(
        place === undefined
          ? region === undefined
            ? undefined
            : say(
                fr`Fermé les jours fériés de la région ${region}.`,
                en`Closed on the public holidays of the region ${region}.`,
              )
          : say(fr`Fermé les jours fériés légaux (${place}).`, en`Closed on public holidays (${place}).`),
        dates &&
          say(
            fr`Sont aussi fériés : ${and(dates.map((one) => date(one)))}.`,
            en`Also holidays: ${and(dates.map((one) => date(one)))}.`,
          ),
        worked &&
          say(fr`Sont travaillés : ${and(worked.map(named))}.`, en`Worked all the same: ${and(worked.map(named))}.`),
        closes === undefined
          ? undefined
          : closes === 'shift'
            ? say(
                fr`Un jour férié ferme la plage qui commence ce jour-là.`,
                en`A holiday closes the shift that starts on that day.`,
              )
            : say(fr`Un jour férié ferme de 0 h à 24 h.`, en`A holiday closes from 00:00 to 24:00.`),
      ),
    ),
  ]
}

function holidayName(name: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    'new-year': text('le jour de l’An', 'New Year’s Day'),
    'good-friday': text('le Vendredi saint', 'Good Friday'),
    'easter-monday': text('le lundi de Pâques', 'Easter Monday'),
    'labour-day': text('le 1er mai', '1 May'),
    ascension: text('l’Ascension', 'Ascension Day'),
    'whit-monday': text('le lundi de Pentecôte', 'Whit Monday'),
    'all-saints': text('la Toussaint', 'All Saints’ Day'),
    assumption: text('l’Assomption', 'Assumption Day'),
    christmas: text('Noël', 'Christmas Day'),
  }
  return names[name] ?? name
}

function exceptions({ exceptions: list = [] }: CalendarDefinition, writing: Writing): readonly Block[] {
  const { say, date, language } = writing
  if (list.length === 0) return []
  return [
    paragraph(say(fr`Journées particulières :`, en`Special days:`)),
    ...list.map((exception) => item(exceptionText(exception))),
  ]

  function exceptionText({ date: day, first, last, hours: open, closed, label }: CalendarException): Inline {
    const when =
      day === undefined
        ? say(fr`du ${date(first ?? '')} au ${date(last ?? '')}`, en`from ${date(first ?? '')} to ${date(last ?? '')}`)
        : say(fr`le ${date(day)}`, en`on ${date(day)}`)
    const parts = present(
      open === undefined
        ? undefined
        : open.length === 0
          ? say(fr`fermé`, en`closed`)
          : say(
              fr`ouvert ${intervalsInWords(open, language)} seulement`,
              en`open ${intervalsInWords(open, language)} only`,
            ),
      closed && say(fr`fermé ${intervalsInWords(closed, language)}`, en`closed ${intervalsInWords(closed, language)}`),
    )
    const why = label === undefined ? [] : say(fr` (${label})`, en` (${label})`)
    return say(fr`${when} : ${writing.and(parts)}${why} ;`, en`${when}: ${writing.and(parts)}${why};`)
  }
}
