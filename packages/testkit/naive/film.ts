import type { CommitmentsChapter, Instant, Measure, TicketEvent } from '@vigie/engine'

/** A calendar as a film strip: one frame a minute from `from` on. Opening hours do not run over midnight. */
export type MinuteCalendar = {
  /** 1 where the minute is open. */
  readonly open: Uint8Array
  /** The civil day of the minute in the calendar's zone, as a number that grows by day. */
  readonly day: Int32Array
  /** Minutes since midnight on the wall. */
  readonly wall: Int16Array
}

export type NaiveInput = {
  /** In canonical order, on whole minutes. */
  readonly events: readonly TicketEvent[]
  readonly chapter: CommitmentsChapter
  /** Start of every strip; a whole minute before any fact. */
  readonly from: Instant
  readonly calendars: ReadonlyMap<string, MinuteCalendar>
  /** A whole minute. */
  readonly at: Instant
  /** `from` plus an ISO 8601 duration, for reopening windows and civil days. */
  readonly addDuration: (from: Instant, duration: string) => Instant
}

export type NaiveMeasure = Pick<Measure, 'commitment' | 'measure' | 'cycle' | 'startedAt' | 'counted' | 'state'> & {
  readonly stoppedAt: Instant | undefined
  /** `undefined` under a prospective change, where it may fall within a minute, and past the end of the strips. */
  readonly dueAt: Instant | undefined
  readonly implied: boolean
}

export const MINUTE = 60_000

/** What the ticket is, as far as clauses ask. */
export type Ticket = { priority?: string | undefined; kind?: string | undefined; site?: string | undefined }

/** One minute of the ticket. */
export type Frame = { paused: boolean; closed: boolean; readonly priority: string | undefined }

/** Where a clock stopped, and what the ticket was there. */
export type Stop = {
  readonly at: Instant
  readonly how: 'milestone' | 'withdrawn' | 'unanswered'
  readonly implied: boolean
  ticket: Ticket
}

/** The minutes of one cycle of one clock, from its start on. */
export type Film = {
  readonly from: Instant
  readonly frames: Frame[]
  readonly cycle: number
  firstPriority: string | undefined
}
