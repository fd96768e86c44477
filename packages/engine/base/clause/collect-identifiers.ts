import type { z } from 'zod'
import type { Path, Position, SourceMap, SourceNode } from '../document/source-node.ts'
import { type IdentifierKind, type IdentifierUse, identifierUses } from './identifiers.ts'

/** A name given or used somewhere in a document. */
export type FoundIdentifier = IdentifierUse & {
  readonly text: string
  readonly position: Position
  readonly path: Path
}

/** Every name of a document, and the kinds whose declarations a fault of the document hides. */
export type FoundIdentifiers = {
  readonly found: readonly FoundIdentifier[]
  readonly hidden: ReadonlySet<IdentifierKind>
}

/**
 * Walks a document along its schema and lists the names that it declares and refers to. It reads the document, not
 * the schema's result, so that references are checked even where another clause has a fault.
 */
export function collectIdentifiers(schema: z.core.$ZodType, root: SourceNode): FoundIdentifiers {
  const walk: Walk = { found: new Map(), hidden: new Set() }
  visit(walk, schema, root, [])
  return { found: [...walk.found.values()], hidden: walk.hidden }
}

type Walk = { readonly found: Map<string, FoundIdentifier>; readonly hidden: Set<IdentifierKind> }
type Definition = z.core.$ZodTypes['_zod']['def']

function visit(walk: Walk, schema: z.core.$ZodType, node: SourceNode, path: Path): void {
  const definition = definitionOf(schema)
  const isWord = definition.type === 'string' || definition.type === 'enum'
  if (isWord && node.kind === 'text') add(walk, schema, node.text, node.position, path)
  else if (definition.type === 'object' && node.kind === 'map') visitObject(walk, definition.shape, node, path)
  else if (definition.type === 'record' && node.kind === 'map')
    visitRecord(walk, definition.keyType, definition.valueType, node, path)
  else if (definition.type === 'array' && node.kind === 'list')
    for (const [index, item] of node.items.entries()) visit(walk, definition.element, item, [...path, index])
  else if (definition.type === 'union') visitUnion(walk, definition.options, node, path)
  else {
    const inner = innerOf(definition)
    if (inner) visit(walk, inner, node, path)
    else hideDeclarations(walk, schema)
  }
}

function visitObject(walk: Walk, shape: z.core.$ZodShape, node: SourceMap, path: Path): void {
  const unknown = [...node.entries.keys()].some((key) => !Object.hasOwn(shape, key))
  for (const [key, schema] of Object.entries(shape)) {
    const entry = node.entries.get(key)
    if (entry !== undefined) visit(walk, schema, entry.value, [...path, key])
    // What a misspelt key or a missing name would declare is hidden: a reference to it is no second fault.
    else if (unknown || identifierUses.has(schema)) hideDeclarations(walk, schema)
  }
}

function visitRecord(walk: Walk, keys: z.core.$ZodType, values: z.core.$ZodType, node: SourceMap, path: Path): void {
  for (const [key, entry] of node.entries) {
    add(walk, keys, key, entry.key, [...path, key])
    visit(walk, values, entry.value, [...path, key])
  }
}

/** Follows the options of the node's own kind; only those that list it where it is one of their words (`included`). */
function visitUnion(walk: Walk, options: readonly z.core.$ZodType[], node: SourceNode, path: Path): void {
  const ofKind = options.filter((option) => kindOf(option) === node.kind)
  const fitting = ofKind.filter((option) => fits(option, node))
  const followed = fitting.length > 0 ? fitting : ofKind
  for (const option of followed) visit(walk, option, node, path)
  if (followed.length === 0) for (const option of options) hideDeclarations(walk, option)
}

function fits(option: z.core.$ZodType, node: SourceNode): boolean {
  if (node.kind === 'map') return knowsEveryKey(option, node)
  return node.kind === 'text' && fixedWords(option).includes(node.text)
}

function add(walk: Walk, schema: z.core.$ZodType, text: string, position: Position, path: Path): void {
  const use = identifierUses.get(schema)
  if (use) walk.found.set(`${use.kind} ${use.does} ${JSON.stringify(path)}`, { ...use, text, position, path })
}

function fixedWords(schema: z.core.$ZodType): readonly string[] {
  const definition = definitionOf(schema)
  if (definition.type === 'literal') return definition.values.map(String)
  return definition.type === 'enum' ? Object.values(definition.entries).map(String) : []
}

/** The kind of node that a schema reads, where it reads one kind only. */
function kindOf(schema: z.core.$ZodType): SourceNode['kind'] | undefined {
  const definition = definitionOf(schema)
  switch (definition.type) {
    case 'string':
    case 'enum':
    case 'literal':
      return 'text'
    case 'object':
    case 'record':
      return 'map'
    case 'array':
      return 'list'
    case 'union': {
      const [first, ...rest] = definition.options.map(kindOf)
      return rest.every((kind) => kind === first) ? first : undefined
    }
    default: {
      const inner = innerOf(definition)
      return inner && kindOf(inner)
    }
  }
}

function knowsEveryKey(schema: z.core.$ZodType, node: SourceMap): boolean {
  const definition = definitionOf(schema)
  if (definition.type === 'object') return [...node.entries.keys()].every((key) => Object.hasOwn(definition.shape, key))
  if (definition.type === 'union') return definition.options.some((option) => knowsEveryKey(option, node))
  const inner = innerOf(definition)
  return inner === undefined || knowsEveryKey(inner, node)
}

function hideDeclarations(walk: Walk, schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): void {
  if (seen.has(schema)) return
  seen.add(schema)
  const use = identifierUses.get(schema)
  if (use?.does === 'declare') walk.hidden.add(use.kind)
  for (const child of childrenOf(definitionOf(schema))) hideDeclarations(walk, child, seen)
}

function childrenOf(definition: Definition): readonly z.core.$ZodType[] {
  switch (definition.type) {
    case 'object':
      return Object.values(definition.shape)
    case 'record':
      return [definition.keyType, definition.valueType]
    case 'array':
      return [definition.element]
    case 'union':
      return definition.options
    default: {
      const inner = innerOf(definition)
      return inner ? [inner] : []
    }
  }
}

/** The schema that a wrapper wraps; what a transformation reads. */
function innerOf(definition: Definition): z.core.$ZodType | undefined {
  switch (definition.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
      return definition.innerType
    case 'pipe':
      return definition.in
    case 'lazy':
      return definition.getter()
    default:
      return undefined
  }
}

/** zod's own union of definitions: every schema built by zod is one of its types. */
function definitionOf(schema: z.core.$ZodType): Definition {
  return (schema as z.core.$ZodTypes)._zod.def
}
