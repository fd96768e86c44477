import type { Instant } from '../base/instant.ts'
import { CLOSED, type Mark, REOPENED, RESTORED, type Timeline } from './timeline.ts'

/** A span in which the ticket was closed and that does not count. */
export type StoppedSpan = {
  readonly from: Instant
  readonly to: Instant
  /** Ids of the fact that closed and of the one that reopened. */
  readonly closedBy: string
  readonly reopenedBy: string
}

/** The life of one clock of one cycle, before any calendar or target. */
export type ClockRun = {
  /** The milestone that stopped it, or what ended it (withdrawn, closed for want of an answer); absent while it runs. */
  readonly stop: Mark | undefined
  /** A later milestone stopped it, its own not being recorded by then. */
  readonly implied: boolean
  /** Closed time that does not count (`reopen: resume`). */
  readonly stopped: readonly StoppedSpan[]
  /** The reopening that set it back to zero (`reopen: restart`). */
  readonly restart: Mark | undefined
  /** Every reopening that undid its stop within the window. */
  readonly reopenings: readonly Mark[]
  /** The reopening past the window that opens the next cycle. */
  readonly next: Mark | undefined
}

/**
 * Runs the clock that stops at the milestone of `rank` over a ticket's marks (clause kind: milestones and reopening).
 * `opening`: the reopening that opens this cycle; absent for the first. A reopening undoes `restored`, `resolved` and
 * `closed`, and what ended a clock otherwise; `acknowledged`, `started` and `workaround` stand for ever.
 */
export function runClock({ marks }: Timeline, rank: number, opening?: Mark): ClockRun {
  let stop: Mark | undefined
  let implied = false
  let stopped: StoppedSpan[] | undefined
  let restart: Mark | undefined
  let reopenings: Mark[] | undefined
  const runOf = (next: Mark | undefined): ClockRun => ({
    stop,
    implied,
    stopped: stopped ?? NO_SPANS,
    restart,
    reopenings: reopenings ?? NO_MARKS,
    next,
  })
  for (let i = opening === undefined ? 0 : placeOf(marks, opening) + 1; i < marks.length; i++) {
    const mark = marks[i] as Mark
    if (mark.rank === REOPENED) {
      if (stop === undefined) continue
      if (rank < RESTORED && stop.rank <= CLOSED) break
      switch (mark.reopening) {
        case 'nothing':
          continue
        case 'new-cycle':
          return runOf(mark)
        case 'resume':
          stopped ??= []
          stopped.push({ from: stop.at, to: mark.at, closedBy: stop.event.id, reopenedBy: mark.event.id })
          break
        case 'restart':
          stopped = undefined
          restart = mark
          break
        case 'continue':
          break
      }
      reopenings ??= []
      reopenings.push(mark)
      stop = undefined
      implied = false
    } else if (mark.rank >= rank) {
      if (stop === undefined) {
        stop = mark
        implied = mark.rank !== rank && mark.rank <= CLOSED
      } else if (implied && mark.rank === rank && mark.at === stop.at) {
        // Its own milestone at that very instant: nothing is implied.
        stop = mark
        implied = false
      }
    }
  }
  return runOf(undefined)
}

const NO_SPANS: readonly StoppedSpan[] = []
const NO_MARKS: readonly Mark[] = []

/** Marks are in order of `index`: a halving search finds the reopening. */
function placeOf(marks: readonly Mark[], opening: Mark): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((marks[middle] as Mark).index < opening.index) low = middle + 1
    else high = middle
  }
  while (low < marks.length && marks[low]?.rank !== REOPENED) low++
  return low
}
