import { addMonths, civilDateOf, type EpochDay, formatCivilDate, parseCivilDate } from './base/civil-date.ts'
import { formatInstant, type Instant, MILLISECONDS_PER_DAY, parseInstant } from './base/instant.ts'
import type { Issue } from './base/issue.ts'
import type { Period } from './base/period.ts'
import { findZone, type Zone } from './calendar/local-time.ts'

/** What a person asks: a month, or a span whose open ends are those of the facts; nothing asks for all the facts. */
export type PeriodRequest = {
  /** `2026-10`. */
  readonly month?: string
  /** A civil date in the contract's zone or an instant, inclusive. */
  readonly from?: string
  /** The same, exclusive. */
  readonly to?: string
}

/** First and last `at` of a record. */
export type FactSpan = { readonly firstAt: Instant | undefined; readonly lastAt: Instant | undefined }

export type PeriodReading =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] }

/**
 * Reads a period. Civil dates begin at 00:00 in `timeZone`; `to` is exclusive. Without an end the period runs to 1 ms
 * after the last fact, so that the half-open span holds it.
 */
export function readPeriod(request: PeriodRequest, timeZone: string, facts: FactSpan): PeriodReading {
  const zone = findZone(timeZone)
  if (zone === undefined) return fault('unknown-time-zone', 'timeZone', timeZone)
  if (request.month !== undefined) {
    if (request.from !== undefined || request.to !== undefined) return fault('month-and-span', 'month', request.month)
    const first = /^\d{4}-\d{2}$/.test(request.month) ? parseCivilDate(`${request.month}-01`) : undefined
    if (first === undefined) return fault('not-a-month', 'month', request.month)
    return spanOf(startOf(first, zone), startOf(addMonths(first, 1), zone), zone)
  }
  const from = request.from === undefined ? facts.firstAt : readEnd(request.from, zone)
  const to = request.to === undefined ? after(facts.lastAt) : readEnd(request.to, zone)
  if (from === 'not-a-date') return fault('not-a-date', 'from', request.from ?? '')
  if (to === 'not-a-date') return fault('not-a-date', 'to', request.to ?? '')
  if (from === undefined || to === undefined) return fault('no-facts', 'period', '')
  return spanOf(from, to, zone)
}

/**
 * The `count` periods before, oldest first: months before whole months, days before whole days (as many), civil in
 * `timeZone`; none before a span that does not begin and end at civil midnight.
 */
export function previousPeriods(period: Period, count: number, timeZone: string): readonly Period[] {
  const zone = findZone(timeZone)
  if (zone === undefined || !isCivil(period.from, zone) || !isCivil(period.to, zone)) return []
  const first = dayOf(period.from, zone)
  const next = dayOf(period.to, zone)
  const months = monthsBetween(first, next)
  const earlier = (day: EpochDay, steps: number) =>
    months === undefined ? day - steps * (next - first) : addMonths(day, -steps * months)
  return Array.from({ length: count }, (_, index) => {
    const steps = count - index
    const from = startOf(earlier(first, steps), zone)
    const to = startOf(earlier(next, steps), zone)
    return { from, to, label: labelOf(from, to, zone) }
  })
}

function spanOf(from: Instant, to: Instant, zone: Zone): PeriodReading {
  if (!isKnown(from, zone) || !isKnown(to, zone)) return fault('out-of-range', 'period', labelOf(from, to, undefined))
  if (to <= from) return fault('empty-period', 'period', labelOf(from, to, zone))
  return { ok: true, period: { from, to, label: labelOf(from, to, zone) } }
}

function readEnd(text: string, zone: Zone): Instant | 'not-a-date' {
  const day = parseCivilDate(text)
  if (day !== undefined) return startOf(day, zone)
  const instant = parseInstant(text)
  return typeof instant === 'number' ? instant : 'not-a-date'
}

/** Beyond the years that zones know, a date keeps its place on the scale, to be refused as out of range. */
function startOf(day: EpochDay, zone: Zone): Instant {
  const local = day * MILLISECONDS_PER_DAY
  return local >= zone.from && local <= zone.to ? zone.startOfDay(day) : local
}

function isKnown(instant: Instant, zone: Zone): boolean {
  return instant >= zone.from && instant <= zone.to
}

function after(instant: Instant | undefined): Instant | undefined {
  return instant === undefined ? undefined : instant + 1
}

function labelOf(from: Instant, to: Instant, zone: Zone | undefined): string {
  if (zone === undefined || !isCivil(from, zone) || !isCivil(to, zone))
    return `${formatInstant(from)}/${formatInstant(to)}`
  const first = dayOf(from, zone)
  const next = dayOf(to, zone)
  return monthsBetween(first, next) === 1
    ? formatCivilDate(first).slice(0, 7)
    : `${formatCivilDate(first)}/${formatCivilDate(next)}`
}

function isCivil(instant: Instant, zone: Zone): boolean {
  return zone.startOfDay(dayOf(instant, zone)) === instant
}

function dayOf(instant: Instant, zone: Zone): EpochDay {
  return Math.floor(zone.toLocal(instant) / MILLISECONDS_PER_DAY)
}

/** How many whole months lie between two first days of a month; undefined for other days. */
function monthsBetween(first: EpochDay, next: EpochDay): number | undefined {
  const a = civilDateOf(first)
  const b = civilDateOf(next)
  return a.day === 1 && b.day === 1 ? (b.year - a.year) * 12 + b.month - a.month : undefined
}

function fault(code: keyof typeof MESSAGES, path: string, text: string): PeriodReading {
  const { fr, en } = MESSAGES[code]
  return { ok: false, issues: [{ code, place: { path }, message: { fr: fr(text), en: en(text) } }] }
}

type Say = { readonly fr: (text: string) => string; readonly en: (text: string) => string }

const MESSAGES = {
  'unknown-time-zone': {
    fr: (text) => `Fuseau horaire inconnu\u00a0: «\u00a0${text}\u00a0».`,
    en: (text) => `Unknown time zone: "${text}".`,
  },
  'month-and-span': {
    fr: () => 'Demander un mois, ou un début et une fin, pas les deux.',
    en: () => 'Ask for a month, or for a start and an end, not for both.',
  },
  'not-a-month': {
    fr: (text) => `«\u00a0${text}\u00a0» n’est pas un mois\u00a0: écrire par exemple 2026-10.`,
    en: (text) => `"${text}" is no month: write for example 2026-10.`,
  },
  'not-a-date': {
    fr: (text) =>
      `«\u00a0${text}\u00a0» n’est ni une date (2026-10-01) ni un instant avec décalage (2026-10-01T08:00:00+02:00).`,
    en: (text) =>
      `"${text}" is neither a date (2026-10-01) nor an instant with its offset (2026-10-01T08:00:00+02:00).`,
  },
  'empty-period': {
    fr: (text) => `La période ${text} est vide\u00a0: sa fin, exclue, doit venir après son début.`,
    en: (text) => `The period ${text} is empty: its end, exclusive, must come after its start.`,
  },
  'out-of-range': {
    fr: (text) => `La période ${text} sort des années 1970 à 2100.`,
    en: (text) => `The period ${text} leaves the years 1970 to 2100.`,
  },
  'no-facts': {
    fr: () => 'Le journal ne contient aucun fait\u00a0: indiquer une période.',
    en: () => 'The log holds no fact: name a period.',
  },
} satisfies Record<string, Say>
