import type { Instant } from '../base/instant.ts'
import type { Localised } from '../base/message.ts'
import type { CalendarWindow, ClosedSpan } from './compile-window.ts'
import type { Segment, SegmentKind } from './service-calendar.ts'

/** Partition of `[a, b)`, which the window holds, by maximal segments, in order. */
export function findSegments(
  window: CalendarWindow,
  a: Instant,
  b: Instant,
  firstInterval: number,
): readonly Segment[] {
  const parts: Part[] = []
  const holidays = reasonsFrom(window.holidays)
  const exceptions = reasonsFrom(window.exceptions)
  let t = a
  for (let i = firstInterval; t < b; i++) {
    const opens = Math.min(window.opens[i] ?? b, b)
    while (t < opens) {
      const [holiday] = holidays(t, opens)
      const inHoliday = holiday !== undefined && holiday.from <= t
      const end = holiday === undefined ? opens : Math.min(opens, inHoliday ? holiday.to : holiday.from)
      const reasons = inHoliday ? [holiday.reason] : exceptions(t, end).map(({ reason }) => reason)
      add(parts, { from: t, to: end, kind: inHoliday ? 'holiday' : 'outside-hours', reasons })
      t = end
    }
    const closes = Math.min(window.closes[i] ?? b, b)
    if (t < closes) add(parts, { from: t, to: closes, kind: 'open', reasons: [] })
    t = Math.max(t, closes)
  }
  return parts.map(toSegment)
}

type Part = { from: Instant; to: Instant; kind: SegmentKind; reasons: readonly Localised[] }

/** The spans that overlap `[from, to)`; `from` never goes back from one call to the next. */
function reasonsFrom(spans: readonly ClosedSpan[]): (from: Instant, to: Instant) => readonly ClosedSpan[] {
  let first = 0
  return (from, to) => {
    while (first < spans.length && (spans[first]?.to ?? from) <= from) first++
    const found: ClosedSpan[] = []
    for (let i = first; i < spans.length; i++) {
      const span = spans[i]
      if (span === undefined || span.from >= to) break
      if (span.to > from) found.push(span)
    }
    return found
  }
}

function add(parts: Part[], part: Part): void {
  const last = parts.at(-1)
  if (last === undefined || last.kind !== part.kind) parts.push(part)
  else {
    last.to = part.to
    last.reasons = [...last.reasons, ...part.reasons]
  }
}

function toSegment({ from, to, kind, reasons }: Part): Segment {
  if (reasons.length === 0) return { from, to, kind }
  const joined = (language: keyof Localised): string => [...new Set(reasons.map((each) => each[language]))].join(', ')
  const reason = { fr: joined('fr'), en: joined('en') }
  return { from, to, kind, label: reason.fr, reason }
}
