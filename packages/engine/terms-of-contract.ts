import { type EpochDay, parseCivilDate } from './base/civil-date.ts'
import { parseDuration } from './base/duration.ts'
import type { Instant } from './base/instant.ts'
import { addDuration } from './calendar/add-duration.ts'
import { compileCalendar } from './calendar/compile-calendar.ts'
import { findZone, type Zone } from './calendar/local-time.ts'
import type { CivilYears } from './commitments/compliance-windows.ts'
import { compileTerms, type TermsInForce, termsInForce, type VersionSpan } from './commitments/terms.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import { scopeOfTickets } from './scope-of-tickets.ts'

/** A version of a contract and its half-open span; `to` absent where nothing ends it. */
export type ContractSpan = { readonly contract: Contract; readonly from: Instant; readonly to?: Instant }

export type ContractSpans = readonly [ContractSpan, ...ContractSpan[]]

/** The versions in order, from the civil date of each (00:00 in its zone) to the next one's, the last to its term. */
export function contractSpans({ versions }: ContractHistory): ContractSpans {
  const [first, ...later] = versions
  return [spanOf(first, later[0]), ...later.map((contract, index) => spanOf(contract, later[index + 1]))]
}

/** The version in force at an instant; where none is, the first one before its time, else the last one ended. */
export function nearestVersion(spans: ContractSpans, instant: Instant): Contract {
  return (spans.findLast(({ from }) => from <= instant) ?? spans[0]).contract
}

/** Where the contract's months and years begin and end. */
export function civilYears(spans: ContractSpans): CivilYears {
  const [{ contract: first }] = spans
  const last = spans.at(-1)?.contract ?? first
  return {
    zone: zoneOf(first),
    effectiveFrom: dayOf(first.effectiveFrom),
    ...(last.effectiveTo === undefined ? {} : { effectiveTo: dayOf(last.effectiveTo) }),
  }
}

/** What the clocks need of every version; made once for one history, its calendars compiled on first use. */
export function termsOfContract(history: ContractHistory): TermsInForce {
  let terms = known.get(history)
  if (terms === undefined) {
    const [first, ...later] = contractSpans(history)
    terms = termsInForce([versionOf(first), ...later.map(versionOf)])
    known.set(history, terms)
  }
  return terms
}

/** The zone of a contract, whose name its reader has checked. */
export function zoneOf({ timeZone }: Contract): Zone {
  const zone = findZone(timeZone)
  if (zone === undefined) throw new RangeError(`unknown time zone: ${timeZone}`)
  return zone
}

const known = new WeakMap<ContractHistory, TermsInForce>()

function spanOf(contract: Contract, next: Contract | undefined): ContractSpan {
  const from = instantOfDate(contract, contract.effectiveFrom)
  const term = contract.effectiveTo === undefined ? undefined : instantOfDate(contract, contract.effectiveTo)
  const superseded = next === undefined ? undefined : instantOfDate(next, next.effectiveFrom)
  const to = term === undefined || superseded === undefined ? (term ?? superseded) : Math.min(term, superseded)
  return to === undefined ? { contract, from } : { contract, from, to }
}

function versionOf({ contract, ...span }: ContractSpan): VersionSpan {
  const zone = zoneOf(contract)
  const scope = scopeOfTickets(contract)
  return {
    ...span,
    terms: compileTerms({
      version: contract.version,
      commitments: contract.commitments,
      ...(scope === undefined ? {} : { scope }),
      calendar: (id) => {
        const definition = contract.calendars[id]
        if (definition === undefined) throw new RangeError(`unresolved calendar: ${id}`)
        return compileCalendar(definition)
      },
      calendarLabel: (id) => contract.calendars[id]?.label,
      addDuration: (from, text) => {
        const duration = parseDuration(text)
        if (duration === undefined) throw new RangeError(`no ISO 8601 duration: ${text}`)
        return addDuration(from, duration, zone)
      },
    }),
  }
}

/** 00:00 of a civil date in the contract's zone. */
export function instantOfDate(contract: Contract, date: string): Instant {
  return zoneOf(contract).startOfDay(dayOf(date))
}

function dayOf(date: string): EpochDay {
  const day = parseCivilDate(date)
  if (day === undefined) throw new RangeError(`no civil date: ${date}`)
  return day
}
