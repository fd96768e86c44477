import { nearestWord } from '../base/document/nearest-word.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import type { Zone } from '../calendar/local-time.ts'
import { COLUMNS, type Column, EVENT_TYPES, type EventType } from './event.ts'
import { EVENT_FILE_COLUMNS, type EventFileColumn } from './event-columns.ts'
import { cellOf, type EventDraft, type EventStore, PARTIES, WITHDRAWAL } from './event-store.ts'
import { type AtFault, readInstant } from './instant-bytes.ts'
import type { TableRow } from './table-reader.ts'
import { createTextPool } from './text-pool.ts'
import { decodeUtf8 } from './utf8.ts'

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

/**
 * Reads a row of an event file into `draft`; the reason where it is no fact. Looks at the row alone: what depends on
 * other rows (corrections, tickets never reported) is decided when all are read.
 */
export function readEventRow(
  row: TableRow,
  store: EventStore,
  draft: EventDraft,
  zone: Zone | undefined,
): RowRefusal | undefined {
  const { bytes, from, to } = row
  if (to[TICKET] === from[TICKET])
    return refuse('missing-ticket', localise('le ticket manque', 'the ticket is missing'))
  const corrected = to[CORRECTS] !== from[CORRECTS]
  const type = to[EVENT] === from[EVENT] ? WITHDRAWAL : TYPES.find(bytes, from[EVENT] as number, to[EVENT] as number)
  if (type < 0) return unknownEvent(textOf(row, EVENT))
  if (type === WITHDRAWAL && !corrected) return missingEvent()

  const known = instantOf(row, RECORDED_AT, zone)
  if (typeof known === 'object') return known
  const happened = instantOf(row, AT, zone)
  if (typeof happened === 'object') return happened
  const at = happened ?? (type === WITHDRAWAL ? known : undefined)
  if (at === undefined)
    return refuse('missing-instant', localise('l’instant « at » manque', 'the instant "at" is missing'))

  const seq = to[SEQ] === from[SEQ] ? 0 : integerOf(textOf(row, SEQ))
  if (seq === undefined) return badSeq(textOf(row, SEQ))
  const refusal = readCells(row, store, draft) ?? checkNeeds(row, type)
  if (refusal) return refusal
  draft.line = row.line
  draft.type = type
  draft.at = at
  draft.recordedAt = known ?? at
  draft.seq = seq
  draft.ticket = store.tickets.intern(bytes, from[TICKET] as number, to[TICKET] as number)
  draft.id = to[ID] === from[ID] ? -1 : store.ids.intern(bytes, from[ID] as number, to[ID] as number)
  draft.corrects = corrected ? store.ids.intern(bytes, from[CORRECTS] as number, to[CORRECTS] as number) : -1
  return undefined
}

const TICKET = EVENT_FILE_COLUMNS.indexOf('ticket')
const AT = EVENT_FILE_COLUMNS.indexOf('at')
const EVENT = EVENT_FILE_COLUMNS.indexOf('event')
const ID = EVENT_FILE_COLUMNS.indexOf('id')
const SEQ = EVENT_FILE_COLUMNS.indexOf('seq')
const RECORDED_AT = EVENT_FILE_COLUMNS.indexOf('recordedAt')
const CORRECTS = EVENT_FILE_COLUMNS.indexOf('corrects')
/** Where the columns of `COLUMNS` start in a row. */
const FIRST_COLUMN = EVENT_FILE_COLUMNS.indexOf(COLUMNS[0])

const TYPES = createTextPool(EVENT_TYPES)
const PARTY = COLUMNS.indexOf('party')
const MINUTES = COLUMNS.indexOf('minutes')
const BILLABLE = COLUMNS.indexOf('billable')
const SCORE = COLUMNS.indexOf('score')
const FIRST_CHECKED = Math.min(PARTY, MINUTES, BILLABLE, SCORE)
/** The store's first texts (`FIRST_VALUES`) are the parties, then the two booleans. */
const TRUE = PARTIES.length
/** What an event cannot do without. */
const NEEDS: readonly (readonly Column[])[] = EVENT_TYPES.map((type) => {
  switch (type) {
    case 'worked':
      return ['minutes']
    case 'merged':
      return ['into']
    case 'linked':
      return ['parent']
    case 'rated':
      return ['score']
    case 'contested':
      return ['commitment']
    case 'excluded':
      return ['commitment', 'party']
    default:
      return []
  }
})

function readCells(row: TableRow, store: EventStore, draft: EventDraft): RowRefusal | undefined {
  const { bytes, from, to, filled, filledCount } = row
  const { cells } = draft
  let count = 0
  for (let i = 0; i < filledCount; i++) {
    const slot = filled[i] as number
    const column = slot - FIRST_COLUMN
    if (column < 0 || column >= COLUMNS.length) continue
    const start = from[slot] as number
    const end = to[slot] as number
    const value = store.values.intern(bytes, start, end)
    if (column >= FIRST_CHECKED) {
      const refusal = checkValue(column, value, bytes, start, end)
      if (refusal) return refusal
    }
    const cell = cellOf(column, value)
    let at = count++
    for (; at > 0 && (cells[at - 1] as number) > cell; at--) cells[at] = cells[at - 1] as number
    cells[at] = cell
  }
  draft.cellCount = count
  return undefined
}

/** The columns whose text has a form of its own. */
function checkValue(
  column: number,
  value: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): RowRefusal | undefined {
  if (column === PARTY) return value < PARTIES.length ? undefined : badParty(decodeUtf8(bytes, from, to))
  if (column === MINUTES) return isDecimal(bytes, from, to) ? undefined : badMinutes(decodeUtf8(bytes, from, to))
  if (column === SCORE) return isDecimal(bytes, from, to) ? undefined : badScore(decodeUtf8(bytes, from, to))
  if (column !== BILLABLE) return undefined
  return value === TRUE || value === TRUE + 1 ? undefined : badBillable(decodeUtf8(bytes, from, to))
}

function checkNeeds(row: TableRow, type: number): RowRefusal | undefined {
  const needs = NEEDS[type]
  if (needs === undefined || needs.length === 0) return undefined
  for (const column of needs) {
    const slot = EVENT_FILE_COLUMNS.indexOf(column)
    if (row.to[slot] === row.from[slot]) return missingValue(EVENT_TYPES[type] as EventType, column)
    if ((column === 'into' || column === 'parent') && textOf(row, slot) === textOf(row, TICKET))
      return namesItself(column)
    if (column === 'party' && !['client', 'provider'].includes(textOf(row, slot)))
      return badExclusion(textOf(row, slot))
  }
  return undefined
}

/** The instant of a column; nothing where it is empty. */
function instantOf(row: TableRow, slot: number, zone: Zone | undefined): number | RowRefusal | undefined {
  const from = row.from[slot] as number
  const to = row.to[slot] as number
  if (from === to) return undefined
  const instant = readInstant(row.bytes, from, to, zone)
  return typeof instant === 'string'
    ? instantRefusal(instant, EVENT_FILE_COLUMNS[slot] as EventFileColumn, textOf(row, slot))
    : instant
}

function textOf(row: TableRow, slot: number): string {
  return decodeUtf8(row.bytes, row.from[slot] as number, row.to[slot] as number)
}

/** Digits, then a point and digits perhaps: what `parseDecimal` reads, without a sign. */
function isDecimal(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from
  while (at < to && isDigit(bytes[at])) at++
  if (at === from || (at > from + 1 && bytes[from] === 48)) return false
  if (at === to) return true
  if (bytes[at] !== 46 || at + 1 === to) return false
  for (at++; at < to; at++) if (!isDigit(bytes[at])) return false
  return true
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}

function integerOf(text: string): number | undefined {
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  return Number.isNaN(value) ? undefined : value
}

function refuse(code: EventRowFault, message: Localised): RowRefusal {
  return { code, message }
}

function instantRefusal(fault: AtFault, column: string, text: string): RowRefusal {
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

function missingEvent(): RowRefusal {
  return refuse(
    'missing-event',
    localise(
      'l’évènement manque ; une ligne sans évènement retire un fait, que « corrects » doit nommer',
      'the event is missing; a row without an event withdraws a fact, which "corrects" must name',
    ),
  )
}

function unknownEvent(text: string): RowRefusal {
  const near = nearestWord(text, EVENT_TYPES)
  return refuse(
    'unknown-event',
    localise(
      `évènement inconnu « ${cut(text)} »${near ? ` ; « ${near} » sans doute` : ''}`,
      `unknown event "${cut(text)}"${near ? `; perhaps "${near}"` : ''}`,
    ),
  )
}

function badSeq(text: string): RowRefusal {
  return refuse(
    'bad-seq',
    localise(
      `« seq » vaut « ${cut(text)} » ; un entier est attendu`,
      `"seq" is "${cut(text)}"; an integer is expected`,
    ),
  )
}

function badParty(text: string): RowRefusal {
  return refuse(
    'bad-party',
    localise(
      `« party » vaut « ${cut(text)} » ; ${PARTIES.join(', ')} sont attendus`,
      `"party" is "${cut(text)}"; ${PARTIES.join(', ')} are expected`,
    ),
  )
}

function badExclusion(text: string): RowRefusal {
  return refuse(
    'bad-party',
    localise(
      `une exclusion est l’acte de « client » ou de « provider », non de « ${cut(text)} »`,
      `an exclusion is an act of "client" or "provider", not of "${cut(text)}"`,
    ),
  )
}

function badBillable(text: string): RowRefusal {
  return refuse(
    'bad-billable',
    localise(
      `« billable » vaut « ${cut(text)} » ; true ou false est attendu`,
      `"billable" is "${cut(text)}"; true or false is expected`,
    ),
  )
}

function badMinutes(text: string): RowRefusal {
  return refuse(
    'bad-minutes',
    localise(
      `« minutes » vaut « ${cut(text)} » ; un nombre décimal positif ou nul, à point, est attendu`,
      `"minutes" is "${cut(text)}"; a decimal number, zero or more, is expected`,
    ),
  )
}

function badScore(text: string): RowRefusal {
  return refuse(
    'bad-score',
    localise(
      `« score » vaut « ${cut(text)} » ; un nombre décimal positif ou nul, à point, est attendu`,
      `"score" is "${cut(text)}"; a decimal number, zero or more, is expected`,
    ),
  )
}

function missingValue(type: EventType, column: Column): RowRefusal {
  return refuse(
    'missing-value',
    localise(
      `l’évènement « ${type} » demande la colonne « ${column} »`,
      `the event "${type}" needs the column "${column}"`,
    ),
  )
}

function namesItself(column: Column): RowRefusal {
  return refuse(
    'names-itself',
    localise(`« ${column} » nomme le ticket lui-même`, `"${column}" names the ticket itself`),
  )
}

/** Enough of a faulty text to recognise it. */
function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
