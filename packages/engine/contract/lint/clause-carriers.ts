import type { Path } from '../../base/document/source-node.ts'
import type { Contract } from '../contract.ts'

/** An element of the contract with the number of its clause. */
export type ClauseCarrier = { readonly clause: string; readonly path: Path; readonly id?: string }

/** Every element that names a clause, in the order of the contract; a commitment called by its id alone names none. */
export function clauseCarriers(contract: Contract): readonly ClauseCarrier[] {
  const { term, earlyTermination, commitments, followUp, chapters } = contract
  const { scope, governance, exit, evolution } = chapters
  return [
    ...carriersIn(term, ['contract', 'term']),
    ...carriersIn(earlyTermination, ['contract', 'earlyTermination']),
    ...carriersIn(scope, ['scope']),
    ...carriersIn(commitments, ['commitments']),
    ...carriersIn(followUp, ['followUp']),
    ...carriersIn(governance, ['governance']),
    ...carriersIn(exit, ['exit']),
    ...carriersIn(evolution, ['evolution']),
  ]
}

function carriersIn(value: unknown, path: Path): readonly ClauseCarrier[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => carriersIn(item, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  const { clause, id } = value as { readonly clause?: unknown; readonly id?: unknown }
  const inner = Object.entries(value).flatMap(([key, one]) => carriersIn(one, [...path, key]))
  if (typeof clause !== 'string' || clause === id) return inner
  return [{ clause, path, ...(typeof id === 'string' && { id }) }, ...inner]
}
