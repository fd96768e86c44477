import { type Instant, parseInstant } from '@vigie/engine'
import { findZone, formatCivilDate, parseCivilDate } from '@vigie/engine/calendar'
import { CommandFailure } from './failure.ts'

const millisecondsPerDay = 86_400_000

/** A civil date as typed, or that of an instant in the contract's zone. */
export function readDay(text: string, timeZone: string, option = 'at'): string {
  if (parseCivilDate(text) !== undefined) return text
  const instant = parseInstant(text)
  const zone = findZone(timeZone)
  if (typeof instant !== 'number' || zone === undefined) throw notADay(text, option)
  return formatCivilDate(Math.floor(zone.toLocal(instant) / millisecondsPerDay))
}

/** A civil date as typed, where one is. */
export function readCivilDate(text: string | undefined, option: string): string | undefined {
  if (text === undefined || parseCivilDate(text) !== undefined) return text
  throw new CommandFailure({
    fr: `--${option} : une date AAAA-MM-JJ est attendue (reçu : ${text})`,
    en: `--${option}: a date YYYY-MM-DD is expected (got: ${text})`,
  })
}

/** An instant as typed, or 00:00 of a civil day in a zone. */
export function readStartOfDay(text: string, timeZone: string, option = 'at'): Instant {
  const day = parseCivilDate(text)
  const zone = findZone(timeZone)
  if (zone === undefined) throw unknownZone(timeZone)
  if (day !== undefined) return zone.startOfDay(day)
  const instant = parseInstant(text)
  if (typeof instant !== 'number') throw notADay(text, option)
  return instant
}

/** An instant as typed, or the end of a civil day in the contract's zone: all that happened on it is known. */
export function readEndOfDay(text: string, timeZone: string, option = 'at'): Instant {
  const day = parseCivilDate(text)
  const zone = findZone(timeZone)
  if (day !== undefined && zone !== undefined) return zone.startOfDay(day + 1) - 1
  const instant = parseInstant(text)
  if (typeof instant !== 'number') throw notADay(text, option)
  return instant
}

function unknownZone(name: string): CommandFailure {
  return new CommandFailure({
    fr: `--time-zone : fuseau horaire inconnu « ${name} » ; un nom IANA est attendu, comme Europe/Paris`,
    en: `--time-zone: unknown time zone "${name}"; an IANA name is expected, such as Europe/Paris`,
  })
}

function notADay(text: string, option: string): CommandFailure {
  return new CommandFailure({
    fr: `--${option} : une date AAAA-MM-JJ, ou un instant avec décalage, est attendu (reçu : ${text})`,
    en: `--${option}: a date YYYY-MM-DD, or an instant with an offset, is expected (got: ${text})`,
  })
}
