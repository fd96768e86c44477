import type { PriorityState } from './decide-priority.ts'
import type { Terms } from './terms.ts'
import type { TicketState, Timeline } from './timeline.ts'

/** The state just after the fact at `index`; before the first state, the first. */
export function stateAt({ states }: Timeline, index: number): TicketState {
  let found = states[0]
  for (const state of states) {
    if (state.index > index) break
    found = state
  }
  return found
}

/** The states that changed a priority that there was, in `(first, last]` by place of their facts. */
export function priorityChanges(timeline: Timeline, first: number, last: number): readonly TicketState[] {
  if (timeline.states.length === 1) return NO_CHANGES
  let changes: TicketState[] | undefined
  let before: string | undefined
  for (const state of timeline.states) {
    if (state.index > last) break
    const { priority } = state.decided
    if (state.index > first && before !== undefined && priority !== before) {
      changes ??= []
      changes.push(state)
    }
    before = priority
  }
  return changes ?? NO_CHANGES
}

/** Impact, urgency and priority that judge a clock: those at its stop; under `frozen`, the first priority given. */
export function decidedFor(timeline: Timeline, terms: Terms, first: number, last: number): PriorityState {
  const { decided } = stateAt(timeline, last)
  if (timeline.states.length === 1 || terms.commitments.priorities?.onChange !== 'frozen') return decided
  const held = timeline.states.filter((state) => state.index > first && state.index <= last)
  const given = [stateAt(timeline, first), ...held].find((state) => state.decided.priority !== undefined)
  const priority = given?.decided.priority
  return priority === undefined || priority === decided.priority ? decided : { ...decided, priority }
}

const NO_CHANGES: readonly TicketState[] = []
