import type { Grounds } from '../base/grounds.ts'
import type { Instant, Milliseconds } from '../base/instant.ts'
import type { Localised } from '../base/message.ts'
import type { MeasureKind, Target } from './clause-types.ts'

export type MeasureState = 'not-applicable' | 'excluded' | 'missed' | 'met' | 'paused' | 'at-risk' | 'running'

/** A span of the clock's pause, in which the calendar's open time does not count. */
export type Paused = {
  readonly from: Instant
  readonly to: Instant
  readonly reason: string
  readonly imputable: 'client' | 'provider' | 'third-party'
  /** Id of the `paused` event. */
  readonly event: string
}

/** Why a measure is what it is: a stable code, its sentence, and the events it stands on. */
export type Because = { readonly code: string; readonly message: Localised; readonly events: readonly string[] }

/**
 * One clock of one ticket under one commitment (semantics, *Tickets*). Durations are integer ms of counted time in the
 * target's calendar. `stoppedAt` absent: the clock had not stopped at the observation.
 */
export type Measure = {
  readonly ticket: string
  readonly commitment: string
  readonly clause: string
  readonly contractVersion: string
  readonly measure: MeasureKind
  /** 1 for the first life of the ticket; 2… after a reopening past the window. */
  readonly cycle: number
  readonly reportedAt: Instant
  readonly startedAt: Instant
  readonly stoppedAt?: Instant
  readonly counted: Milliseconds
  readonly paused: readonly Paused[]
  /** Target in force, after any priority change; `targetMilliseconds` only for open-time targets. */
  readonly target: Target
  readonly targetMilliseconds?: Milliseconds
  readonly calendar?: string
  readonly dueAt?: Instant
  /** Target − counted (open-time), or open time left to `dueAt` (days); negative when overrun. */
  readonly remaining?: Milliseconds
  readonly state: MeasureState
  /** The milestone was not recorded; a later one proves it. */
  readonly implied?: true
  /** Attributes in force at the stop (or at the observation), for grouping. */
  readonly kind?: string
  readonly priority?: string
  readonly site?: string
  readonly because: readonly Because[]
  readonly grounds: Grounds
}

export type LedgerKind = 'stopped' | 'holiday' | 'outside-hours' | 'paused' | 'counted'

/** A maximal span of the ledger; the spans of a measure cover `[startedAt, stoppedAt or at)` without gap or overlap. */
export type LedgerEntry = {
  readonly from: Instant
  readonly to: Instant
  readonly kind: LedgerKind
  readonly reason: Localised
  readonly event?: string
}
