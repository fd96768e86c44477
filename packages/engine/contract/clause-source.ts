import type { Contract } from './contract.ts'
import { prevailingDocument } from './prevailing-document.ts'

/** Where a clause stands in the signed document: its file, where the contract transcribes one, its page, its words. */
export type ClauseSource = { readonly file?: string; readonly page?: number; readonly quote?: string }

/** The place of a clause in the signed document; `undefined` where the contract does not say. */
export function clauseSource(contract: Contract, clause: string): ClauseSource | undefined {
  const place = new Map(Object.entries(contract.clauses ?? {})).get(clause)
  if (place?.page === undefined && place?.quote === undefined) return undefined
  const file = prevailingDocument(contract)?.file
  return {
    ...(file !== undefined && { file }),
    ...(place.page !== undefined && { page: place.page }),
    ...(place.quote !== undefined && { quote: place.quote }),
  }
}
