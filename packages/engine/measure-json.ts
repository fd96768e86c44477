import type { Explanation } from './assessment.ts'
import type { JsonValue } from './assessment-json.ts'
import { formatInstant } from './base/instant.ts'
import type { Language } from './base/message.ts'
import type { CalendarChoice, Target } from './commitments/clause-types.ts'
import type { Because, LedgerEntry, Measure } from './commitments/measure.ts'

/**
 * A measure as JSON: instants ISO 8601 UTC with ms, durations in seconds, sentences in one language. `target` is in the
 * contract's form; `targetSeconds` is what the clock was allowed, after any change of priority.
 */
export function measureJson(measure: Measure, language: Language): { readonly [key: string]: JsonValue } {
  const { stoppedAt, dueAt, remaining, targetMilliseconds, calendar, implied, kind, priority, site } = measure
  return {
    ticket: measure.ticket,
    commitment: measure.commitment,
    clause: measure.clause,
    contractVersion: measure.contractVersion,
    measure: measure.measure,
    cycle: measure.cycle,
    reportedAt: formatInstant(measure.reportedAt),
    startedAt: formatInstant(measure.startedAt),
    ...(stoppedAt === undefined ? {} : { stoppedAt: formatInstant(stoppedAt) }),
    counted: measure.counted / 1000,
    paused: measure.paused.map(({ from, to, ...pause }) => ({
      from: formatInstant(from),
      to: formatInstant(to),
      ...pause,
    })),
    target: targetJson(measure.target),
    ...(targetMilliseconds === undefined ? {} : { targetSeconds: targetMilliseconds / 1000 }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(dueAt === undefined ? {} : { dueAt: formatInstant(dueAt) }),
    ...(remaining === undefined ? {} : { remaining: remaining / 1000 }),
    state: measure.state,
    ...(implied === true ? { implied } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(priority === undefined ? {} : { priority }),
    ...(site === undefined ? {} : { site }),
    because: measure.because.map((reason) => becauseJson(reason, language)),
    grounds: { ...measure.grounds, evidence: [...measure.grounds.evidence] },
  }
}

/** One ticket explained, as the document of `measure --ticket ID [--ledger] --json`. */
export function explanationJson(explanation: Explanation, language: Language, withLedger: boolean): JsonValue {
  const { ticket, measures, warnings } = explanation
  return {
    ticket,
    measures: measures.map(({ ledger, ...measure }) => ({
      ...measureJson(measure, language),
      ...(withLedger ? { ledger: ledger.map((entry) => ledgerJson(entry, language)) } : {}),
    })),
    warnings: warnings.map((reason) => becauseJson(reason, language)),
  }
}

function ledgerJson({ from, to, kind, reason, event }: LedgerEntry, language: Language): JsonValue {
  return {
    from: formatInstant(from),
    to: formatInstant(to),
    seconds: (to - from) / 1000,
    kind,
    reason: reason[language],
    ...(event === undefined ? {} : { event }),
  }
}

function becauseJson({ code, message, events }: Because, language: Language): JsonValue {
  return { code, message: message[language], events: [...events] }
}

function targetJson(target: Target): JsonValue {
  switch (target.kind) {
    case 'open-time':
      return { seconds: target.milliseconds / 1000, calendar: calendarJson(target.calendar) }
    case 'working-days': {
      const { days, calendar, cutoff, until } = target
      return {
        workingDays: days,
        calendar: calendarJson(calendar),
        ...(cutoff === undefined ? {} : { cutoff }),
        until,
      }
    }
    case 'civil-days':
      return { days: target.days }
  }
}

function calendarJson({ default: other, bySite }: CalendarChoice): JsonValue {
  return Object.keys(bySite).length === 0 ? other : { bySite: { ...bySite }, default: other }
}
