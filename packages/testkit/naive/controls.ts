// Recurring controls counted by hand: every window from the first one on, every subject, every fact, without an index.
import type { ControlFact } from '@vigie/engine'
import { Temporal } from 'temporal-polyfill'

export type NaiveControl = {
  readonly zone: string
  /** `2026-01-01`: where the first recurrence begins. */
  readonly anchor: string
  readonly every: string
  readonly within?: string
  readonly tolerance?: string
  readonly evidence: boolean
  readonly quantity?: number
}

export type NaiveCount = { good: number; bad: number; unknown: number; running: number }

/** The windows that fall due in `(from, to]`, for every subject of each, with what is known at `at`. */
export function countControls(
  control: NaiveControl,
  facts: readonly ControlFact[],
  from: number,
  to: number,
  at: number,
): NaiveCount {
  const count = { good: 0, bad: 0, unknown: 0, running: 0 }
  const known = facts.filter((fact) => fact.at <= at)
  const subjects = [...new Set(known.map(({ subject }) => subject))]
  for (let n = 0; ; n++) {
    const window = windowOf(control, n)
    if (window.to > to) return count
    if (window.to <= from) continue
    const present = subjects.filter((subject) => isPresent(known, subject, window.to))
    const retired = subjects.some(
      (subject) => !present.includes(subject) && known.some((one) => one.subject === subject && one.at < window.to),
    )
    const unnamed = Math.max(0, (control.quantity ?? (retired ? 0 : 1)) - present.length)
    for (const subject of present) count[standing(control, known, subject, window, at)] += 1
    count[window.to - 1 <= at ? 'unknown' : 'running'] += unnamed
  }
}

type Window = { readonly from: number; readonly to: number }

function windowOf({ zone, anchor, every, within }: NaiveControl, n: number): Window {
  const start = Temporal.PlainDate.from(anchor).toZonedDateTime(zone)
  const times = (count: number) => {
    const { months, weeks, days, hours, minutes } = Temporal.Duration.from(every)
    return start.add({ months: months * count, weeks: weeks * count, days: days * count }).add({
      hours: hours * count,
      minutes: minutes * count,
    })
  }
  const next = times(n + 1).epochMilliseconds
  const due = within === undefined ? next : times(n).add(within).epochMilliseconds
  return { from: times(n).epochMilliseconds, to: Math.min(next, due) }
}

function isPresent(facts: readonly ControlFact[], subject: string | undefined, end: number): boolean {
  const own = facts.filter((fact) => fact.subject === subject)
  const latest = Math.max(...own.map((fact) => fact.at))
  const gone = own.every((fact) => fact.at < latest || fact.result === 'retired')
  return own.some((fact) => fact.at < end) && !(gone && latest < end)
}

function standing(
  { zone, tolerance, evidence }: NaiveControl,
  facts: readonly ControlFact[],
  subject: string | undefined,
  { from, to }: Window,
  at: number,
): keyof NaiveCount {
  const before = facts.filter((fact) => fact.subject === subject && fact.at < to)
  const good = before.filter((fact) => fact.result === 'success' && (!evidence || fact.evidence !== undefined))
  const reaches = (instant: number) =>
    tolerance !== undefined &&
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).add(tolerance).epochMilliseconds >= to
  if (good.some((fact) => fact.at >= from || reaches(fact.at))) return 'good'
  if (to - 1 > at) return 'running'
  const bad = before.filter((fact) => fact.at >= from && (fact.result === 'failure' || fact.result === 'partial'))
  return bad.length > 0 ? 'bad' : 'unknown'
}
