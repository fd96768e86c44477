import type { CommitmentsChapter, TicketCommitment } from '../clause-types.ts'

/** A ticket commitment with its index among the chapter's targets, for the path of a finding. */
export type IndexedTarget = { readonly target: TicketCommitment; readonly index: number }

/** The chapter's commitments on tickets. */
export function ticketTargets({ targets }: CommitmentsChapter): readonly IndexedTarget[] {
  return targets.flatMap((target, index) => (target.type === 'ticket' ? [{ target, index }] : []))
}

/** Whether a target holds tickets of a priority. */
export function holdsPriority({ when }: TicketCommitment, priority: string): boolean {
  return when.priority === undefined || when.priority.includes(priority)
}

/** Whether some ticket could be in both boxes, whatever their priority. */
export function meetOtherwise(a: TicketCommitment, b: TicketCommitment): boolean {
  return Object.entries(a.when).every(([column, values]) => {
    if (column === 'priority') return true
    const others = Object.entries(b.when).find(([name]) => name === column)?.[1]
    return others === undefined || others.some((value) => values.includes(value))
  })
}
