import type { Contract } from '../contract.ts'
import { clauseCarriers } from './clause-carriers.ts'

/** Every clause number that something of the contract carries or cites, the items of laws included. */
export function clauseNumbers(contract: Contract): ReadonlySet<string> {
  const { governance } = contract.chapters
  const cited = [governance?.personalData, governance?.dora].flatMap((items) =>
    typeof items === 'object' ? Object.values(items).filter((item) => typeof item === 'string') : [],
  )
  const referred = Object.values(contract.clauses ?? {}).flatMap(({ refersTo = [] }) => refersTo)
  return new Set([...clauseCarriers(contract).map(({ clause }) => clause), ...cited, ...referred])
}
