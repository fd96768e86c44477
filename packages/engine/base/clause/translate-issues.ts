import type { z } from 'zod'
import { nearestWord } from '../document/nearest-word.ts'
import { childOf, elementOf, followPath, type Path, placeAt, type SourceNode } from '../document/source-node.ts'
import type { Issue } from '../issue.ts'
import { localise } from '../localise.ts'
import type { Localised } from '../message.ts'
import { FORMS, formOf } from './forms.ts'
import { brokenRule } from './rule.ts'

type ZodIssue = z.core.$ZodIssue

/** For `safeParse`: the message of an unknown key lists the keys that its map knows, for `translateIssues` to suggest. */
export const listKnownKeys: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined
  const definition = (issue.inst as z.core.$ZodObject | undefined)?._zod.def
  return definition === undefined ? undefined : Object.keys(definition.shape).join('\n')
}

/** The issues of a schema as located sentences, in both languages. `root` is the document that the schema judged. */
export function translateIssues(root: SourceNode, issues: readonly ZodIssue[]): readonly Issue[] {
  const leaves = issues.flatMap((issue) => flatten(root, issue, []))
  const translated = leaves.flatMap((leaf) => translate(root, leaf))
  const misspelt = new Set(translated.flatMap(({ meant }) => (meant === undefined ? [] : [meant])))
  return translated
    .filter(({ issue }) => issue.code !== 'missing-key' || !misspelt.has(issue.place.path ?? ''))
    .map(({ issue }) => issue)
}

/** `meant`: the path that a misspelt key was meant for; the missing key of that path is the same fault. */
type Translated = { readonly issue: Issue; readonly meant?: string }
type Leaf = { readonly issue: ZodIssue; readonly path: Path }

/** An alternative that nothing fits is told by the branch that fits best. */
function flatten(root: SourceNode, issue: ZodIssue, prefix: Path): readonly Leaf[] {
  const path = [...prefix, ...issue.path.filter((step) => typeof step !== 'symbol')]
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element')
    return [{ issue: issue.issues[0] ?? issue, path }]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }]
  const { node } = followPath(root, path)
  const branches = issue.errors.map((errors) => ({ errors, cost: costOf(errors, node) }))
  const best = branches.reduce((a, b) => (b.cost < a.cost ? b : a))
  if (best.cost >= WRONG_KIND) return [{ issue, path }]
  return best.errors.flatMap((error) => flatten(root, error, path))
}

const WRONG_KIND = 1000

/** How far a value is from a branch: of another kind altogether, else by its missing and unknown keys. */
function costOf(errors: readonly ZodIssue[], node: SourceNode): number {
  const unknown = errors.flatMap((error) => (error.code === 'unrecognized_keys' ? error.keys : []))
  let cost = 0
  for (const error of errors) {
    const key = error.path[0]
    if (error.code === 'custom' && brokenRule(error.params)) cost += 1
    else if (error.code === 'unrecognized_keys') cost += 3 * error.keys.length
    else if (key === undefined) cost += isWordList(error) && node.kind === 'text' ? WRONG_KIND - 1 : WRONG_KIND
    else if (childOf(node, String(key)) !== undefined) cost += 1
    else cost += nearestWord(String(key), unknown) === undefined ? 2 : -2
  }
  return cost
}

/** A list of words to choose from says more of a wrong text than the form of its alternative. */
function isWordList(error: ZodIssue): boolean {
  return error.code === 'invalid_value' && error.values.length > 1
}

function translate(root: SourceNode, { issue, path }: Leaf): readonly Translated[] {
  const { node, steps } = followPath(root, path)
  const missing = steps < path.length
  if (missing) return [{ issue: missingKey(root, node, path.slice(0, steps + 1), issue) }]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(root, node, path, key, issue.message))
  if (issue.code === 'custom') {
    const broken = brokenRule(issue.params)
    if (broken)
      return [{ issue: { ...broken, place: placeAt(node.position, path), message: named(root, path, broken.message) } }]
  }
  if (issue.code === 'invalid_value') return [{ issue: unknownValue(root, node, path, issue.values) }]
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options))
    return [{ issue: unknownValue(root, node, path, issue.options) }]
  if (issue.code === 'too_small' && issue.origin === 'array') return [{ issue: emptyList(root, node, path) }]
  return [{ issue: wrongForm(root, node, path, issue) }]
}

function missingKey(root: SourceNode, node: SourceNode, path: Path, issue: ZodIssue): Issue {
  const key = String(path.at(-1))
  const broken = issue.code === 'custom' ? brokenRule(issue.params) : undefined
  const form = formOf(issue.message) ?? broken?.expected ?? wordsOf(issue)
  const message = localise(`il manque la clé « ${key} »`, `the key "${key}" is missing`)
  return {
    code: 'missing-key',
    place: placeAt(node.position, path),
    message: named(root, path, message),
    ...(form && { expected: localise(`« ${key} » : ${form.fr}`, `"${key}": ${form.en}`) }),
  }
}

/** The words that tell the variants of a clause apart. */
function wordsOf(issue: ZodIssue): Localised | undefined {
  if (!('options' in issue) || !Array.isArray(issue.options)) return undefined
  const words = issue.options.join(', ')
  return localise(`l’un de : ${words}`, `one of ${words}`)
}

function unknownKey(root: SourceNode, node: SourceNode, path: Path, key: string, known: string): Translated {
  const keys = known.split('\n')
  const near = nearestWord(key, keys)
  const position = (node.kind === 'map' ? node.entries.get(key)?.key : undefined) ?? node.position
  const place = placeAt(position, [...path, key])
  const message = suggesting(localise(`clé inconnue : « ${key} »`, `unknown key: "${key}"`), near)
  const expected = localise(`une clé parmi : ${keys.join(', ')}`, `one of the keys ${keys.join(', ')}`)
  return {
    issue: { code: 'unknown-key', place, message: named(root, path, message), expected },
    ...(near !== undefined && { meant: placeAt(position, [...path, near]).path ?? '' }),
  }
}

function unknownValue(root: SourceNode, node: SourceNode, path: Path, values: readonly unknown[]): Issue {
  const words = values.map(String)
  const near = node.kind === 'text' ? nearestWord(node.text, words) : undefined
  return {
    code: 'unknown-value',
    place: placeAt(node.position, path),
    message: named(root, path, suggesting(notAccepted(node), near)),
    expected: localise(`l’un de : ${words.join(', ')}`, `one of ${words.join(', ')}`),
  }
}

function emptyList(root: SourceNode, node: SourceNode, path: Path): Issue {
  const message = localise('cette liste est vide', 'this list is empty')
  const expected = localise('au moins un élément', 'at least one item')
  return { code: 'empty-list', place: placeAt(node.position, path), message: named(root, path, message), expected }
}

function wrongForm(root: SourceNode, node: SourceNode, path: Path, issue: ZodIssue): Issue {
  const form = formOf(issue.message) !== undefined ? issue.message : kindExpected(issue)
  const expected = formOf(form) ?? FORMS['a-text']
  const place = placeAt(node.position, path)
  return { code: `not-${form}`, place, message: named(root, path, notAccepted(node)), expected }
}

function kindExpected(issue: ZodIssue): keyof typeof FORMS {
  if (issue.code !== 'invalid_type') return 'a-text'
  if (issue.expected === 'object' || issue.expected === 'record') return 'a-map'
  if (issue.expected === 'array') return 'a-list'
  return issue.expected === 'boolean' ? 'a-boolean' : 'a-text'
}

function notAccepted(node: SourceNode): Localised {
  const found = describe(node)
  return localise(`${found.fr} ne convient pas ici`, `${found.en} is not accepted here`)
}

function describe(node: SourceNode): Localised {
  switch (node.kind) {
    case 'text':
      return localise(`« ${shortened(node.text)} »`, `"${shortened(node.text)}"`)
    case 'number':
      return localise(`le nombre ${shortened(node.digits)}`, `the number ${shortened(node.digits)}`)
    case 'boolean':
      return localise(`le booléen ${node.value}`, `the boolean ${node.value}`)
    case 'nothing':
      return localise('une valeur vide', 'an empty value')
    case 'list':
      return localise('une liste', 'a list')
    case 'map':
      return localise('un bloc de clés', 'a map of keys')
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** The sentence, after the id of the element that it speaks of. */
export function named(root: SourceNode, path: Path, message: Localised): Localised {
  const element = elementOf(root, path)
  return element === undefined ? message : localise(`${element} : ${message.fr}`, `${element}: ${message.en}`)
}

/** The sentence, then the word that was probably meant. */
export function suggesting(message: Localised, near: string | undefined): Localised {
  if (near === undefined) return message
  return localise(`${message.fr} ; vouliez-vous dire « ${near} » ?`, `${message.en}; did you mean "${near}"?`)
}
