import { because } from './because.ts'
import type { ClockCase } from './clock-case.ts'
import type { Because } from './measure.ts'
import { priorityChanges } from './states-in-force.ts'
import { RANKS, type Reopening } from './timeline.ts'

/** What happened to a clock that its reader should know: reopenings, priorities, machines, versions. */
export function explainLife(clock: ClockCase, first: number, last: number): readonly Because[] {
  const { timeline, run, opening, moved } = clock
  const plain = run.reopenings.length === 0 && opening === undefined && !moved
  if (plain && timeline.states.length === 1 && timeline.findings.length === 0 && timeline.ignored.length === 0)
    return NONE
  return [
    ...(moved ? [because('version-at-milestone')] : []),
    ...(opening === undefined ? [] : [because('new-cycle', opening.event.id)]),
    ...run.reopenings.flatMap((mark) => {
      const code = REOPENING_CODES[mark.reopening]
      return code === undefined ? [] : [because(code, mark.event.id)]
    }),
    ...explainPriority(clock, first, last),
    ...timeline.findings.filter((finding) => finding.index <= last).map((finding) => finding.because),
    ...timeline.ignored
      .filter((mark) => mark.index > first && mark.index < last && mark.rank >= RANKS[clock.milestone])
      .slice(0, 1)
      .map((mark) => because('machine-event-ignored', mark.event.id)),
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

function explainPriority({ timeline, terms }: ClockCase, first: number, last: number): readonly Because[] {
  const changes = priorityChanges(timeline, first, last)
  if (changes.length === 0) return NONE
  const mode = terms.commitments.priorities?.onChange ?? 'retroactive'
  return [because(`priority-${mode}`, ...changes.map((state) => state.event.id))]
}
