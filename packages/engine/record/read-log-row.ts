import { nearestWord } from '../base/document/nearest-word.ts'
import type { Instant } from '../base/instant.ts'
import { localise } from '../base/localise.ts'
import { EVENT_TYPES } from './event.ts'
import { instantRefusal, unknownEvent } from './event-row-refusal.ts'
import { type FactRefusal, isRefusal, missingField, refuseFact } from './fact-table.ts'
import type { AtFault } from './instant-bytes.ts'
import type { LogLayout } from './log-layout.ts'
import { appendRow, type LogRows } from './log-rows.ts'
import type { Mapping, StateMeaning } from './mapping.ts'
import { encodeUtf8 } from './utf8.ts'

/**
 * Keeps a row of the log, given the texts of its columns (missing ones empty). The reason where it is refused; `ignored`
 * where the mapping leaves it aside.
 */
export function readLogRow(
  texts: readonly string[],
  line: number,
  mapping: Mapping,
  layout: LogLayout,
  rows: LogRows,
): FactRefusal | 'ignored' | undefined {
  const ticket = texts[layout.ticket] ?? ''
  if (ticket === '') return missingField(mapping.ticket)
  const at = dateOf(texts, layout.at, mapping, layout) ?? missingField(mapping.at)
  if (isRefusal(at)) return at
  for (const place of [layout.recordedAt, ...layout.once.map(([, column]) => column)]) {
    const instant = dateOf(texts, place, mapping, layout)
    if (isRefusal(instant)) return instant
  }
  const meaning = meaningOf(texts[layout.state] ?? '', texts[layout.corrects] ?? '', mapping)
  if (isRefusal(meaning)) return meaning
  if (meaning === 'ignored' && mapping.shape === 'events') return 'ignored'
  const cells = texts.map((text) => (text === '' ? 0 : intern(rows.texts, text) + 1))
  appendRow(rows, intern(rows.tickets, ticket), at, line, cells)
  return undefined
}

/** What a text of the state column means. A row of an event log that corrects another and has no event withdraws it. */
export function meaningOf(
  state: string,
  corrects: string,
  mapping: Mapping,
): StateMeaning | 'withdrawal' | FactRefusal {
  const { shape, states } = mapping
  if (state === '' && shape === 'events' && corrects !== '') return 'withdrawal'
  if (state === '') return missingField(mapping.state)
  if (states) return states.get(state) ?? unknownState(state, states.keys())
  const event = EVENT_TYPES.find((type) => type === state)
  return event ? { event } : unknownEvent(state)
}

/** The instant that a text names under the formats and the zone of the mapping. */
export function readDate(
  text: string,
  { dateFormats, zone }: Pick<Mapping, 'dateFormats' | 'zone'>,
): Instant | AtFault {
  let fault: AtFault = 'not-an-instant'
  for (const format of dateFormats) {
    const read = format.read(text, zone)
    if (typeof read === 'number') return read
    if (fault === 'not-an-instant') fault = read
  }
  return fault
}

function dateOf(
  texts: readonly string[],
  place: number,
  mapping: Mapping,
  layout: LogLayout,
): Instant | FactRefusal | undefined {
  const text = texts[place] ?? ''
  if (text === '') return undefined
  const instant = readDate(text, mapping)
  if (typeof instant === 'number') return instant
  if (instant === 'not-an-instant') return notInFormat(layout.columns[place] ?? '', text)
  if (instant === 'missing-offset') return noZone(layout.columns[place] ?? '', text)
  return instantRefusal(instant, layout.columns[place] ?? '', text)
}

function intern(pool: LogRows['texts'], text: string): number {
  const bytes = encodeUtf8(text)
  return pool.intern(bytes, 0, bytes.length)
}

function notInFormat(column: string, text: string): FactRefusal {
  return refuseFact(
    'not-an-instant',
    `« ${column} » vaut « ${text} » : ce n’est pas une date du format annoncé (dateFormat)`,
    `"${column}" is "${text}": not a date of the format given (dateFormat)`,
  )
}

function noZone(column: string, text: string): FactRefusal {
  return refuseFact(
    'missing-offset',
    `« ${column} » vaut « ${text} » : le décalage horaire manque, et la table ne donne pas de fuseau (timeZone)`,
    `"${column}" is "${text}": no offset, and the mapping gives no time zone (timeZone)`,
  )
}

function unknownState(state: string, known: Iterable<string>): FactRefusal {
  const near = nearestWord(state, known)
  const message = localise(
    `état « ${state} » inconnu de la table de correspondance${near ? ` ; « ${near} » sans doute` : ''}`,
    `state "${state}" unknown to the mapping${near ? `; perhaps "${near}"` : ''}`,
  )
  return { code: 'unknown-state', message }
}
