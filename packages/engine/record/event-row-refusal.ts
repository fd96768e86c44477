import { nearestWord } from '../base/document/nearest-word.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import { type Column, EVENT_TYPES, type EventType } from './event.ts'
import { PARTIES } from './event-store.ts'
import type { AtFault } from './instant-bytes.ts'

/** Why a row of an event file is not a fact. */
export type EventRowFault =
  | 'missing-ticket'
  | 'missing-instant'
  | 'not-an-instant'
  | 'missing-offset'
  | 'impossible-date'
  | 'date-out-of-range'
  | 'missing-event'
  | 'unknown-event'
  | 'bad-seq'
  | 'bad-party'
  | 'bad-billable'
  | 'bad-minutes'
  | 'bad-score'
  | 'missing-value'
  | 'names-itself'

export type RowRefusal = { readonly code: EventRowFault; readonly message: Localised }

export function missingTicket(): RowRefusal {
  return refuse('missing-ticket', localise('le ticket manque', 'the ticket is missing'))
}

export function missingInstant(): RowRefusal {
  return refuse('missing-instant', localise('l’instant « at » manque', 'the instant "at" is missing'))
}

export function instantRefusal(fault: AtFault, column: string, text: string): RowRefusal {
  const [fr, en] = [`« ${column} » vaut « ${cut(text)} » :`, `"${column}" is "${cut(text)}":`]
  switch (fault) {
    case 'not-an-instant':
      return refuse(
        fault,
        localise(
          `${fr} ce n’est pas un instant ISO 8601 (2026-10-05T14:30:00+02:00)`,
          `${en} not an ISO 8601 instant (2026-10-05T14:30:00+02:00)`,
        ),
      )
    case 'missing-offset':
      return refuse(
        fault,
        localise(
          `${fr} le décalage horaire manque, et aucun fuseau n’est donné (--time-zone)`,
          `${en} no offset, and no time zone is given (--time-zone)`,
        ),
      )
    case 'impossible-date':
      return refuse(fault, localise(`${fr} cette date n’existe pas`, `${en} there is no such date`))
    case 'out-of-range':
      return refuse(
        'date-out-of-range',
        localise(`${fr} hors de la période connue, de 1970 à 2100`, `${en} outside the known span, 1970 to 2100`),
      )
  }
}

export function missingEvent(): RowRefusal {
  return refuse(
    'missing-event',
    localise(
      'l’évènement manque ; une ligne sans évènement retire un fait, que « corrects » doit nommer',
      'the event is missing; a row without an event withdraws a fact, which "corrects" must name',
    ),
  )
}

export function unknownEvent(text: string): RowRefusal {
  const near = nearestWord(text, EVENT_TYPES)
  return refuse(
    'unknown-event',
    localise(
      `évènement inconnu « ${cut(text)} »${near ? ` ; « ${near} » sans doute` : ''}`,
      `unknown event "${cut(text)}"${near ? `; perhaps "${near}"` : ''}`,
    ),
  )
}

export function badSeq(text: string): RowRefusal {
  return refuse(
    'bad-seq',
    localise(
      `« seq » vaut « ${cut(text)} » ; un entier est attendu`,
      `"seq" is "${cut(text)}"; an integer is expected`,
    ),
  )
}

export function badParty(text: string): RowRefusal {
  return refuse(
    'bad-party',
    localise(
      `« party » vaut « ${cut(text)} » ; ${PARTIES.join(', ')} sont attendus`,
      `"party" is "${cut(text)}"; ${PARTIES.join(', ')} are expected`,
    ),
  )
}

export function badExclusion(text: string): RowRefusal {
  return refuse(
    'bad-party',
    localise(
      `une exclusion est l’acte de « client » ou de « provider », non de « ${cut(text)} »`,
      `an exclusion is an act of "client" or "provider", not of "${cut(text)}"`,
    ),
  )
}

export function badBillable(text: string): RowRefusal {
  return refuse(
    'bad-billable',
    localise(
      `« billable » vaut « ${cut(text)} » ; true ou false est attendu`,
      `"billable" is "${cut(text)}"; true or false is expected`,
    ),
  )
}

export function badMinutes(text: string): RowRefusal {
  return refuse(
    'bad-minutes',
    localise(
      `« minutes » vaut « ${cut(text)} » ; un nombre décimal positif ou nul, à point, est attendu`,
      `"minutes" is "${cut(text)}"; a decimal number, zero or more, is expected`,
    ),
  )
}

export function badScore(text: string): RowRefusal {
  return refuse(
    'bad-score',
    localise(
      `« score » vaut « ${cut(text)} » ; un nombre décimal positif ou nul, à point, est attendu`,
      `"score" is "${cut(text)}"; a decimal number, zero or more, is expected`,
    ),
  )
}

export function missingValue(type: EventType, column: Column): RowRefusal {
  return refuse(
    'missing-value',
    localise(
      `l’évènement « ${type} » demande la colonne « ${column} »`,
      `the event "${type}" needs the column "${column}"`,
    ),
  )
}

export function namesItself(column: Column): RowRefusal {
  return refuse(
    'names-itself',
    localise(`« ${column} » nomme le ticket lui-même`, `"${column}" names the ticket itself`),
  )
}

function refuse(code: EventRowFault, message: Localised): RowRefusal {
  return { code, message }
}

/** Enough of a faulty text to recognise it. */
function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
