import type { Instant } from '../../base/instant.ts'
import type { Measure, Paused } from '../measure.ts'

/** Where an open clock stands: `overdue` has run past its target and has not stopped. */
export type OpenState = 'running' | 'at-risk' | 'paused' | 'overdue'

/** An open clock that is due one day. */
export type DueClock = {
  /** `ticket`, commitment and cycle: one clock. Orders clocks that are due at one instant. */
  readonly key: string
  /** Of a paused clock: when it would be due if it went on at the observation. */
  readonly dueAt: Instant
  readonly state: OpenState
  readonly measure: Measure
  /** The pause that stops it now; absent while it runs. */
  readonly pause?: Paused
}

/** A measure as an open clock; `undefined` where it has stopped, counts for nothing, or is never due. */
export function dueClockOf(measure: Measure): DueClock | undefined {
  const { ticket, commitment, cycle, dueAt, stoppedAt } = measure
  const state = openStateOf(measure)
  if (stoppedAt !== undefined || dueAt === undefined || state === undefined) return undefined
  const clock = { key: `${ticket}\u0000${commitment}\u0000${cycle}`, dueAt, state, measure }
  const pause = state === 'paused' ? measure.paused.at(-1) : undefined
  return pause === undefined ? clock : { ...clock, pause }
}

function openStateOf({ state }: Measure): OpenState | undefined {
  switch (state) {
    case 'missed':
      return 'overdue'
    case 'running':
    case 'at-risk':
    case 'paused':
      return state
    case 'met':
    case 'excluded':
    case 'not-applicable':
      return undefined
  }
}
