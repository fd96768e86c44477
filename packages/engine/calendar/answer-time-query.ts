import { formatInstant } from '../base/instant.ts'
import { localise } from '../base/localise.ts'
import type { Language, Localised } from '../base/message.ts'
import { CalendarError, type CalendarErrorCode } from './calendar-error.ts'
import { compileCalendar } from './compile-calendar.ts'
import type { CalendarDefinition } from './definition.ts'
import { type RefusalCode, readTimeQuery, type TimeQuery } from './read-time-query.ts'
import type { ServiceCalendar } from './service-calendar.ts'

/** Why a line has no answer. */
export type TimeQueryErrorCode = 'not-json' | RefusalCode | CalendarErrorCode

/**
 * Answers one line of `vigie time`: `{id, calendar, op: "between"|"add", start, end?, seconds?, pauses?: [[from, to]]}`
 * gives `{id, seconds}`, `{id, instant}` or `{id, error: {code, message}}`, as one line of JSON. Instants are ISO 8601
 * with offset in, UTC with milliseconds out; durations are seconds with at most 3 decimals; `calendar` is one calendar
 * of the contract form. A line that is not JSON is answered with `id: null`; a blank line is no question: `undefined`.
 */
export function answerTimeQuery(line: string, language: Language): string | undefined {
  if (line.trim() === '') return undefined
  const parsed = parseJson(line)
  if (parsed === undefined) return failed(null, 'not-json', NOT_JSON[language])
  const id = idOf(parsed.value)
  const query = readTimeQuery(parsed.value)
  if ('refused' in query) return failed(id, query.refused, query.message[language])
  try {
    return JSON.stringify({ id, ...resolve(query) })
  } catch (error) {
    if (error instanceof CalendarError) return failed(id, error.code, error.in(language))
    throw error
  }
}

type Id = string | number | boolean | null

const NOT_JSON: Localised = localise('cette ligne n’est pas du JSON', 'this line is not JSON')

function parseJson(line: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) }
  } catch {
    return undefined
  }
}

/** An id is echoed if it is a text, a number or a boolean. */
function idOf(value: unknown): Id {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || typeof id === 'number' || typeof id === 'boolean' ? id : null
}

function failed(id: Id, code: TimeQueryErrorCode, message: string): string {
  return JSON.stringify({ id, error: { code, message } })
}

function resolve(query: TimeQuery): { readonly seconds: number } | { readonly instant: string } {
  const calendar = calendarOf(query.calendar)
  const { start, pauses } = query
  switch (query.op) {
    case 'between':
      return { seconds: calendar.between(start, query.end, pauses) }
    case 'add':
      return { instant: formatInstant(calendar.addMilliseconds(start, query.milliseconds, pauses)) }
  }
}

/** Calendars of the last questions, by their text; one compiled over all years weighs some 3 MB. */
const compiled = new Map<string, ServiceCalendar>()
const MOST_COMPILED = 32

function calendarOf(value: unknown): ServiceCalendar {
  const text = JSON.stringify(value)
  // `compileCalendar` refuses what is no definition.
  const calendar = compiled.get(text) ?? compileCalendar(value as CalendarDefinition)
  compiled.delete(text)
  compiled.set(text, calendar)
  const oldest = compiled.keys().next().value
  if (compiled.size > MOST_COMPILED && oldest !== undefined) compiled.delete(oldest)
  return calendar
}
