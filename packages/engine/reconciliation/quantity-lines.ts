import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import { type Money, roundMoney } from '../base/money.ts'
import { addRatio, formatRatio, parseDecimal, type Ratio, ratioOf, subtractRatio } from '../base/ratio.ts'
import { monthlyPriceOfQuantity, type PriceItem } from '../evolution/price-of-quantity.ts'
import type { BilledLine } from '../record/read-billed.ts'
import { contractQuantity, otherQuantities, type StatedQuantity } from '../scope/reconciliation/contract-quantity.ts'
import { type Drift, weighDrift } from '../scope/reconciliation/weigh-drift.ts'
import type { QuantityLine } from './quantity-line.ts'
import type { ReconciliationToPrice } from './reconciliation-to-price.ts'

/** A line with what quantities alone show of it, once the assets by name are taken out. */
export type LineTally = {
  readonly line: QuantityLine
  readonly item: PriceItem | undefined
  /** Units that are billed and not in the field, or in the field within the contract and not billed, beyond those named. */
  readonly over: number
  readonly under: number
  /** Units that the contract counts and the field has not, of classes whose covered assets are not listed. */
  readonly gone: number
  /** Units beyond the contract that are billed by name. */
  readonly billedBeyond: number
  /** Units that an invoice of quantities already charges beyond the contract. */
  readonly chargedBeyond: number
  /** Units of the covered list. */
  readonly covered: number
}

/** One line for each item that bills classes of the contract, and for each class that none does. */
export function quantityLines(input: ReconciliationToPrice): readonly LineTally[] {
  const { scope, billing } = input
  const classes = (scope?.assetClasses ?? []).map(({ id }) => id)
  const classOfLine = new Map(
    input.classified.assets.flatMap(({ assetClass, evidence }) =>
      evidence.flatMap(({ file, line }) => (file === 'invoice' && assetClass ? [[line, assetClass] as const] : [])),
    ),
  )
  const toTally = { ...input, classOfLine }
  const items = new Map<string, { readonly item: PriceItem; readonly main: boolean }>()
  for (const id of classes) {
    billing.itemsOf(id).forEach((item, rank) => {
      items.set(item.id, { item, main: rank === 0 || items.get(item.id)?.main === true })
    })
  }
  const unbilled = classes.filter((id) => billing.itemsOf(id).length === 0)
  return [
    ...[...items.values()].map(({ item, main }) => tallyOf(billing.classesOf(item.id), item, main, toTally)),
    ...unbilled.map((id) => tallyOf([id], undefined, true, toTally)),
  ]
}

/** Lines of the invoice that name an asset, with the class that it turned out to be of. */
type ToTally = ReconciliationToPrice & { readonly classOfLine: ReadonlyMap<number, string> }

function tallyOf(classes: readonly string[], item: PriceItem | undefined, main: boolean, input: ToTally): LineTally {
  const { classified, scope, lines, measured, currency } = input
  const own = classified.assets.filter(({ assetClass }) => assetClass !== undefined && classes.includes(assetClass))
  const units = (...kinds: readonly string[]) =>
    own.filter(({ verdict }) => kinds.includes(verdict)).reduce((sum, one) => sum + one.units, 0)
  const stated = statedQuantities(scope, classes)
  const contract = stated.length === 0 ? undefined : stated.reduce((sum, { quantity }) => sum + quantity, 0)
  const field = units('agreed', 'seen-not-covered', 'unbilled-covered')
  const charged = lines?.filter((line) => isChargedBy(line, classes, item, main, input)) ?? []
  // An invoice that says nothing of an item that is in force charges none of it.
  const billed = lines === undefined || item === undefined ? undefined : totalOf(charged)
  const beyond = own.filter(({ verdict, billed: isBilled }) => verdict === 'seen-not-covered' && isBilled === undefined)
  const unknown = beyond.reduce((sum, one) => sum + one.units, 0)
  const named = main
    ? {
        over: own
          .filter(
            ({ verdict, billed: isBilled }) => verdict === 'billed-missing' || (verdict === 'duplicated' && isBilled),
          )
          .reduce((sum, one) => sum + (one.billedUnits ?? one.units), 0),
        under: own
          .filter(({ billed: isBilled, verdict }) => isBilled === false && IN_FIELD.has(verdict))
          .reduce((sum, one) => sum + one.units, 0),
      }
    : { over: 0, under: 0 }
  const rest = billed === undefined ? 0 : billed - named.over - (field - named.under)
  const listed = classes.filter((id) => !classified.coveredByAsset.has(id))
  const measuredUnits = measured?.units && {
    on: measured.on,
    units: classes.reduce((sum, id) => sum + (measured.units?.get(id) ?? 0), 0),
  }
  const drift = driftOf(contract, measuredUnits?.units, scope, item, currency)
  return {
    line: {
      classes,
      label: item?.label ?? scope?.assetClasses?.find(({ id }) => id === classes[0])?.label ?? classes[0] ?? '',
      ...(item === undefined ? {} : { item: item.id }),
      main,
      ...(contract === undefined ? {} : { contract }),
      stated,
      statedElsewhere: classesNamed(scope, classes).flatMap(otherQuantities),
      field,
      ...(measuredUnits === undefined ? {} : { measured: measuredUnits }),
      ...(billed === undefined ? {} : { billed }),
      ...amountsOf(charged, billed, item, currency),
      ...(drift === undefined ? {} : { drift }),
    },
    item,
    over: Math.max(0, rest),
    under: Math.max(0, -rest - unknown),
    gone: goneIn(listed, own, scope),
    billedBeyond: own
      .filter(({ verdict, billed: isBilled }) => verdict === 'seen-not-covered' && isBilled === true)
      .reduce((sum, one) => sum + one.units, 0),
    chargedBeyond: billed === undefined || contract === undefined || unknown === 0 ? 0 : Math.max(0, billed - contract),
    covered: units('agreed', 'unbilled-covered', 'covered-gone', 'billed-missing'),
  }
}

const IN_FIELD: ReadonlySet<string> = new Set(['agreed', 'seen-not-covered', 'unbilled-covered'])

/** Units of the contract that the field has not, class by class: a surplus of one makes up for nothing of another. */
function goneIn(
  classes: readonly string[],
  own: ReconciliationToPrice['classified']['assets'],
  scope: ReconciliationToPrice['scope'],
): number {
  return statedQuantities(scope, classes).reduce((sum, { assetClass, quantity }) => {
    const there = own.filter((one) => one.assetClass === assetClass && IN_FIELD.has(one.verdict))
    return sum + Math.max(0, quantity - there.reduce((units, one) => units + one.units, 0))
  }, 0)
}

function classesNamed(scope: ReconciliationToPrice['scope'], classes: readonly string[]) {
  return (scope?.assetClasses ?? []).filter(({ id }) => classes.includes(id))
}

function statedQuantities(
  scope: ReconciliationToPrice['scope'],
  classes: readonly string[],
): readonly StatedQuantity[] {
  return classesNamed(scope, classes).flatMap((one) => contractQuantity(one) ?? [])
}

/** Whether a line of the invoice charges this item, or, where it names a class or an asset alone, one of its classes. */
function isChargedBy(
  line: BilledLine,
  classes: readonly string[],
  item: PriceItem | undefined,
  main: boolean,
  { classOfLine }: ToTally,
): boolean {
  if (line.item !== undefined) return line.item === item?.id
  if (!main) return false
  if (line.assetClass !== undefined) return classes.includes(line.assetClass)
  const found = classOfLine.get(line.line)
  return found !== undefined && classes.includes(found)
}

function totalOf(lines: readonly BilledLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}

function amountsOf(
  lines: readonly BilledLine[],
  billed: number | undefined,
  item: PriceItem | undefined,
  currency: string,
): { readonly billedAmount?: Money; readonly pricedAmount?: Money } {
  const price = billed === undefined || item === undefined ? undefined : monthlyPriceOfQuantity(item, billed)
  const amounts = lines.map(({ amount }) => (amount === undefined ? undefined : parseDecimal(amount)))
  const known = amounts.filter((amount) => amount !== undefined)
  return {
    ...(known.length > 0 && known.length === amounts.length
      ? { billedAmount: roundMoney(sumOf(known), currency) }
      : {}),
    ...(price === undefined ? {} : { pricedAmount: roundMoney(price, currency) }),
  }
}

function sumOf(amounts: readonly Ratio[]): Ratio {
  return amounts.reduce(addRatio, ratioOf(0n, 1n))
}

function driftOf(
  contract: number | undefined,
  measured: number | undefined,
  scope: ReconciliationToPrice['scope'],
  item: PriceItem | undefined,
  currency: string,
): QuantityLine['drift'] {
  const rule = scope?.drift
  if (rule === undefined || contract === undefined || measured === undefined) return undefined
  const drift = weighDrift(contract, measured, rule)
  const [before, after] = item ? [monthlyPriceOfQuantity(item, contract), monthlyPriceOfQuantity(item, drift.due)] : []
  const cost = before && after ? { monthlyCost: roundMoney(subtractRatio(after, before), currency) } : {}
  return { ...drift, ...cost, message: sayDrift(contract, measured, drift) }
}

function sayDrift(contract: number, measured: number, { difference, tolerated, within, due }: Drift): Localised {
  const band = formatRatio(tolerated, 2).replace(/\.?0+$/, '')
  const signed = `${difference > 0 ? '+' : difference < 0 ? '\u2212' : ''}${Math.abs(difference)}`
  return within
    ? localise(
        `${measured} mesurés pour ${contract} au contrat (${signed}) : dans la tolérance de ${band.replace('.', ',')}, rien ne change`,
        `${measured} measured for ${contract} in the contract (${signed}): within the tolerance of ${band}, nothing changes`,
      )
    : localise(
        `${measured} mesurés pour ${contract} au contrat (${signed}) : au-delà de la tolérance de ${band.replace('.', ',')}, la quantité due devient ${due}`,
        `${measured} measured for ${contract} in the contract (${signed}): beyond the tolerance of ${band}, the quantity due becomes ${due}`,
      )
}
