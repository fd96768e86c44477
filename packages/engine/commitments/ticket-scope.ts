import type { Localised } from '../base/message.ts'
import type { Column } from '../record/event.ts'
import type { Attributes } from '../record/ticket.ts'
import type { BecauseCode } from './because-codes.ts'

/**
 * What the scope says of a ticket. `in`: the provider owes it, in the fee or on demand; `out`: it does not (excluded, up to
 * the client or to a third party); `open`: the contract does not decide, or the ticket does not say enough.
 */
export type ScopeStanding =
  | { readonly kind: 'in' }
  | { readonly kind: 'out' | 'open'; readonly code: BecauseCode; readonly message: Localised }

/** What the client owes before a miss can be the provider's. */
export type ClientPrerequisite = { readonly id: string; readonly label?: string }

/** The scope of one version, as tickets need it. */
export type TicketScope = {
  /** Columns that decide. */
  readonly columns: readonly Column[]
  judge(attributes: Attributes): ScopeStanding
  prerequisites(attributes: Attributes): readonly ClientPrerequisite[]
}
