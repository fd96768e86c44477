import type { Instant, Interval } from '../base/instant.ts'
import type { JudgedClock } from './judge-clock.ts'
import {
  closedReason,
  countedReason,
  type LedgerReason,
  otherIntervalReason,
  pausedReason,
  stoppedReason,
} from './ledger-reasons.ts'
import type { LedgerEntry } from './measure.ts'

/**
 * The ledger of one clock (semantics, *Tickets*): it covers `[startedAt, stoppedAt or at)` by maximal spans without gap
 * or overlap, each with its reason. At every instant the first that holds: stopped, holiday, outside hours, paused,
 * counted. The counted spans sum to `measure.counted`, to the millisecond. Of an update interval the longest stretch
 * counts; what lies outside it is `stopped`.
 */
export function ledgerOf(clock: JudgedClock, at: Instant): readonly LedgerEntry[] {
  const { measure } = clock
  const span = { from: measure.startedAt, to: measure.stoppedAt ?? at }
  if (span.from >= span.to) return []
  const calendars = calendarSpans(clock, span)
  const layers = [
    stoppedLayer(clock, span),
    calendars.flatMap((part) => closedLayer(clock, part)),
    measure.paused.map((pause) => ({ ...pausedReason(pause, clock), from: pause.from, to: pause.to })),
    calendars.map((part) => ({ ...countedReason(clock.terms, part.calendar), from: part.from, to: part.to })),
  ]
  return joined(overlaid(span, layers))
}

type Layer = readonly (Interval & LedgerReason)[]
type CalendarSpan = Interval & { readonly calendar: string | undefined }

/** The calendars that count, each in its span. */
function calendarSpans({ measure, regimes }: JudgedClock, span: Interval): readonly CalendarSpan[] {
  if (regimes.length === 0) return [{ ...span, calendar: measure.calendar }]
  return regimes
    .map((regime, index) => ({
      from: regime.from,
      to: regimes[index + 1]?.from ?? span.to,
      calendar: regime.calendarId,
    }))
    .filter((part) => part.from < part.to)
}

function stoppedLayer({ stopped, longest }: JudgedClock, span: Interval): Layer {
  const closed = stopped.map(({ from, to, closedBy }) => ({ ...stoppedReason(closedBy), from, to }))
  if (longest === undefined) return closed
  const outside = [
    { from: span.from, to: longest.from },
    { from: longest.to, to: span.to },
  ]
  return [...closed, ...outside.map((part) => ({ ...otherIntervalReason, ...part }))]
}

function closedLayer({ terms }: JudgedClock, { from, to, calendar }: CalendarSpan): Layer {
  if (calendar === undefined) return []
  return terms
    .calendar(calendar)
    .segments(from, to)
    .flatMap((segment) =>
      segment.kind === 'open'
        ? []
        : [{ ...closedReason(segment.kind, segment.reason, terms, calendar), from: segment.from, to: segment.to }],
    )
}

/** At every instant of the span, the first layer that covers it; the last layer covers all. */
function overlaid(span: Interval, layers: readonly Layer[]): readonly LedgerEntry[] {
  const cuts = layers
    .flat()
    .flatMap(({ from, to }) => [from, to])
    .filter((cut) => cut > span.from && cut < span.to)
  const points = [...new Set([span.from, ...cuts, span.to])].toSorted((a, b) => a - b)
  return points.slice(0, -1).flatMap((from, index) => {
    const to = points[index + 1] ?? span.to
    const cover = layers.map((layer) => layer.find((part) => part.from <= from && to <= part.to)).find((part) => part)
    return cover === undefined ? [] : [{ ...cover, from, to }]
  })
}

function joined(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const maximal: LedgerEntry[] = []
  for (const entry of entries) {
    const last = maximal.at(-1)
    if (last !== undefined && last.to === entry.from && isSame(last, entry)) {
      maximal[maximal.length - 1] = { ...last, to: entry.to }
    } else {
      maximal.push(entry)
    }
  }
  return maximal
}

function isSame(a: LedgerEntry, b: LedgerEntry): boolean {
  return a.kind === b.kind && a.event === b.event && a.reason.fr === b.reason.fr
}
