import { groupBy } from '../base/group-by.ts'
import type { Instant } from '../base/instant.ts'
import type { ServiceCalendar } from '../calendar/service-calendar.ts'
import type { Column } from '../record/event.ts'
import type { CommitmentsChapter, MeasureKind, PauseClause, TicketCommitment } from './clause-types.ts'
import { compileSelector, type TargetSelector } from './select-target.ts'
import type { TicketScope } from './ticket-scope.ts'

/** What the clocks take from one version of a contract. */
export type TermsSource = {
  /** `"1"` for the contract as signed; then the number of the last amendment applied + 1. */
  readonly version: string
  readonly commitments: CommitmentsChapter
  /** The compiled calendar of an id of `calendars`; called once for each id. References are resolved already. */
  readonly calendar: (id: string) => ServiceCalendar
  /** The calendar's name for a person, where the contract gives one. */
  readonly calendarLabel: (id: string) => string | undefined
  /** Absent: the contract decides no scope. */
  readonly scope?: TicketScope
  /** `from` plus an ISO 8601 duration: years to days are civil time in the contract's zone, the rest elapsed time. */
  readonly addDuration: (from: Instant, duration: string) => Instant
}

/** One version, made ready once for all its tickets. */
export type Terms = TermsSource & {
  readonly selectors: ReadonlyMap<MeasureKind, TargetSelector>
  /** Columns that its clocks read, beside impact, urgency and priority. */
  readonly columns: readonly Column[]
  /** Reason → its clauses. */
  readonly pauseReasons: ReadonlyMap<string, readonly PauseClause[]>
  /** Measures that some pause can stop; the usual ones where the contract has no pause. */
  readonly pausable: ReadonlySet<MeasureKind>
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
  const { pauses } = source.commitments.clock
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
    columns: columnsOf(source.commitments, clauses, source.scope?.columns ?? []),
    pauseReasons: groupBy(pauses, (pause) => pause.reason),
    pausable: new Set(pauses.length === 0 ? USUALLY_PAUSED : pauses.flatMap((pause) => pause.appliesTo)),
    pauses: new Map(MEASURES.map((measure) => [measure, pausesOf(pauses, measure)])),
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

const USUALLY_PAUSED: readonly MeasureKind[] = ['workaround', 'restoration', 'resolution']

/** Those of the clauses and of the scope, and what every measure tells: its kind, its site, its family. */
function columnsOf(
  { clock, targets }: CommitmentsChapter,
  clauses: readonly TicketCommitment[],
  ofScope: readonly Column[],
): readonly Column[] {
  const outages = targets.flatMap((clause) => (clause.type === 'availability' ? (clause.fromIncidents ?? []) : []))
  const boxes = [...clauses.map(({ when }) => when), ...outages.map(({ when }) => ({ service: [], ...when }))]
  const named = boxes.flatMap((when) => Object.keys(when) as Column[])
  const family: readonly Column[] = clock.mass === 'parent-only' ? ['parent'] : []
  const columns = new Set<Column>(['kind', 'site', ...family, ...named, ...ofScope])
  return [...columns].filter((column) => column !== 'impact' && column !== 'urgency' && column !== 'priority')
}

function pausesOf(pauses: readonly PauseClause[], measure: MeasureKind): ReadonlyMap<string, PauseClause> {
  return new Map(
    pauses
      .filter((pause) => pause.appliesTo.includes(measure))
      .toReversed()
      .map((pause) => [pause.reason, pause]),
  )
}
