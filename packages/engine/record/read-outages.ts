import type { Instant } from '../base/instant.ts'
import { compareRatio, parseDecimal, type Ratio, ratioOf } from '../base/ratio.ts'
import {
  createFactReader,
  type FactFields,
  type FactReader,
  type FactReadingOptions,
  type FactRefusal,
  type FactsRead,
  isRefusal,
  missingField,
  readWith,
  refuseFact,
} from './fact-table.ts'
import { OUTAGE_STATES, type Outage, type OutageState } from './outage.ts'

export const OUTAGE_COLUMNS = ['component', 'from', 'to', 'state', 'announcedAt', 'weight', 'recordedAt'] as const
type OutageColumn = (typeof OUTAGE_COLUMNS)[number]

/** Reads an outage file: `component,from,to,state,announcedAt,weight,recordedAt`; an empty `to` is still open. */
export function readOutages(
  source: string | Uint8Array | Iterable<string | Uint8Array>,
  options: FactReadingOptions = {},
): FactsRead<Outage> {
  return readWith(createOutageReader(options), source)
}

export function createOutageReader(options: FactReadingOptions = {}): FactReader<Outage> {
  return createFactReader(
    { columns: OUTAGE_COLUMNS, required: ['component', 'from', 'state'], read: readOutage },
    options,
  )
}

function readOutage(fields: FactFields<OutageColumn>): Outage | FactRefusal {
  const component = fields.text('component')
  if (component === '') return missingField('component')
  const from = fields.instant('from') ?? missingField('from')
  if (isRefusal(from)) return from
  const to = fields.instant('to')
  if (isRefusal(to)) return to
  if (to !== undefined && to < from)
    return refuseFact('ends-before-start', '« to » précède « from »', '"to" is before "from"')
  const state = readState(fields.text('state'))
  if (isRefusal(state)) return state
  const announcedAt = fields.instant('announcedAt')
  if (isRefusal(announcedAt)) return announcedAt
  const recordedAt: Instant | FactRefusal = fields.instant('recordedAt') ?? from
  if (isRefusal(recordedAt)) return recordedAt
  const weight = readWeight(fields.text('weight'))
  if (isRefusal(weight)) return weight
  return {
    component,
    from,
    ...(to === undefined ? {} : { to }),
    state,
    ...(announcedAt === undefined ? {} : { announcedAt }),
    ...(weight === undefined ? {} : { weight }),
    recordedAt,
  }
}

function readState(text: string): OutageState | FactRefusal {
  if (text === '') return missingField('state')
  const expected = OUTAGE_STATES.join(', ')
  return (
    OUTAGE_STATES.find((state) => state === text) ??
    refuseFact(
      'unknown-state',
      `état inconnu « ${text} » ; attendu : ${expected}`,
      `unknown state "${text}"; expected: ${expected}`,
    )
  )
}

function readWeight(text: string): Ratio | FactRefusal | undefined {
  if (text === '') return undefined
  const weight = parseDecimal(text)
  const isShare = weight && weight.numerator >= 0n && compareRatio(weight, ratioOf(1n, 1n)) <= 0
  return isShare
    ? weight
    : refuseFact(
        'bad-weight',
        `« weight » vaut « ${text} » ; un nombre de 0 à 1 est attendu`,
        `"weight" is "${text}"; a number from 0 to 1 is expected`,
      )
}
