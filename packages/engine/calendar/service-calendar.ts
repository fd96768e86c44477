import type { Instant } from '../base/instant.ts'
import type { Localised } from '../base/message.ts'

/** Why a span of time is open or closed, for the ledger. */
export type SegmentKind = 'open' | 'holiday' | 'outside-hours'

/**
 * A maximal half-open span of one kind: two neighbours differ in kind. A `holiday` covers the holiday's civil day and
 * the night shift that it cancels, less what is open. `reason` names what closes the span: its holidays, or the
 * exceptions that take hours from it (several are joined by commas); `label` is the same in French.
 */
export type Segment = {
  readonly from: Instant
  readonly to: Instant
  readonly kind: SegmentKind
  readonly label?: string
  readonly reason?: Localised
}

/** Closed time within an open calendar: `[from, to)` pairs, epoch ms, any order, overlaps allowed. */
export type Pauses = readonly (readonly [Instant, Instant])[]

/**
 * A compiled calendar: every query in O(log n) of its open intervals, extended lazily.
 * Instants are epoch ms. Durations of `between` and `add` are seconds (at most 3 decimals: whole ms);
 * `openMilliseconds` and `addMilliseconds` are the same in integer ms, for the engine.
 * Throws `CalendarError` (closed set of codes) where no answer exists.
 */
export type ServiceCalendar = {
  between(a: Instant, b: Instant, pauses?: Pauses): number
  add(a: Instant, seconds: number, pauses?: Pauses): Instant
  openMilliseconds(a: Instant, b: Instant, pauses?: Pauses): number
  addMilliseconds(a: Instant, milliseconds: number, pauses?: Pauses): Instant
  isOpen(t: Instant): boolean
  /** The earliest open instant ≥ t. */
  nextOpening(t: Instant): Instant
  /** Partition of `[a, b)` by maximal segments, in order. */
  segments(a: Instant, b: Instant): readonly Segment[]
  /** Civil date (`YYYY-MM-DD`) of an instant in the calendar's zone. */
  civilDate(t: Instant): string
  /** Whether a civil date has any open time *starting* on it. */
  opensOn(date: string): boolean
  /**
   * Due instant of `{ workingDays: n, cutoff?, until? }` reported at `a`: see semantics, *Targets*.
   * `cutoff` and a wall-time `until` are `"HH:MM"`; paused open time is appended after it.
   */
  workingDaysAfter(a: Instant, days: number, cutoff?: string, until?: string, pauses?: Pauses): Instant
}
