import { type EpochDay, parseCivilDate } from '../../base/civil-date.ts'
import { parseDuration } from '../../base/duration.ts'
import { MILLISECONDS_PER_DAY, type Milliseconds } from '../../base/instant.ts'
import { daysAfter } from '../../base/shift-date.ts'
import { compileCalendar } from '../../calendar/compile-calendar.ts'
import { findZone } from '../../calendar/local-time.ts'
import type { AvailabilityCommitment } from '../../commitments/clause-types.ts'
import type { Contract } from '../contract.ts'
import { startOfContract } from '../deadlines/contract-terms.ts'
import { periodsOf } from '../deadlines/recurring-deadlines.ts'

/** A whole period of an availability in the first year, with its agreed service time. */
export type AgreedPeriod = { readonly from: EpochDay; readonly agreed: Milliseconds }

/** The periods of the first year of a contract that have agreed time, in a calendar of it. */
export function agreedPeriods(
  contract: Contract,
  { over, liveFrom }: AvailabilityCommitment,
  calendar: string,
): readonly AgreedPeriod[] {
  const zone = findZone(contract.timeZone)
  const definition = Object.hasOwn(contract.calendars, calendar) ? contract.calendars[calendar] : undefined
  if (zone === undefined || definition === undefined) return []
  const compiled = compileCalendar(definition)
  const start = Math.max(startOfContract(contract), parseCivilDate(liveFrom ?? '') ?? 0)
  return periodsOf(contract, over, daysAfter(startOfContract(contract), 'P1Y1M'))
    .filter(({ from }) => from >= start)
    .map(({ from, end }) => ({ from, agreed: compiled.openMilliseconds(zone.startOfDay(from), zone.startOfDay(end)) }))
    .filter(({ agreed }) => agreed > 0)
}

/** The longest that an ISO 8601 duration lasts: a day counts 24 hours, a month 31 days. */
export function longestOf(text: string | undefined): Milliseconds | undefined {
  const duration = text === undefined ? undefined : parseDuration(text)
  if (duration === undefined) return undefined
  return (duration.months * 31 + duration.days) * MILLISECONDS_PER_DAY + duration.milliseconds
}
