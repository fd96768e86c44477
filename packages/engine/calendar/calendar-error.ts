import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import type { Language, Localised } from '../base/message.ts'

/**
 * Why a calendar gives no answer. `invalid-calendar`: the definition breaks a rule (see `issues`); `never-opens`: no
 * open time is left in that direction; `out-of-range`: the question or its answer leaves the civil years 1970–2100 of
 * the zone, where zone rules and holidays are known; `invalid-argument`: not a number, not a date, a pause that ends
 * before it starts.
 */
export type CalendarErrorCode = 'invalid-calendar' | 'never-opens' | 'out-of-range' | 'invalid-argument'

/** Thrown where a calendar has no answer to give: a broken definition or a broken precondition, never a late ticket. */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode
  readonly localised: Localised
  /** The located faults of an `invalid-calendar`; empty otherwise. */
  readonly issues: readonly Issue[]

  constructor(code: CalendarErrorCode, localised: Localised, issues: readonly Issue[] = []) {
    super(localised.en)
    this.name = 'CalendarError'
    this.code = code
    this.localised = localised
    this.issues = issues
  }

  /** The message for a person. */
  in(language: Language): string {
    return this.localised[language]
  }
}

export function outOfRange(): CalendarError {
  return new CalendarError(
    'out-of-range',
    localise(
      'hors des années couvertes : de 1970 à 2100 dans le fuseau du calendrier',
      'out of the years covered: 1970 to 2100 in the zone of the calendar',
    ),
  )
}

export function neverOpens(): CalendarError {
  return new CalendarError(
    'never-opens',
    localise('le calendrier n’ouvre plus : aucune échéance', 'the calendar never opens again: no due instant'),
  )
}

/** The message tells the first issue; all of them stand in `issues`. */
export function invalidCalendar(issues: readonly Issue[]): CalendarError {
  const sentences = issues.map(({ place, message, expected }) => {
    const path = place.path === undefined || place.path === '' ? 'calendar' : place.path
    const fr = `${path} : ${message.fr}${expected === undefined ? '' : ` ; attendu : ${expected.fr}`}`
    const en = `${path}: ${message.en}${expected === undefined ? '' : `; expected: ${expected.en}`}`
    return localise(fr, en)
  })
  return new CalendarError(
    'invalid-calendar',
    sentences[0] ?? localise('calendrier refusé', 'calendar refused'),
    issues,
  )
}
