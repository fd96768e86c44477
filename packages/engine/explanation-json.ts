import type { Explanation } from './assessment.ts'
import { type JsonValue, sourceJson } from './assessment-json.ts'
import { formatInstant, type Instant } from './base/instant.ts'
import type { Language } from './base/message.ts'
import type { Target } from './commitments/clause-types.ts'
import type { Because, LedgerEntry, Measure } from './commitments/measure.ts'
import type { Contract } from './contract/contract.ts'
import { prevailingNotice } from './contract/prevailing-document.ts'

/**
 * An explanation as the document of `measure --ticket ID --json`: `{ticket, measures: [measure + ledger]}`. Instants ISO
 * 8601 UTC with ms, durations in seconds. `contract`: the version whose signed document is cited. `target` is in seconds, null where it is in days; `targetForm` says it whole.
 */
export function explanationJson(
  { ticket, measures, warnings }: Explanation,
  language: Language,
  withLedger: boolean,
  contract?: Contract,
): JsonValue {
  const notice = contract && prevailingNotice(contract)
  return {
    ticket,
    ...(notice === undefined ? {} : { notice: notice[language] }),
    measures: measures.map(({ ledger, ...measure }) => ({
      ...measureJson(measure, language),
      ...(contract === undefined ? {} : sourceJson(contract, measure.clause)),
      ...(withLedger ? { ledger: ledger.map((entry) => entryJson(entry, language)) } : {}),
    })),
    warnings: warnings.map((warning) => reasonJson(warning, language)),
  }
}

function measureJson(measure: Measure, language: Language) {
  return {
    ticket: measure.ticket,
    commitment: measure.commitment,
    clause: measure.clause,
    contractVersion: measure.contractVersion,
    measure: measure.measure,
    cycle: measure.cycle,
    state: measure.state,
    reportedAt: formatInstant(measure.reportedAt),
    startedAt: formatInstant(measure.startedAt),
    stoppedAt: instantOrNull(measure.stoppedAt),
    counted: measure.counted / 1000,
    target: secondsOrNull(measure.targetMilliseconds),
    targetForm: targetJson(measure.target),
    dueAt: instantOrNull(measure.dueAt),
    remaining: secondsOrNull(measure.remaining),
    implied: measure.implied === true,
    calendar: measure.calendar ?? null,
    kind: measure.kind ?? null,
    priority: measure.priority ?? null,
    site: measure.site ?? null,
    paused: measure.paused.map(({ from, to, ...pause }) => ({
      from: formatInstant(from),
      to: formatInstant(to),
      ...pause,
    })),
    because: measure.because.map((reason) => reasonJson(reason, language)),
    grounds: { ...measure.grounds, evidence: [...measure.grounds.evidence] },
  }
}

function entryJson({ from, to, kind, reason, event }: LedgerEntry, language: Language): JsonValue {
  return {
    from: formatInstant(from),
    to: formatInstant(to),
    kind,
    seconds: (to - from) / 1000,
    reason: reason[language],
    ...(event === undefined ? {} : { event }),
  }
}

function reasonJson({ code, message, events }: Because, language: Language): JsonValue {
  return { code, message: message[language], events: [...events] }
}

function targetJson(target: Target): JsonValue {
  switch (target.kind) {
    case 'open-time':
      return { seconds: target.milliseconds / 1000, calendar: calendarJson(target.calendar) }
    case 'working-days': {
      const { days, calendar, cutoff, until } = target
      return { workingDays: days, calendar: calendarJson(calendar), ...(cutoff === undefined ? {} : { cutoff }), until }
    }
    case 'civil-days':
      return { days: target.days }
  }
}

function calendarJson({
  default: common,
  bySite,
}: {
  readonly default: string
  readonly bySite: Readonly<Record<string, string>>
}): JsonValue {
  return Object.keys(bySite).length === 0 ? common : { default: common, bySite: { ...bySite } }
}

function instantOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : formatInstant(instant)
}

function secondsOrNull(milliseconds: number | undefined): number | null {
  return milliseconds === undefined ? null : milliseconds / 1000
}
