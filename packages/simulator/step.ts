import type { Clerk } from './clerk.ts'
import type { Arrival } from './demand.ts'
import type { Technician } from './technician.ts'
import type { Ticket } from './ticket.ts'
import type { Outage } from './trouble.ts'

/** Everything that can be planned on a desk. A step is void when its ticket or technician has moved on since. */
export type Step =
  | { readonly type: 'day-begins'; readonly index: number }
  | { readonly type: 'ticket-arrives'; readonly arrival: Arrival; readonly outage?: Outage; readonly parent?: Ticket }
  | { readonly type: 'outage-begins'; readonly outage: Outage }
  | { readonly type: 'clerk-looks'; readonly clerk: Clerk }
  | { readonly type: 'taken-up'; readonly ticket: Ticket; readonly by: string }
  | { readonly type: 'queued'; readonly ticket: Ticket }
  | { readonly type: 'shift-begins'; readonly technician: Technician; readonly until: number }
  | { readonly type: 'technician-ready'; readonly technician: Technician; readonly turn: number }
  | { readonly type: 'session-ends'; readonly technician: Technician; readonly turn: number }
  | { readonly type: 'on-call-ends'; readonly ticket: Ticket; readonly technician: Technician }
  | { readonly type: 'waits'; readonly ticket: Ticket; readonly by: string }
  | { readonly type: 'wait-ends'; readonly ticket: Ticket; readonly pauses: number }
  | { readonly type: 'reminded'; readonly ticket: Ticket; readonly pauses: number }
  | { readonly type: 'unanswered'; readonly ticket: Ticket; readonly pauses: number }
  | { readonly type: 'update-due'; readonly ticket: Ticket }
  | { readonly type: 'solved'; readonly ticket: Ticket; readonly by: string }
  | { readonly type: 'comment'; readonly ticket: Ticket }
  | { readonly type: 'cancelled'; readonly ticket: Ticket }
  | { readonly type: 'reprioritised'; readonly ticket: Ticket }
  | { readonly type: 'rated'; readonly ticket: Ticket; readonly slow: boolean }
  | { readonly type: 'reopened'; readonly ticket: Ticket; readonly reopenings: number }
  | {
      readonly type: 'closed'
      readonly ticket: Ticket
      readonly reopenings: number
      readonly party: 'client' | 'provider'
    }
  | { readonly type: 'corrected'; readonly ticket: Ticket }
  | { readonly type: 'contested'; readonly ticket: Ticket; readonly commitment: string }
  | {
      readonly type: 'answered'
      readonly ticket: Ticket
      readonly commitment: string
      readonly party: 'client' | 'provider'
    }
  | {
      readonly type: 'excluded'
      readonly ticket: Ticket
      readonly commitment: string
      readonly party: 'client' | 'provider'
    }
