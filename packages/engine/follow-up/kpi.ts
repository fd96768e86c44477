import type { Grounds } from '../base/grounds.ts'
import type { Instant, Milliseconds } from '../base/instant.ts'
import type { Localised } from '../base/message.ts'
import type { Ratio } from '../base/ratio.ts'
import type { CallDay } from '../record/read-calls.ts'
import type { KpiSpan } from './kpi-span.ts'
import type { TicketInSpan, TicketLife } from './ticket-life.ts'

/** What a clock on a ticket measures; the words of the contract's `measure`. */
export type HandledMeasure =
  | 'response'
  | 'intervention'
  | 'workaround'
  | 'restoration'
  | 'resolution'
  | 'closure'
  | 'update-interval'

/** A clock that stopped and that counts (met or missed): what KPIs know of a measure. */
export type Handled = {
  readonly ticket: TicketLife
  readonly measure: HandledMeasure
  /** Id of the calendar that counted; `''` where civil days counted. */
  readonly calendar: string
  readonly stoppedAt: Instant
  readonly counted: Milliseconds
  /** From start to stop on a clock that never closes, pauses included. */
  readonly elapsed: Milliseconds
  readonly met: boolean
}

/** Counted time of the measures stopped in the period, for one measure and one calendar; integer ms. */
export type HandlingTime = {
  readonly measure: HandledMeasure
  /** Id of the calendar that counted; `''` where civil days counted. */
  readonly calendar: string
  readonly count: number
  readonly mean: Milliseconds
  readonly p50: Milliseconds
  readonly p90: Milliseconds
  /** The same of elapsed time (24 × 7, pauses included). */
  readonly elapsedMean: Milliseconds
  readonly elapsedP50: Milliseconds
  readonly elapsedP90: Milliseconds
}

/** `value` is a decimal in `unit`, null on an empty population and where calendars may not be mixed (see `groups`). */
export type KpiFigure = {
  readonly value: string | null
  readonly unit: 'count' | 'percent' | 'seconds' | 'score'
  /** Handling times: the same figure of elapsed time (24 × 7, pauses included), over all calendars. */
  readonly elapsed?: string | null
  /** Size of the population that the value stands on. */
  readonly count: number
  readonly numerator?: number
  readonly denominator?: number
  readonly groups?: readonly HandlingTime[]
  /** What a reader must know of this very figure: a log without kinds, calendars that are not mixed. */
  readonly note?: Localised
}

export type KpiResult = KpiFigure & {
  readonly id: string
  readonly label: Localised
  readonly definition: Localised
  /** As written, with the side of it that is good. */
  readonly target?: string
  readonly direction?: 'at-least' | 'at-most'
  readonly state?: 'met' | 'missed'
  readonly grounds: Grounds
}

/** How a figure is made. One file each in `kpis/`; `standard-kpis.ts` lists them. */
export type KpiFormula = {
  readonly id: string
  readonly label: Localised
  readonly definition: Localised
  /** Which side of a target is good. */
  readonly direction: 'at-least' | 'at-most'
  readonly begin: (span: KpiSpan) => KpiCounter
}

/** One KPI over one span, fed in one pass with the tickets that did something in the span and the clocks that stopped in it. */
export type KpiCounter = {
  readonly addTicket?: (seen: TicketInSpan) => void
  /** `times` -1 takes out what was added; shares alone can, for they alone are sanctioned. */
  readonly addHandled?: (handled: Handled, times?: 1 | -1) => void
  readonly figure: (log: LogFacts) => CountedFigure
}

/** What is known of the whole log once every ticket was read. */
export type LogFacts = {
  /** Whether any ticket carries a kind. */
  readonly kindsKnown: boolean
  /** The telephone, day by day; absent: not given. */
  readonly calls?: readonly CallDay[]
}

/** `exact`: the unrounded value in the figure's unit, for the comparison with a target. */
export type CountedFigure = { readonly figure: KpiFigure; readonly exact: Ratio | null }
