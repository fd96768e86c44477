import type { Localised } from '../../base/message.ts'
import type { Ratio } from '../../base/ratio.ts'
import type { PenaltyFinding, PenaltyStep } from './penalty.ts'

/** An exact amount with the steps that led to it, or why there is none. */
export type Reckoning =
  | { readonly ok: true; readonly value: Ratio; readonly steps: readonly PenaltyStep[] }
  | { readonly ok: false; readonly code: Fault; readonly message: Localised; readonly steps: readonly PenaltyStep[] }

type Fault = Extract<PenaltyFinding['code'], 'fee-missing' | 'tier-gap' | 'not-computable'>

/** What the amounts of one month need beside the clause. */
export type PriceFrame = {
  readonly currency: string
  /** Number of the clause that the steps name. */
  readonly clause: string
  /** The amount of a fee in the month; undefined where nothing states it. */
  readonly fee: (id: string) => Ratio | undefined
  /** Open hours of a calendar in the month. */
  readonly openHours: (calendar: string) => Ratio
}

/** The same reckoning, with steps before its own. */
export function after(steps: readonly PenaltyStep[], reckoning: Reckoning): Reckoning {
  return { ...reckoning, steps: [...steps, ...reckoning.steps] }
}

export function failed(code: Fault, message: Localised, clause: string): Reckoning {
  return { ok: false, code, message, steps: [{ what: 'missing', value: code, clause, message }] }
}
