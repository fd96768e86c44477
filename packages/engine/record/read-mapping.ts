import * as z from 'zod'
import { type JsonSchema, jsonSchemaOf } from '../base/clause/json-schema.ts'
import { listKnownKeys, translateIssues } from '../base/clause/translate-issues.ts'
import { plainValue } from '../base/document/plain-value.ts'
import { readDocument } from '../base/document/read-document.ts'
import { childOf, placeOf, type SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { findZone } from '../calendar/local-time.ts'
import { compileDateFormat } from './date-format.ts'
import { COLUMNS, type Column, type EventType } from './event.ts'
import { type InventoryMapping, inventoryMappingOf } from './inventory-mapping.ts'
import { InventoryMappingDocument } from './inventory-mapping-schema.ts'
import type { Mapping, StateMeaning } from './mapping.ts'
import { MappingDocument } from './mapping-schema.ts'

export type MappingReading =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly issues: readonly Issue[] }

export type AnyMappingReading =
  | { readonly ok: true; readonly mapping: Mapping | InventoryMapping }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Reads a mapping of a log (format v1, YAML 1.2 or JSON). Every fault at once, with file, line, column and path. */
export function readMapping(source: string, file?: string): MappingReading {
  const read = readMappingTree(source, file)
  if (!read.ok) return read
  return isOfInventory(read.root) ? { ok: false, issues: [ofInventory(read.root)] } : readLogMapping(read.root)
}

/** Reads a mapping of a log, or of an inventory where its shape says so. */
export function readAnyMapping(source: string, file?: string): AnyMappingReading {
  const read = readMappingTree(source, file)
  if (!read.ok) return read
  const shape = childOf(read.root, 'shape')
  const known = shape === undefined || SHAPES.some((one) => one === plainValue(shape))
  if (!known) return { ok: false, issues: [unknownShape(read.root)] }
  if (!isOfInventory(read.root)) return readLogMapping(read.root)
  const parsed = InventoryMappingDocument.safeParse(plainValue(read.root), { error: listKnownKeys })
  if (!parsed.success) return { ok: false, issues: translateIssues(read.root, parsed.error.issues) }
  return { ok: true, mapping: inventoryMappingOf(parsed.data) }
}

function readMappingTree(source: string, file: string | undefined) {
  const read = readDocument(source, file)
  if (!read.ok) return read
  const { root } = read
  if (root.kind !== 'map' || childOf(root, 'vigie-mapping') === undefined)
    return { ok: false as const, issues: [noMapping(root)] }
  return { ok: true as const, root }
}

function isOfInventory(root: SourceNode): boolean {
  const shape = childOf(root, 'shape')
  return shape !== undefined && plainValue(shape) === 'inventory'
}

function readLogMapping(root: SourceNode): MappingReading {
  const parsed = MappingDocument.safeParse(plainValue(root), { error: listKnownKeys })
  if (!parsed.success) return { ok: false, issues: translateIssues(root, parsed.error.issues) }
  return { ok: true, mapping: mappingOf(parsed.data) }
}

/** JSON Schema (2020-12) of a mapping file, published as `schema/mapping.v1.json`. */
export function mappingJsonSchema(): JsonSchema {
  return jsonSchemaOf(
    z.union([MappingDocument, InventoryMappingDocument]),
    'urn:vigie:schema:mapping:v1',
    'Vigie mapping of a foreign log or inventory, format v1',
  )
}

function noMapping(root: SourceNode): Issue {
  return {
    code: 'not-a-mapping',
    place: placeOf(root, []),
    message: localise('ce fichier n’est pas une table de correspondance de Vigie', 'this file is no mapping of Vigie'),
    expected: localise('vigie-mapping: 1, en tête du fichier', 'vigie-mapping: 1, at the head of the file'),
  }
}

const SHAPES = ['events', 'snapshots', 'inventory'] as const

/** Of which shape a mapping is decides its other keys: nothing is said of them before it is known. */
function unknownShape(root: SourceNode): Issue {
  const shapes = SHAPES.join(', ')
  return {
    code: 'unknown-value',
    place: placeOf(root, ['shape']),
    message: localise('cette forme (shape) est inconnue', 'this shape is unknown'),
    expected: localise(`l’une de : ${shapes}`, `one of ${shapes}`),
  }
}

function ofInventory(root: SourceNode): Issue {
  return {
    code: 'mapping-of-an-inventory',
    place: placeOf(root, ['shape']),
    message: localise(
      'cette table de correspondance est celle d’un inventaire, non d’un journal de tickets',
      'this mapping is of an inventory, not of a log of tickets',
    ),
    expected: localise('shape: events ou shape: snapshots', 'shape: events or shape: snapshots'),
  }
}

function mappingOf(document: MappingDocument): Mapping {
  const { columns = {}, states, timeZone } = document
  return {
    shape: document.shape,
    format: document.format ?? 'auto',
    delimiter: document.delimiter ?? ',',
    encoding: document.encoding ?? 'utf-8',
    zone: timeZone === undefined ? undefined : findZone(timeZone),
    dateFormats: (document.dateFormat ?? ['ISO']).flatMap((pattern) => compileDateFormat(pattern) ?? []),
    missing: new Set(document.missing),
    ticket: document.ticket,
    at: document.at,
    order: document.order ?? [],
    state: document.state ?? columns.event ?? '',
    columns: byColumn(columns),
    id: columns.id,
    seq: columns.seq,
    recordedAt: columns.recordedAt,
    corrects: columns.corrects,
    constants: byColumn(document.constants ?? {}),
    states: states && new Map(Object.entries(states).map(([state, meant]) => [state, meaningOf(meant)])),
    values: byColumn(document.values ?? {}, (values) => new Map(Object.entries(values))),
    once: new Map(Object.entries(document.once ?? {}) as [EventType, string][]),
    whenFilled: new Map(Object.entries(document.whenFilled ?? {}) as [EventType, string][]),
    assigned: document.assigned ?? [],
  }
}

type Effect = NonNullable<MappingDocument['states']>[string]

function meaningOf(effect: Effect): StateMeaning {
  if (effect === 'ignored') return 'ignored'
  return typeof effect === 'string' ? { event: effect as EventType } : { event: 'paused', reason: effect.paused }
}

function byColumn<Given, Held = Given>(
  given: Readonly<Record<string, Given | undefined>>,
  held: (value: Given) => Held = (value) => value as unknown as Held,
): ReadonlyMap<Column, Held> {
  return new Map(
    COLUMNS.flatMap((column) => {
      const value = given[column]
      return value === undefined ? [] : [[column, held(value)] as const]
    }),
  )
}
