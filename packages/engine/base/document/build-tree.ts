import { type Alias, isAlias, isMap, isScalar, type ParsedNode, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Issue } from '../issue.ts'
import { localise } from '../localise.ts'
import type { Localised } from '../message.ts'
import {
  type DocumentReading,
  type Path,
  type Position,
  placeAt,
  type SourceEntry,
  type SourceNode,
} from './source-node.ts'

/** Largest number of values after every alias is written out. */
export const MAX_VALUES = 100_000
const MAX_ISSUES = 200
/** Longest number; no amount, rate or weight needs more. */
const MAX_DIGITS = 40

/** Turns the composed nodes of a document into the located tree, with every fault of its scalars, keys and aliases. */
export function buildTree(contents: ParsedNode, positionAt: (offset: number) => Position): DocumentReading {
  const builder: Builder = { positionAt, anchors: new Map(), sizes: new Map(), issues: [] }
  const root = build(builder, contents, [])
  const size = builder.sizes.get(root) ?? 1
  if (size > MAX_VALUES) return { ok: false, issues: [tooManyValues(root.position)] }
  return builder.issues.length > 0 ? { ok: false, issues: builder.issues } : { ok: true, root }
}

type Builder = {
  readonly positionAt: (offset: number) => Position
  /** The node that an alias of this name stands for, from here on. */
  readonly anchors: Map<string, SourceNode>
  /** Values in a node once its aliases are written out: what a bomb makes explode, added up without writing them out. */
  readonly sizes: Map<SourceNode, number>
  readonly issues: Issue[]
}

function build(builder: Builder, node: ParsedNode | null, path: Path): SourceNode {
  if (node === null) return { kind: 'nothing', position: builder.positionAt(0) }
  if (isAlias(node)) return buildAlias(builder, node, path)
  checkTag(builder, node, path)
  const result = isScalar(node)
    ? buildScalar(builder, node, path)
    : isMap(node)
      ? buildMap(builder, node, path)
      : buildList(builder, node, path)
  if (node.anchor !== undefined) builder.anchors.set(node.anchor, result)
  return result
}

function buildAlias(builder: Builder, node: Alias.Parsed, path: Path): SourceNode {
  const position = positionOf(builder, node)
  const target = builder.anchors.get(node.source)
  if (target !== undefined) return target
  report(
    builder,
    'unknown-alias',
    position,
    path,
    localise(
      `aucune ancre « ${node.source} » ne précède cet alias`,
      `no anchor "${node.source}" comes before this alias`,
    ),
    localise(`&${node.source} plus haut, ou la valeur elle-même`, `&${node.source} above, or the value itself`),
  )
  return { kind: 'nothing', position }
}

function buildList(builder: Builder, node: YAMLSeq.Parsed, path: Path): SourceNode {
  const items = node.items.map((item, index) => build(builder, item, [...path, index]))
  return sized(builder, { kind: 'list', items, position: positionOf(builder, node) }, items)
}

function buildMap(builder: Builder, node: YAMLMap.Parsed, path: Path): SourceNode {
  const entries = new Map<string, SourceEntry>()
  for (const { key, value } of node.items) {
    const name = readKey(builder, key, path)
    const keyPosition = positionOf(builder, key)
    const below = build(builder, value, name === undefined ? path : [...path, name])
    if (name === undefined) continue
    // A key without a value stands where its key does.
    const located = below.kind === 'nothing' ? { ...below, position: keyPosition } : below
    if (entries.has(name)) {
      const message = localise(`la clé « ${name} » figure déjà plus haut`, `the key "${name}" already stands above`)
      const once = localise('une seule fois chaque clé', 'each key once')
      report(builder, 'duplicate-key', keyPosition, [...path, name], message, once)
    } else entries.set(name, { key: keyPosition, value: located })
  }
  const values = [...entries.values()].map(({ value }) => value)
  return sized(builder, { kind: 'map', entries, position: positionOf(builder, node) }, values)
}

function sized(builder: Builder, node: SourceNode, children: readonly SourceNode[]): SourceNode {
  let size = 1
  for (const child of children) size += builder.sizes.get(child) ?? 1
  builder.sizes.set(node, size)
  return node
}

function readKey(builder: Builder, key: ParsedNode, path: Path): string | undefined {
  const position = positionOf(builder, key)
  if (!isScalar(key) || (typeof key.value !== 'string' && typeof key.value !== 'number')) {
    const message = localise('une clé est un texte, entre guillemets au besoin', 'a key is a text, in quotes if needed')
    report(builder, 'not-a-key', position, path, message, localise('"clé": valeur', '"key": value'))
    return undefined
  }
  const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
  if (name === '<<') {
    const message = localise('les clés de fusion « << » ne sont pas acceptées', 'merge keys "<<" are not accepted')
    const written = localise('les clés écrites en toutes lettres', 'the keys written out')
    report(builder, 'merge-key', position, path, message, written)
    return undefined
  }
  if (FORBIDDEN_KEYS.has(name)) {
    const message = localise(`la clé « ${name} » est interdite`, `the key "${name}" is forbidden`)
    report(builder, 'forbidden-key', position, path, message, localise('un autre nom', 'another name'))
    return undefined
  }
  checkText(builder, key, [...path, name])
  return name
}

function buildScalar(builder: Builder, node: Scalar.Parsed, path: Path): SourceNode {
  const position = positionOf(builder, node)
  const value: unknown = node.value
  if (value === null) return { kind: 'nothing', position }
  if (typeof value === 'boolean') return { kind: 'boolean', value, position }
  if (typeof value === 'number' || typeof value === 'bigint') {
    const digits = node.source
    if (digits.length > MAX_DIGITS || !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(digits))
      reportNumber(builder, digits, position, path)
    return { kind: 'number', digits, position }
  }
  checkText(builder, node, path)
  return { kind: 'text', text: String(value), position }
}

function reportNumber(builder: Builder, digits: string, position: Position, path: Path): void {
  const shown = digits.length > MAX_DIGITS ? `${digits.slice(0, MAX_DIGITS)}…` : digits
  const message = localise(`« ${shown} » n’est pas un nombre décimal simple`, `"${shown}" is no plain decimal number`)
  const expected = localise(
    'des chiffres et au plus un point (150.00), ou un texte entre guillemets',
    'digits and at most one point (150.00), or a text in quotes',
  )
  report(builder, 'bad-number', position, path, message, expected)
}

/** Words that YAML 1.1 takes for booleans and YAML 1.2 for text: half of the tools would read another contract. */
const YAML_1_1_BOOLEAN = /^(y|n|yes|no|on|off)$/i
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const CORE_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/

function checkText(builder: Builder, node: Scalar.Parsed, path: Path): void {
  const text = String(node.value)
  const position = positionOf(builder, node)
  if (node.type === 'PLAIN' && YAML_1_1_BOOLEAN.test(text)) {
    const message = localise(
      `« ${text} » est un booléen en YAML 1.1 et un texte en YAML 1.2`,
      `"${text}" is a boolean in YAML 1.1 and a text in YAML 1.2`,
    )
    const expected = localise(
      `"${text}" entre guillemets pour un texte, true ou false pour un booléen`,
      `"${text}" in quotes for a text, true or false for a boolean`,
    )
    report(builder, 'boolean-word', position, path, message, expected)
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no page can print is refused
  if (/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u.test(text)) {
    const message = localise('ce texte contient un caractère de contrôle', 'this text contains a control character')
    report(builder, 'control-character', position, path, message, localise('un texte imprimable', 'a printable text'))
  }
}

function checkTag(builder: Builder, node: ParsedNode, path: Path): void {
  if (isAlias(node) || node.tag === undefined || CORE_TAG.test(node.tag)) return
  const message = localise(
    `l’étiquette « ${node.tag} » n’est pas acceptée : retirez-la`,
    `the tag "${node.tag}" is not accepted: remove it`,
  )
  report(
    builder,
    'unknown-tag',
    positionOf(builder, node),
    path,
    message,
    localise('une valeur sans étiquette', 'a value without a tag'),
  )
}

function tooManyValues(position: Position): Issue {
  return {
    code: 'too-many-values',
    place: placeAt(position, []),
    message: localise(
      `ce document contient plus de ${MAX_VALUES} valeurs, alias compris`,
      `this document holds more than ${MAX_VALUES} values, aliases included`,
    ),
    expected: localise('un contrat, sans données', 'a contract, without data'),
  }
}

function positionOf(builder: Builder, node: ParsedNode): Position {
  return builder.positionAt(node.range[0])
}

function report(
  builder: Builder,
  code: string,
  position: Position,
  path: Path,
  message: Localised,
  expected?: Localised,
): void {
  if (builder.issues.length >= MAX_ISSUES) return
  builder.issues.push({ code, place: placeAt(position, path), message, ...(expected && { expected }) })
}
