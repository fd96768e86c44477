import { parseCivilDate } from '../base/civil-date.ts'
import type { Path } from '../base/document/source-node.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'

/** A fault of a calendar, with its path from the calendar's own map: the reader of a document gives it a line. */
export type CalendarFault = {
  readonly code: CalendarFaultCode
  readonly path: Path
  readonly message: Localised
  readonly expected?: Localised
}

/** What a calendar of the right form can still have wrong. */
export type CalendarFaultCode =
  | 'unknown-time-zone'
  | 'invalid-hours'
  | 'impossible-date'
  | 'unknown-country'
  | 'unknown-region'
  | 'region-without-country'
  | 'unknown-holiday'
  | 'holiday-contradiction'
  | 'unstated-closes'
  | 'exception-without-date'
  | 'exception-date-twice'
  | 'exception-backwards'
  | 'exception-without-effect'
  | 'exceptions-overlap'

/** A date of the contract must exist. */
export function checkDate(text: string | undefined, path: Path): readonly CalendarFault[] {
  if (text === undefined || parseCivilDate(text) !== undefined) return []
  const message = localise(`date impossible : « ${text} »`, `impossible date: "${text}"`)
  const expected = localise('une date qui existe, AAAA-MM-JJ', 'a date that exists, YYYY-MM-DD')
  return [{ code: 'impossible-date', path, message, expected }]
}
