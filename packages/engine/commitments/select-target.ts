import type { Column } from '../record/event.ts'
import type { Attributes } from '../record/ticket.ts'
import type { MeasureKind, TicketCommitment, When } from './clause-types.ts'
import type { PriorityState } from './decide-priority.ts'

/** Two or more clauses hold one ticket and none is more specific than the others: the contract does not say which. */
export type TargetTie = { readonly kind: 'tie'; readonly measure: MeasureKind; readonly rules: readonly string[] }

export type Selection =
  | { readonly kind: 'target'; readonly clause: TicketCommitment }
  | { readonly kind: 'none' }
  | TargetTie

/** The clauses of one measure, indexed by the columns that they name. */
export type TargetSelector = {
  readonly measure: MeasureKind
  /** Columns that decide which clause holds. */
  readonly columns: readonly Column[]
  /** `decided`: impact, urgency and priority with effect. */
  select(attributes: Attributes, decided: PriorityState): Selection
}

/**
 * Exactly one target per (ticket, measure): the clause whose box lies strictly inside every other that holds the ticket
 * (clause kind: service-level target; semantics, *Targets*). Each answer is found once for each combination of the
 * values that the clauses name, then looked up.
 */
export function compileSelector(measure: MeasureKind, clauses: readonly TicketCommitment[]): TargetSelector {
  const columns = [...new Set(clauses.flatMap((clause) => namedColumns(clause.when)))]
  const named = columns.map((column) => new Set(clauses.flatMap((clause) => clause.when[column] ?? [])))
  const root: Branch = { next: new Map() }
  return {
    measure,
    columns,
    select(attributes, decided) {
      let branch = root
      for (let i = 0; i < columns.length; i++) {
        const value = valueIn(columns[i] as Column, attributes, decided)
        // A value that no clause names is like any other such value.
        const key = value !== undefined && named[i]?.has(value) === true ? value : undefined
        let next = branch.next.get(key)
        if (next === undefined) {
          next = { next: new Map() }
          branch.next.set(key, next)
        }
        branch = next
      }
      branch.selection ??= selectAmong(measure, clauses, attributes, decided)
      return branch.selection
    },
  }
}

/** Every pair of clauses of one measure that overlap without inclusion, or are equal: ties, even if no ticket meets them. */
export function findTies(clauses: readonly TicketCommitment[]): readonly TargetTie[] {
  return clauses.flatMap((a, index) =>
    clauses
      .slice(index + 1)
      .filter((b) => a.measure === b.measure && overlap(a.when, b.when))
      .filter((b) => !isStrictlyInside(a.when, b.when) && !isStrictlyInside(b.when, a.when))
      .map((b): TargetTie => ({ kind: 'tie', measure: a.measure, rules: [a.id, b.id] })),
  )
}

type Branch = { readonly next: Map<string | undefined, Branch>; selection?: Selection }

const NONE: Selection = { kind: 'none' }

function selectAmong(
  measure: MeasureKind,
  clauses: readonly TicketCommitment[],
  attributes: Attributes,
  decided: PriorityState,
): Selection {
  const holding = clauses.filter((clause) => holds(clause.when, attributes, decided))
  const narrowest = holding.filter((clause) => !holding.some((other) => isStrictlyInside(other.when, clause.when)))
  const [clause, ...others] = narrowest
  if (clause === undefined) return NONE
  if (others.length === 0) return { kind: 'target', clause }
  return { kind: 'tie', measure, rules: narrowest.map((rule) => rule.id) }
}

function holds(when: When, attributes: Attributes, decided: PriorityState): boolean {
  return namedColumns(when).every((column) => {
    const value = valueIn(column, attributes, decided)
    return value !== undefined && when[column]?.includes(value) === true
  })
}

function valueIn(column: Column, attributes: Attributes, decided: PriorityState): string | undefined {
  return isDecided(column) ? decided[column] : attributes[column]
}

function isDecided(column: Column): column is keyof PriorityState {
  return column === 'priority' || column === 'impact' || column === 'urgency'
}

function isStrictlyInside(inner: When, outer: When): boolean {
  return isInside(inner, outer) && !isInside(outer, inner)
}

function isInside(inner: When, outer: When): boolean {
  return namedColumns(outer).every((column) => {
    const values = inner[column]
    return values?.every((value) => outer[column]?.includes(value) === true) ?? false
  })
}

function overlap(a: When, b: When): boolean {
  return namedColumns(a).every((column) => {
    const values = b[column]
    return values === undefined || values.some((value) => a[column]?.includes(value) === true)
  })
}

function namedColumns(when: When): readonly Column[] {
  return (Object.keys(when) as Column[]).filter((column) => when[column] !== undefined)
}
