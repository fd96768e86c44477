import * as z from 'zod'
import type { Form } from './forms.ts'
import { identifier } from './identifiers.ts'

/** Whether the contract says a thing that a law lists: true, false, or the number of the clause that says it. */
export function statedItem() {
  return z.union([z.boolean(), identifier()], 'a-stated-item' satisfies Form)
}
