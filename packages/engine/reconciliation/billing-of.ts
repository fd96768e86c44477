import type { EvolutionChapter } from '../evolution/clause-schema.ts'
import { itemsInForce, type PriceItem } from '../evolution/price-of-quantity.ts'
import type { ScopeChapter } from '../scope/clause-schema.ts'

/** Which recurring items of the price book bill which classes of assets. */
export type Billing = {
  /** The items that bill a class, the main one (its billing driver) first. */
  itemsOf(assetClass: string): readonly PriceItem[]
  /** The classes that an item bills. */
  classesOf(item: string): readonly string[]
  /** The class of an item that bills one class alone. */
  classOf(item: string): string | undefined
  /** Whether a line of an invoice speaks of the main item of a class; without an item it does. */
  isMain(item: string | undefined): boolean
}

/** By `billedBy`, and where an item's unit is the class: `unit: workstation`. */
export function billingOf(scope: ScopeChapter | undefined, evolution: EvolutionChapter | undefined): Billing {
  const inForce = itemsInForce(evolution?.pricing).filter(({ per }) => per !== undefined)
  const all = new Map([...(evolution?.pricing?.items ?? []), ...inForce].map((item) => [item.id, item]))
  const byClass = new Map(
    (scope?.assetClasses ?? []).map(({ id, billedBy }) => {
      const driver = billedBy === undefined ? undefined : all.get(billedBy)
      const byUnit = inForce.filter(({ id: item, unit }) => unit === id && item !== billedBy)
      return [id, driver ? [driver, ...byUnit] : byUnit] as const
    }),
  )
  const classesOf = (item: string) =>
    [...byClass].flatMap(([id, items]) => (items.some((one) => one.id === item) ? [id] : []))
  const mains = new Set([...byClass.values()].flatMap(([main]) => (main === undefined ? [] : [main.id])))
  return {
    itemsOf: (assetClass) => byClass.get(assetClass) ?? [],
    classesOf,
    classOf(item) {
      const classes = classesOf(item)
      return classes.length === 1 ? classes[0] : undefined
    },
    isMain: (item) => item === undefined || mains.has(item) || classesOf(item).length === 0,
  }
}
