import type { Instant } from '../base/instant.ts'
import type { ServiceCalendar } from '../calendar/service-calendar.ts'
import type { CommitmentsChapter, MeasureKind, PauseClause, TicketCommitment } from './clause-types.ts'
import { compileSelector, type TargetSelector } from './select-target.ts'

/** What the clocks take from one version of a contract. */
export type TermsSource = {
  /** `"1"` for the contract as signed; then the number of the last amendment applied + 1. */
  readonly version: string
  readonly commitments: CommitmentsChapter
  /** The compiled calendar of an id of `calendars`; called once for each id. References are resolved already. */
  readonly calendar: (id: string) => ServiceCalendar
  /** The calendar's name for a person, where the contract gives one. */
  readonly calendarLabel: (id: string) => string | undefined
  /** `from` plus an ISO 8601 duration: years to days are civil time in the contract's zone, the rest elapsed time. */
  readonly addDuration: (from: Instant, duration: string) => Instant
}

/** One version, made ready once for all its tickets. */
export type Terms = TermsSource & {
  readonly selectors: ReadonlyMap<MeasureKind, TargetSelector>
  /** Reason → the clause that stops the clock of a measure. */
  readonly pauses: ReadonlyMap<MeasureKind, ReadonlyMap<string, PauseClause>>
}

/** The versions of one contract, by instant. */
export type TermsInForce = {
  /** Measures that any version has targets for. */
  readonly measures: readonly MeasureKind[]
  /** The version whose `[effectiveFrom, effectiveTo)` holds the instant. */
  versionAt(instant: Instant): Terms | undefined
  /** The same, else the first version for what comes before it and the last one ended for what comes after it. */
  nearest(instant: Instant): Terms
}

/** A version and its half-open span `[from, to)`; `to` absent where nothing ends it. */
export type VersionSpan = { readonly terms: Terms; readonly from: Instant; readonly to?: Instant }

/** Prepares one version: clauses by measure, pauses by reason. */
export function compileTerms(source: TermsSource): Terms {
  const calendars = new Map<string, ServiceCalendar>()
  const clauses = source.commitments.targets.filter((target): target is TicketCommitment => target.type === 'ticket')
  const byMeasure = MEASURES.map(
    (measure) => [measure, clauses.filter((clause) => clause.measure === measure)] as const,
  )
  return {
    ...source,
    calendar(id) {
      let calendar = calendars.get(id)
      if (calendar === undefined) {
        calendar = source.calendar(id)
        calendars.set(id, calendar)
      }
      return calendar
    },
    selectors: new Map(
      byMeasure
        .filter(([, ofMeasure]) => ofMeasure.length > 0)
        .map(([measure, ofMeasure]) => [measure, compileSelector(measure, ofMeasure)]),
    ),
    pauses: new Map(MEASURES.map((measure) => [measure, pausesOf(source.commitments.clock.pauses, measure)])),
  }
}

/** The versions in order of `from`, without overlap (the contract's reader sees to it); at least one. */
export function termsInForce(versions: readonly [VersionSpan, ...VersionSpan[]]): TermsInForce {
  const versionAt = (instant: Instant): Terms | undefined =>
    versions.findLast(({ from, to }) => from <= instant && (to === undefined || instant < to))?.terms
  return {
    measures: MEASURES.filter((measure) => versions.some(({ terms }) => terms.selectors.has(measure))),
    versionAt,
    nearest: (instant) => versionAt(instant) ?? (versions.findLast(({ from }) => from <= instant) ?? versions[0]).terms,
  }
}

const MEASURES: readonly MeasureKind[] = [
  'response',
  'intervention',
  'workaround',
  'restoration',
  'resolution',
  'closure',
  'update-interval',
]

function pausesOf(pauses: readonly PauseClause[], measure: MeasureKind): ReadonlyMap<string, PauseClause> {
  return new Map(
    pauses
      .filter((pause) => pause.appliesTo.includes(measure))
      .toReversed()
      .map((pause) => [pause.reason, pause]),
  )
}
