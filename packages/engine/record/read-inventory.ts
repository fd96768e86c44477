import { parseCivilDate } from '../base/civil-date.ts'
import type { Instant } from '../base/instant.ts'
import { parseDecimal } from '../base/ratio.ts'
import { findZone, type Zone } from '../calendar/local-time.ts'
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
import { refuseBadCorrections } from './inventory-corrections.ts'
import {
  ASSET_COLUMNS,
  type AssetColumns,
  INVENTORY_COLUMNS,
  INVENTORY_EVENTS,
  type InventoryColumn,
  type InventoryEvent,
  type InventoryFact,
} from './inventory-fact.ts'

/**
 * Reads an inventory: `asset,at,event` and any of `id,recordedAt,assetClass,site,profile,label,serial,owner,quantity,
 * monthlyCost,source,corrects`. `at` may be a civil date, 00:00 in the zone of the options.
 */
export function readInventory(
  source: string | Uint8Array | Iterable<string | Uint8Array>,
  options: FactReadingOptions = {},
): FactsRead<InventoryFact> {
  return readWith(createInventoryReader(options), source)
}

export function createInventoryReader(options: FactReadingOptions = {}): FactReader<InventoryFact> {
  const zone = options.timeZone === undefined ? undefined : findZone(options.timeZone)
  const reader = createFactReader<InventoryColumn, InventoryFact>(
    {
      columns: INVENTORY_COLUMNS,
      required: ['asset', 'at', 'event'],
      read: (fields) => readFact(fields, zone),
    },
    options,
  )
  return {
    write: reader.write,
    rowCount: reader.rowCount,
    end() {
      const read = reader.end()
      return read.ok ? refuseBadCorrections(read) : read
    },
  }
}

function readFact(fields: FactFields<InventoryColumn>, zone: Zone | undefined): InventoryFact | FactRefusal {
  const asset = fields.text('asset').trim()
  if (asset === '') return missingField('asset')
  const corrects = fields.text('corrects')
  const event = readEvent(fields.text('event'), corrects !== '')
  if (isRefusal(event)) return event
  const known = readMoment(fields, 'recordedAt', zone)
  if (isRefusal(known)) return known
  const happened = readMoment(fields, 'at', zone)
  if (isRefusal(happened)) return happened
  const at = happened ?? (event === undefined ? known : undefined) ?? missingField('at')
  if (isRefusal(at)) return at
  const columns = readColumns(fields)
  if (isRefusal(columns)) return columns
  const id = fields.text('id')
  return {
    asset,
    at,
    ...(event === undefined ? {} : { event }),
    ...(id === '' ? {} : { id }),
    recordedAt: known ?? at,
    columns,
    ...(corrects === '' ? {} : { corrects }),
    line: fields.line,
  }
}

/** An instant, or a civil date: its 00:00 in the zone. */
function readMoment(
  fields: FactFields<InventoryColumn>,
  column: 'at' | 'recordedAt',
  zone: Zone | undefined,
): Instant | FactRefusal | undefined {
  const text = fields.text(column)
  const day = parseCivilDate(text)
  if (day === undefined || zone === undefined) return fields.instant(column)
  try {
    return zone.startOfDay(day)
  } catch {
    return fields.instant(column)
  }
}

function readEvent(word: string, isCorrection: boolean): InventoryEvent | FactRefusal | undefined {
  if (word === '' && isCorrection) return undefined
  const expected = INVENTORY_EVENTS.join(', ')
  if (word === '') return missingField('event')
  return (
    INVENTORY_EVENTS.find((event) => event === word) ??
    refuseFact(
      'unknown-event',
      `évènement inconnu « ${word} » ; attendu : ${expected}`,
      `unknown event "${word}"; expected: ${expected}`,
    )
  )
}

function readColumns(fields: FactFields<InventoryColumn>): AssetColumns | FactRefusal {
  const columns: { -readonly [C in keyof AssetColumns]: AssetColumns[C] } = {}
  for (const column of ASSET_COLUMNS) {
    const text = fields.text(column).trim()
    if (text === '') continue
    if (column === 'quantity' && !/^(0|[1-9]\d{0,8})$/.test(text)) return badQuantity(text)
    if (column === 'monthlyCost' && !isAmount(text)) return badCost(text)
    columns[column] = text
  }
  return columns
}

function isAmount(text: string): boolean {
  const value = parseDecimal(text)
  return value !== undefined && value.numerator >= 0n
}

function badQuantity(text: string): FactRefusal {
  return refuseFact(
    'bad-quantity',
    `« quantity » vaut « ${text} » ; un nombre entier, 0 ou plus, est attendu`,
    `"quantity" is "${text}"; a whole number, 0 or more, is expected`,
  )
}

function badCost(text: string): FactRefusal {
  return refuseFact(
    'bad-amount',
    `« monthlyCost » vaut « ${text} » ; un nombre décimal à point, 0 ou plus, est attendu`,
    `"monthlyCost" is "${text}"; a decimal number, 0 or more, is expected`,
  )
}
