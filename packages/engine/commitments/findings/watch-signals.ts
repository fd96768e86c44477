import { findAutomaticAnswers } from './automatic-answers.ts'
import { findBatchResolutions } from './batch-resolutions.ts'
import { findLateLowering } from './late-lowering.ts'
import { findLatePauses } from './late-pauses.ts'
import { findPauseWarnings } from './pause-warnings.ts'
import { findPromptReopenings } from './prompt-reopenings.ts'
import type { Signal, SignalFrame, WatchedTicket } from './signal.ts'
import { findUnaskedPauses } from './unasked-pauses.ts'

export type SignalWatch = {
  /** Tickets come in the order of their ids. */
  readonly add: (ticket: WatchedTicket) => void
  /** Always in the same order of codes. */
  readonly signals: () => readonly Signal[]
}

/** Looks for every sign in one pass; keeps counts and the first cases of each, not the tickets. */
export function watchSignals(frame: SignalFrame): SignalWatch {
  const ofPauses = [
    findLatePauses(frame),
    findPauseWarnings(frame, 'pause-reason-unlisted'),
    findPauseWarnings(frame, 'reminder-missing'),
  ]
  const ofAll = [
    findUnaskedPauses(frame),
    findLateLowering(frame),
    findPromptReopenings(frame),
    findAutomaticAnswers(frame),
    findBatchResolutions(frame),
  ]
  return {
    add: (ticket) => {
      if (ticket.history.events.some(({ event }) => event === 'paused')) for (const { add } of ofPauses) add(ticket)
      for (const { add } of ofAll) add(ticket)
    },
    signals: () => [...ofPauses, ...ofAll].flatMap(({ signal }) => signal() ?? []),
  }
}
