import type { Localised } from '../../base/message.ts'

/** The parts of a contract that a change may touch. */
export type ContractPart =
  | 'identity'
  | 'calendars'
  | 'scope'
  | 'commitments'
  | 'phases'
  | 'follow-up'
  | 'governance'
  | 'exit'
  | 'evolution'

/** One difference between two contracts. */
export type ContractChange = {
  /** `reordered`: the same elements in another order. */
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered'
  readonly part: ContractPart
  /** Keys, and in brackets the id of an element: `commitments.targets[P1-RESPONSE].target`. */
  readonly path: string
  /** What the change is about: the named element that holds it, else the part's own name. */
  readonly subject: Localised
  /** Number of the clause, where the element has one. */
  readonly clause?: string
  /** The terms as they are executed; absent where that contract does not have them. */
  readonly before?: unknown
  readonly after?: unknown
  /** The change in a plain sentence. */
  readonly message: Localised
}
