import { isoInstant } from '../format/date.ts'
import type { ReportModel } from '../report/report-model.ts'

/** Keys whose value is an instant, and keys whose value is a length of time: the only two that change their form. */
const instants: ReadonlySet<string> = new Set([
  ...['from', 'to', 'at', 'reportedAt', 'startedAt', 'dueAt', 'stoppedAt'],
  ...['claimedAt', 'claimDue', 'answerDue', 'answeredAt', 'excludedAt'],
  ...['claimUntil', 'observationsUntil', 'observedAt', 'settledAt'],
])
const durations: ReadonlySet<string> = new Set(['mean', 'p50', 'p90', 'overrun', 'duration'])

/**
 * The model as one JSON document: instants ISO 8601 UTC with ms, durations in seconds (at most 3 decimals),
 * percentages as decimal strings. Keys keep their names; more may be added.
 */
export function renderJson(model: ReportModel): string {
  return `${JSON.stringify({ vigieReport: 1, ...model, missed: model.missed.map(missedJson) }, written, 2)}\n`
}

/** `counted` and `target` are lengths of time on a missed deadline only; elsewhere a count and a percentage. */
function missedJson(line: ReportModel['missed'][number]): object {
  return {
    ...line,
    counted: seconds(line.counted),
    ...(line.target === undefined ? {} : { target: seconds(line.target) }),
  }
}

function written(key: string, value: unknown): unknown {
  if (typeof value !== 'number') return value
  if (instants.has(key)) return isoInstant(value)
  return durations.has(key) ? seconds(value) : value
}

function seconds(milliseconds: number): number {
  return milliseconds / 1000
}
