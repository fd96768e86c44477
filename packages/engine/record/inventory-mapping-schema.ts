import * as z from 'zod'
import { oneOrMany, text } from '../base/clause/identifiers.ts'
import { rule } from '../base/clause/rule.ts'
import { ASSET_COLUMNS } from './inventory-fact.ts'
import { dateFormat, delimiter, FormatVersion, timeZone } from './mapping-schema.ts'

const column = () => oneOrMany(text()).describe('A column of the export, or several: the first that is filled.')

function byAssetColumn<Value extends z.ZodType>(value: () => Value) {
  return z.strictObject(Object.fromEntries(ASSET_COLUMNS.map((name) => [name, value().exactOptional()])))
}

/** A mapping file of shape `inventory`: how the rows of an export of another tool become assets. */
export const InventoryMappingDocument = z
  .strictObject({
    $schema: text().exactOptional().describe('Where this schema is published, for editors of JSON.'),
    'vigie-mapping': FormatVersion,
    shape: z.literal('inventory').describe('inventory: a row is an asset, as the tool knew it when it was exported.'),
    format: z.enum(['auto', 'csv', 'json-lines']).exactOptional().describe('Default auto.'),
    delimiter: z
      .union([z.literal('auto'), delimiter])
      .exactOptional()
      .describe('Of a CSV export; default auto: that of its header line.'),
    encoding: z.enum(['utf-8', 'windows-1252']).exactOptional().describe('Default utf-8.'),
    timeZone: timeZone.exactOptional(),
    dateFormat: dateFormat.exactOptional(),
    missing: z.array(text()).exactOptional().describe('Texts that mean "no value".'),
    asset: column().describe('What names the asset, the same from one export to the next.'),
    at: column().exactOptional().describe('The instant of the row; absent: that of the export, given with --at.'),
    columns: byAssetColumn(column).exactOptional().describe('Our column: theirs.'),
    constants: byAssetColumn(text).exactOptional().describe('Our column: the value of an asset whose row says none.'),
    classes: z
      .record(text(), text())
      .exactOptional()
      .describe('Their class: ours, as the contract names it, or ignored.'),
    values: byAssetColumn(() => z.record(text(), text()))
      .exactOptional()
      .describe('Our column: their value: ours.'),
    state: column().exactOptional().describe('The column that says whether the asset is still in use.'),
    gone: z.array(text()).min(1).exactOptional().describe('Values of `state` that mean that it is no more.'),
  })
  .refine(
    ({ state, gone }) => (state === undefined) === (gone === undefined),
    rule(
      'state-and-gone',
      'state et gone vont ensemble : la colonne de l’état, et ses valeurs qui veulent dire « sorti du parc »',
      'state and gone go together: the column of the state, and its values that mean "no longer there"',
      ['state'],
    ),
  )
  .meta({ description: 'How the rows of an export of another tool become assets of the inventory.' })
export type InventoryMappingDocument = z.infer<typeof InventoryMappingDocument>
