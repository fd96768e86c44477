import { addDuration, type DurationSample, emptySample, meanOf, nearestRank } from '../base/duration-sample.ts'
import type { Localised } from '../base/message.ts'
import { ratioOf } from '../base/ratio.ts'
import type { HandledMeasure, HandlingTime, KpiCounter } from './kpi.ts'

/** Which figure of a group is the KPI's value. */
export type HandlingFigure = { readonly type: 'mean' } | { readonly type: 'percentile'; readonly percent: number }

type Samples = { readonly counted: DurationSample; readonly elapsed: DurationSample }

/**
 * Handling times of one measure: mean, P50 and P90 (nearest-rank) of the counted time of the clocks stopped in the span,
 * grouped by calendar and never mixed, elapsed time beside them (ITIL: mean time to acknowledge, to resolve).
 */
export function countHandlingTimes(measure: HandledMeasure, asked: HandlingFigure): KpiCounter {
  const byCalendar = new Map<string, Samples>()
  return {
    addHandled: (handled) => {
      if (handled.measure !== measure) return
      let samples = byCalendar.get(handled.calendar)
      if (samples === undefined) {
        samples = { counted: emptySample(), elapsed: emptySample() }
        byCalendar.set(handled.calendar, samples)
      }
      addDuration(samples.counted, handled.counted)
      addDuration(samples.elapsed, handled.elapsed)
    },
    figure: () => {
      const calendars = [...byCalendar].sort(([a], [b]) => (a < b ? -1 : 1))
      const groups = calendars.map(([calendar, samples]) => groupOf(measure, calendar, samples))
      const only = calendars.length === 1 ? calendars[0] : undefined
      const value = only === undefined ? undefined : figureOf(only[1].counted, asked)
      return {
        figure: {
          value: secondsOf(value),
          elapsed: secondsOf(figureOf(together(calendars.map(([, { elapsed }]) => elapsed)), asked)),
          unit: 'seconds',
          count: groups.reduce((sum, group) => sum + group.count, 0),
          groups,
          ...(groups.length > 1 ? { note: NOT_MIXED } : {}),
        },
        exact: value === undefined ? null : ratioOf(BigInt(value), 1000n),
      }
    },
  }
}

/** Elapsed time is one unit whatever the calendar: it may be put together. */
function together(samples: readonly DurationSample[]): DurationSample {
  const all = emptySample()
  for (const { values, count } of samples) for (const value of values.subarray(0, count)) addDuration(all, value)
  return all
}

function secondsOf(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : String(milliseconds / 1000)
}

function figureOf(sample: DurationSample, asked: HandlingFigure): number | undefined {
  switch (asked.type) {
    case 'mean':
      return meanOf(sample)
    case 'percentile':
      return nearestRank(sample, asked.percent)
  }
}

function groupOf(measure: HandledMeasure, calendar: string, { counted, elapsed }: Samples): HandlingTime {
  return {
    measure,
    calendar,
    count: counted.count,
    mean: meanOf(counted) ?? 0,
    p50: nearestRank(counted, 50) ?? 0,
    p90: nearestRank(counted, 90) ?? 0,
    elapsedMean: meanOf(elapsed) ?? 0,
    elapsedP50: nearestRank(elapsed, 50) ?? 0,
    elapsedP90: nearestRank(elapsed, 90) ?? 0,
  }
}

const NOT_MIXED: Localised = {
  fr: 'Plusieurs calendriers comptent\u00a0: les durées ne sont pas mélangées, voir le détail par calendrier.',
  en: 'Several calendars count: their durations are not mixed, see the detail by calendar.',
}
