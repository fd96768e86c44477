import type { ScopeVerdict } from './scope-verdict.ts'
import type { Visit } from './visit-of.ts'

/** A verdict on its way: what the rules say, then what each fact of the question makes of it. */
export type Draft = Omit<ScopeVerdict, 'because'> & { readonly visit?: Visit; readonly threshold?: 'above' | 'within' }
