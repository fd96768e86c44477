import { parseCivilDate } from '../base/civil-date.ts'
import { parseDecimal } from '../base/ratio.ts'
import {
  createFactReader,
  type FactFields,
  type FactReader,
  type FactReadingOptions,
  type FactRefusal,
  type FactsRead,
  missingField,
  readWith,
  refuseFact,
} from './fact-table.ts'

/** What one fee amounted to in one civil month; `amount` is the decimal text of the source, in the contract's currency. */
export type FeeFact = {
  /** `YYYY-MM`. */
  readonly month: string
  readonly fee: string
  readonly amount: string
}

export const FEE_COLUMNS = ['month', 'fee', 'amount'] as const
type FeeColumn = (typeof FEE_COLUMNS)[number]

/** Reads a fee file: `month,fee,amount`, one row for a month and a fee. */
export function readFees(
  source: string | Uint8Array | Iterable<string | Uint8Array>,
  options: FactReadingOptions = {},
): FactsRead<FeeFact> {
  return readWith(createFeeReader(options), source)
}

export function createFeeReader(options: FactReadingOptions = {}): FactReader<FeeFact> {
  return createFactReader(
    { columns: FEE_COLUMNS, required: FEE_COLUMNS, read: readFee, key: ({ month, fee }) => `${month} ${fee}` },
    options,
  )
}

function readFee(fields: FactFields<FeeColumn>): FeeFact | FactRefusal {
  const month = fields.text('month')
  if (!/^\d{4}-\d\d$/.test(month) || parseCivilDate(`${month}-01`) === undefined) {
    return refuseFact(
      'impossible-date',
      `« month » vaut « ${month} » ; un mois AAAA-MM est attendu`,
      `"month" is "${month}"; a month YYYY-MM is expected`,
    )
  }
  const fee = fields.text('fee')
  if (fee === '') return missingField('fee')
  const amount = fields.text('amount')
  if (parseDecimal(amount) === undefined) {
    return refuseFact(
      'bad-amount',
      `« amount » vaut « ${amount} » ; un nombre décimal à point est attendu`,
      `"amount" is "${amount}"; a decimal number is expected`,
    )
  }
  return { month, fee, amount }
}
