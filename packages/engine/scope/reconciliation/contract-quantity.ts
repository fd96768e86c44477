import type { ScopeChapter } from '../clause-schema.ts'

type AssetClass = NonNullable<ScopeChapter['assetClasses']>[number]

/** What the contract states of a class. */
export type StatedQuantity = {
  readonly assetClass: string
  readonly quantity: number
  readonly asOf?: string
  readonly source?: string
  readonly document?: string
}

/**
 * The quantity that counts for a class: its own; where it states none, the latest of those that other documents state,
 * by date, then in their order.
 */
export function contractQuantity({
  id,
  quantity,
  asOf,
  source,
  quantities = [],
}: AssetClass): StatedQuantity | undefined {
  if (quantity !== undefined)
    return {
      assetClass: id,
      quantity,
      ...(asOf === undefined ? {} : { asOf }),
      ...(source === undefined ? {} : { source }),
    }
  const [latest] = quantities.toSorted((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0))
  return latest && { assetClass: id, ...latest }
}

/** What other documents state of a class beside the quantity that counts. */
export function otherQuantities(assetClass: AssetClass): readonly StatedQuantity[] {
  const counts = contractQuantity(assetClass)
  return (assetClass.quantities ?? [])
    .filter(({ quantity, asOf }) => quantity !== counts?.quantity || asOf !== counts.asOf)
    .map((one) => ({ assetClass: assetClass.id, ...one }))
}
