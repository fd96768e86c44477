import type { Instant, Interval } from '../base/instant.ts'
import type { Standing } from './compliance-result.ts'
import type { Measure } from './measure.ts'

/** What decides the period of a measure beside the measure itself. */
export type PlacementFacts = {
  /** Where the measure was missed: the last instant at which counted time was still within the target. */
  readonly breachedAt?: Instant
  /** Where the measure is neutralised without a stop: the last of the facts that neutralise it. */
  readonly neutralisedAt?: Instant
}

/** Where a measure stands for rates by stop and for rates by report. `undefined` = in no period yet. */
export type Placement = {
  readonly standing: Standing
  readonly byStop: Instant | undefined
  readonly byReport: Instant
  readonly startedAt: Instant
}

/**
 * The instants that put a measure into a period (semantics, *Rates and KPIs*). By stop: a met measure belongs to its
 * stop; a missed one to the first period at whose end it had overrun its target, stopped in it or not, so it is counted
 * once; a neutralised one to its stop, else to the fact that neutralises it, else to its start. By report: the report, or the
 * reopening that began a later cycle.
 */
export function placeMeasure(measure: Measure, facts: PlacementFacts): Placement {
  const standing = standingOf(measure)
  const { reportedAt, startedAt } = measure
  return { standing, byStop: stopPlace(measure, standing, facts), byReport: reportedAt, startedAt }
}

/** How a measure counts in a window, or undefined where it belongs to another one. */
export function standingIn(window: Interval, placement: Placement, by: 'stop' | 'report'): Standing | undefined {
  switch (by) {
    case 'report':
      return holds(window, placement.byReport) ? placement.standing : undefined
    case 'stop': {
      const { byStop, standing, startedAt } = placement
      if (byStop !== undefined && byStop < window.to) return holds(window, byStop) ? standing : undefined
      return startedAt < window.to && isCountable(standing) ? 'running' : undefined
    }
  }
}

/** "None in force at the report" is not applicable, and counted among the excluded. */
function standingOf(measure: Measure): Standing {
  switch (measure.state) {
    case 'met':
      return 'met'
    case 'missed':
      return 'missed'
    case 'excluded':
      return 'excluded'
    case 'not-applicable':
      return measure.because.some(({ code }) => code === 'no-contract') ? 'excluded' : 'notApplicable'
    case 'paused':
    case 'at-risk':
    case 'running':
      return 'running'
  }
}

function stopPlace(
  measure: Measure,
  standing: Standing,
  { breachedAt, neutralisedAt }: PlacementFacts,
): Instant | undefined {
  switch (standing) {
    case 'met':
      return measure.stoppedAt
    case 'missed':
      return breachedAt ?? measure.stoppedAt
    case 'excluded':
    case 'notApplicable':
      return measure.stoppedAt ?? neutralisedAt ?? measure.startedAt
    case 'running':
      return undefined
  }
}

function isCountable(standing: Standing): boolean {
  return standing !== 'excluded' && standing !== 'notApplicable'
}

function holds({ from, to }: Interval, instant: Instant): boolean {
  return from <= instant && instant < to
}
