import { parseDuration } from './base/duration.ts'
import type { Grounds } from './base/grounds.ts'
import { type Instant, MILLISECONDS_PER_DAY, type Milliseconds } from './base/instant.ts'
import type { Period } from './base/period.ts'
import { addDuration } from './calendar/add-duration.ts'
import { compileCalendar } from './calendar/compile-calendar.ts'
import {
  type AvailabilityTerms,
  type AvailabilityVerdict,
  assessAvailability,
} from './commitments/availability/assess-availability.ts'
import type { AvailabilityCommitment } from './commitments/clause-types.ts'
import { judgedSpan } from './commitments/compliance-windows.ts'
import type { Contract, ContractHistory } from './contract/contract.ts'
import { incidentsOf } from './outages-from-incidents.ts'
import type { Outage } from './record/outage.ts'
import { civilYears, contractSpans, instantOfDate, nearestVersion, zoneOf } from './terms-of-contract.ts'

export type AvailabilityInput = {
  readonly contract: ContractHistory
  readonly outages: readonly Outage[]
  readonly period: Period
  /** The observation; absent: the period's end. Nothing after it, or recorded after it, is known. */
  readonly at?: Instant
}

/** The availability of one service under one clause over its window. */
export type AvailabilityResult = AvailabilityVerdict & {
  readonly clause: AvailabilityCommitment
  readonly contractVersion: string
  /** The clause's own window up to the asked period's end, where it is longer than the period. */
  readonly window: Period
  /** The window, or the observation, ends before the clause's own window does. */
  readonly provisional: boolean
  readonly grounds: Grounds
}

/**
 * Every availability clause in force at the last instant of the period, judged over its own window (semantics,
 * *Availability*). Pure; the order of the rows never matters.
 */
export function judgeAvailability({
  contract,
  outages,
  period,
  at = period.to,
}: AvailabilityInput): readonly AvailabilityResult[] {
  const spans = contractSpans(contract)
  const version = nearestVersion(spans, period.to - 1)
  const known = outages.filter(({ recordedAt, from }) => recordedAt <= at && from < at)
  const years = civilYears(spans)
  return version.commitments.targets
    .filter((target): target is AvailabilityCommitment => target.type === 'availability')
    .map((clause) => {
      const span = judgedSpan(
        period,
        { atLeast: clause.atLeast, over: clause.over, by: 'stop', minimumCount: 0, small: 'informative' },
        years,
      )
      const seen = { from: span.judged.from, to: Math.min(span.judged.to, Math.max(at, span.judged.from)) }
      const verdict = assessAvailability(termsOf(clause, version), known, seen)
      return {
        ...verdict,
        clause,
        contractVersion: version.version,
        window: span.judged,
        provisional: span.unfinished || at < span.judged.to,
        grounds: {
          rule: clause.id,
          clause: clause.clause,
          contractVersion: version.version,
          evidence: [`outages: ${known.length}`],
        },
      }
    })
}

function termsOf(clause: AvailabilityCommitment, contract: Contract): AvailabilityTerms {
  const { services = [] } = contract.commitments
  const { notice, atMost } = clause.maintenance ?? {}
  // A service without an expression is the component of its own name; with one, a row of its name is of the whole.
  const named = services.find(({ id }) => id === clause.service)?.expression ?? clause.service
  const calendar = contract.calendars[clause.calendar]
  if (calendar === undefined) throw new RangeError(`unresolved calendar: ${clause.calendar}`)
  const ahead = notice === undefined ? undefined : parseDuration(notice)
  const zone = zoneOf(contract)
  return {
    clause,
    expression: { all: [named, clause.service, incidentsOf(clause, contract)] },
    agreedServiceTime: compileCalendar(calendar),
    limits: {
      ...(ahead === undefined ? {} : { noticeFrom: (announcedAt: Instant) => addDuration(announcedAt, ahead, zone) }),
      ...(atMost === undefined ? {} : { atMost: elapsed(atMost) }),
    },
    ...(clause.minimumOutage === undefined ? {} : { minimumOutage: elapsed(clause.minimumOutage) }),
    ...(clause.liveFrom === undefined ? {} : { liveFrom: instantOfDate(contract, clause.liveFrom) }),
  }
}

/** Agreed or elapsed time: a day in it is 24 hours. */
function elapsed(text: string): Milliseconds {
  const duration = parseDuration(text)
  if (duration === undefined || duration.months > 0) throw new RangeError(`no elapsed time: ${text}`)
  return duration.days * MILLISECONDS_PER_DAY + duration.milliseconds
}
