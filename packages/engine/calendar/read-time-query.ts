import { type Instant, type Milliseconds, parseInstant } from '../base/instant.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import { isDeeperThan } from './is-deeper-than.ts'
import type { Pauses } from './service-calendar.ts'

/** One business-time question, its calendar not yet read. */
export type TimeQuery =
  | (Asked & { readonly op: 'between'; readonly end: Instant })
  | (Asked & { readonly op: 'add'; readonly milliseconds: Milliseconds })

type Asked = { readonly calendar: unknown; readonly start: Instant; readonly pauses: Pauses }

/** Why a question cannot be read. */
export type Refusal = { readonly refused: RefusalCode; readonly message: Localised }

export type RefusalCode =
  | 'invalid-query'
  | 'unknown-key'
  | 'missing-key'
  | 'unknown-operation'
  | 'invalid-instant'
  | 'impossible-date'
  | 'missing-offset'
  | 'invalid-seconds'
  | 'invalid-pauses'

/** Reads `{id, calendar, op, start, end?, seconds?, pauses?}`; a key whose value is null counts as absent. */
export function readTimeQuery(query: unknown): TimeQuery | Refusal {
  if (typeof query !== 'object' || query === null || Array.isArray(query) || isDeeperThan(query, DEEPEST))
    return NO_QUERY
  const unknown = Object.keys(query).find((key) => !KEYS.includes(key))
  if (unknown !== undefined) return unknownKey(unknown)
  const { calendar, op, start, end, seconds, pauses } = query as Fields
  if (op === undefined || op === null) return missing('op')
  if (op !== 'between' && op !== 'add') return UNKNOWN_OPERATION
  if (calendar === undefined || calendar === null) return missing('calendar')
  const from = readInstant(start, 'start')
  if (typeof from !== 'number') return from
  const closed = readPauses(pauses)
  if ('refused' in closed) return closed
  const asked = { calendar, start: from, pauses: closed }
  if (op === 'between') {
    const to = readInstant(end, 'end')
    return typeof to === 'number' ? { ...asked, op, end: to } : to
  }
  const milliseconds = readSeconds(seconds)
  return typeof milliseconds === 'number' ? { ...asked, op, milliseconds } : milliseconds
}

type Fields = Readonly<Record<string, unknown>>

const KEYS: readonly string[] = ['id', 'calendar', 'op', 'start', 'end', 'seconds', 'pauses']

/** Levels that a question needs, and then some. */
const DEEPEST = 8

function readInstant(value: unknown, name: string): Instant | Refusal {
  if (value === undefined || value === null) return missing(name)
  const instant = typeof value === 'string' ? parseInstant(value) : 'not-an-instant'
  const text = typeof value === 'string' && value.length <= 40 ? value : '…'
  switch (instant) {
    case 'not-an-instant':
      return refuse(
        'invalid-instant',
        `${name} « ${text} » : ${INSTANT_FORM.fr}`,
        `${name} "${text}": ${INSTANT_FORM.en}`,
      )
    case 'impossible-date':
      return refuse(
        'impossible-date',
        `${name} « ${text} » : cette date ou cette heure n’existe pas`,
        `${name} "${text}": this date or time does not exist`,
      )
    case 'missing-offset':
      return refuse(
        'missing-offset',
        `${name} « ${text} » : il manque le décalage ; ${INSTANT_FORM.fr}`,
        `${name} "${text}": the offset is missing; ${INSTANT_FORM.en}`,
      )
    default:
      return instant
  }
}

/** At most 3 decimals: the float is then the one next to its own thousandths. */
function readSeconds(value: unknown): Milliseconds | Refusal {
  if (value === undefined || value === null) return missing('seconds')
  const milliseconds = typeof value === 'number' ? Math.round(value * 1000) : Number.NaN
  if (Number.isSafeInteger(milliseconds) && milliseconds / 1000 === value) return milliseconds
  return refuse(
    'invalid-seconds',
    'seconds est un nombre de secondes, à 3 décimales au plus',
    'seconds is a number of seconds, with at most 3 decimals',
  )
}

function readPauses(value: unknown): Pauses | Refusal {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return NO_PAUSES
  const pauses: (readonly [Instant, Instant])[] = []
  for (const [i, pause] of value.entries()) {
    if (!Array.isArray(pause) || pause.length !== 2) return NO_PAUSES
    const from = readInstant(pause[0], `pauses[${i}][0]`)
    if (typeof from !== 'number') return from
    const to = readInstant(pause[1], `pauses[${i}][1]`)
    if (typeof to !== 'number') return to
    if (to < from) return backwards(i)
    pauses.push([from, to])
  }
  return pauses
}

function refuse(refused: RefusalCode, fr: string, en: string): Refusal {
  return { refused, message: localise(fr, en) }
}

function missing(key: string): Refusal {
  return refuse('missing-key', `il manque « ${key} »`, `"${key}" is missing`)
}

function unknownKey(key: string): Refusal {
  const list = KEYS.join(', ')
  return refuse(
    'unknown-key',
    `clé inconnue : « ${key} » ; les clés sont ${list}`,
    `unknown key: "${key}"; the keys are ${list}`,
  )
}

function backwards(index: number): Refusal {
  return refuse(
    'invalid-pauses',
    `pauses[${index}] se termine avant de commencer`,
    `pauses[${index}] ends before it starts`,
  )
}

const INSTANT_FORM = {
  fr: 'attendu : un instant ISO 8601 avec décalage, par exemple 2026-11-16T09:00:00+01:00',
  en: 'expected: an ISO 8601 instant with offset, for example 2026-11-16T09:00:00+01:00',
}

const NO_QUERY = refuse(
  'invalid-query',
  'une question est un objet JSON { id, calendar, op, start, … }',
  'a question is a JSON object { id, calendar, op, start, … }',
)

const UNKNOWN_OPERATION = refuse('unknown-operation', 'op vaut "between" ou "add"', 'op is "between" or "add"')

const NO_PAUSES = refuse(
  'invalid-pauses',
  'pauses est une liste de couples d’instants [début, fin]',
  'pauses is a list of pairs of instants [from, to]',
)
