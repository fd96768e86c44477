import { because } from './because.ts'
import type { ClockCase } from './clock-case.ts'
import type { Because } from './measure.ts'
import { priorityChanges } from './states-in-force.ts'
import { RANKS, type Reopening, type TicketState } from './timeline.ts'

/** What happened to a clock that its reader should know: reopenings, priorities, machines, versions. */
export function explainLife(clock: ClockCase, first: number, last: number): readonly Because[] {
  const { timeline, run, opening, moved } = clock
  const { findings, ignored } = timeline
  const changes = priorityChanges(timeline, first, last)
  const quiet = run.reopenings.length + changes.length + findings.length + ignored.length === 0
  if (quiet && opening === undefined && !moved) return NONE
  const reasons = run.reopenings.flatMap((mark) => {
    const code = REOPENING_CODES[mark.reopening]
    return code === undefined ? [] : [because(code, mark.event.id)]
  })
  const unheeded = ignored.find(
    (mark) => mark.index > first && mark.index < last && mark.rank >= RANKS[clock.milestone],
  )
  return [
    ...(moved ? [because('version-at-milestone')] : []),
    ...(opening === undefined ? [] : [because('new-cycle', opening.event.id)]),
    ...reasons,
    ...(changes.length === 0 ? [] : [becausePriority(clock, changes)]),
    ...findings.filter((finding) => finding.index <= last).map((finding) => finding.because),
    ...(unheeded === undefined ? [] : [because('machine-event-ignored', unheeded.event.id)]),
  ]
}

const NONE: readonly Because[] = []

const REOPENING_CODES: {
  readonly [R in Reopening]: 'reopened-resume' | 'reopened-restart' | 'reopened-continue' | undefined
} = {
  nothing: undefined,
  resume: 'reopened-resume',
  restart: 'reopened-restart',
  continue: 'reopened-continue',
  'new-cycle': undefined,
}

function becausePriority({ terms }: ClockCase, changes: readonly TicketState[]): Because {
  const mode = terms.commitments.priorities?.onChange ?? 'retroactive'
  return because(`priority-${mode}`, ...changes.map((state) => state.event.id))
}
