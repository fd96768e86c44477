import { parseCivilDate } from '../base/civil-date.ts'
import { parseDecimal } from '../base/ratio.ts'
import {
  createFactReader,
  type FactFields,
  type FactReader,
  type FactReadingOptions,
  type FactRefusal,
  type FactsRead,
  isRefusal,
  readWith,
  refuseFact,
} from './fact-table.ts'

/** What an invoice charges for one month: an asset by its name, or a quantity of an item of the price book or of a class. */
export type BilledLine = {
  /** `YYYY-MM`. */
  readonly month: string
  readonly item?: string
  readonly assetClass?: string
  readonly asset?: string
  readonly label?: string
  readonly serial?: string
  readonly site?: string
  readonly owner?: string
  /** Whole; 1 for an asset whose line says none. */
  readonly quantity: number
  /** Decimal text of the source, in the contract's currency. */
  readonly amount?: string
  readonly line: number
}

export const BILLED_COLUMNS = [
  'month',
  'item',
  'assetClass',
  'asset',
  'label',
  'serial',
  'site',
  'owner',
  'quantity',
  'amount',
] as const
type BilledColumn = (typeof BILLED_COLUMNS)[number]

/**
 * Reads what invoices charge: `month` and one of `asset`, `item`, `assetClass`; with `quantity`, needed without an
 * asset, and any of `label,serial,site,owner,amount`.
 */
export function readBilled(
  source: string | Uint8Array | Iterable<string | Uint8Array>,
  options: FactReadingOptions = {},
): FactsRead<BilledLine> {
  return readWith(createBilledReader(options), source)
}

/** Rows that say the same are two lines of an invoice that charges twice: none is taken for a copy. */
export function createBilledReader(options: FactReadingOptions = {}): FactReader<BilledLine> {
  return createFactReader({ columns: BILLED_COLUMNS, required: ['month'], read: readLine, keepsCopies: true }, options)
}

function readLine(fields: FactFields<BilledColumn>): BilledLine | FactRefusal {
  const month = fields.text('month').trim()
  if (!/^\d{4}-\d\d$/.test(month) || parseCivilDate(`${month}-01`) === undefined) {
    return refuseFact(
      'impossible-date',
      `« month » vaut « ${month} » ; un mois AAAA-MM est attendu`,
      `"month" is "${month}"; a month YYYY-MM is expected`,
    )
  }
  const texts = Object.fromEntries(
    TEXTS.flatMap((column) => {
      const text = fields.text(column).trim()
      return text === '' ? [] : [[column, text]]
    }),
  )
  if (texts.asset === undefined && texts.item === undefined && texts.assetClass === undefined) {
    return refuseFact(
      'missing-value',
      'la ligne ne dit ni équipement (asset), ni article (item), ni classe (assetClass)',
      'the row says no asset, no item and no assetClass',
    )
  }
  const quantity = readQuantity(fields.text('quantity').trim(), texts.asset !== undefined)
  if (isRefusal(quantity)) return quantity
  const amount = fields.text('amount').trim()
  if (amount !== '' && parseDecimal(amount) === undefined) {
    return refuseFact(
      'bad-amount',
      `« amount » vaut « ${amount} » ; un nombre décimal à point est attendu`,
      `"amount" is "${amount}"; a decimal number is expected`,
    )
  }
  return { month, ...texts, quantity, ...(amount === '' ? {} : { amount }), line: fields.line }
}

const TEXTS = ['item', 'assetClass', 'asset', 'label', 'serial', 'site', 'owner'] as const

function readQuantity(text: string, isAsset: boolean): number | FactRefusal {
  if (text === '' && isAsset) return 1
  const whole = text.replace(/\.0+$/, '')
  if (/^(0|[1-9]\d{0,8})$/.test(whole)) return Number(whole)
  return refuseFact(
    'bad-quantity',
    `« quantity » vaut « ${text} » ; un nombre entier, 0 ou plus, est attendu`,
    `"quantity" is "${text}"; a whole number, 0 or more, is expected`,
  )
}
