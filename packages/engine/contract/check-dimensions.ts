import { named, suggesting } from '../base/clause/translate-issues.ts'
import { nearestWord } from '../base/document/nearest-word.ts'
import { childOf, type Path, placeAt, type SourceMap, type SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { FIVE_DIMENSIONS, RESERVED_DIMENSIONS } from '../scope/dimensions.ts'

/** What the form of a scope cannot say: the `when` of its rules names the five dimensions or declared further ones. */
export function checkDimensions(root: SourceNode): readonly Issue[] {
  const scope = childOf(root, 'scope')
  if (scope?.kind !== 'map') return []
  const declared = declaredDimensions(scope)
  const boxes = ['rules', 'prerequisites'].flatMap((list) => {
    const items = childOf(scope, list)
    if (items?.kind !== 'list') return []
    return items.items.map((item, index) => ({ box: childOf(item, 'when'), path: ['scope', list, index, 'when'] }))
  })
  return [
    ...reservedNames(scope),
    ...boxes.flatMap(({ box, path }) => (box?.kind === 'map' ? checkBox(root, box, path, declared) : [])),
  ]
}

type Declared = ReadonlyMap<string, readonly string[]>

function declaredDimensions(scope: SourceMap): Declared {
  const further = childOf(scope, 'dimensions')
  if (further?.kind !== 'map') return new Map()
  return new Map([...further.entries].map(([name, { value }]) => [name, valuesOf(value)]))
}

function valuesOf(node: SourceNode): readonly string[] {
  if (node.kind !== 'list') return []
  return node.items.flatMap((item) => {
    const value = item.kind === 'map' ? childOf(item, 'id') : item
    return value?.kind === 'text' ? [value.text] : []
  })
}

/** A further dimension under a name of the format would be taken for something else. */
function reservedNames(scope: SourceMap): readonly Issue[] {
  const further = childOf(scope, 'dimensions')
  if (further?.kind !== 'map') return []
  return [...further.entries].flatMap(([name, { key }]): Issue[] => {
    if (!RESERVED_DIMENSIONS.has(name)) return []
    const message = localise(
      `« ${name} » a déjà un sens dans le format`,
      `"${name}" has a meaning in the format already`,
    )
    const expected = localise('un autre nom de dimension', 'another name of a dimension')
    return [{ code: 'reserved-name', place: placeAt(key, ['scope', 'dimensions', name]), message, expected }]
  })
}

function checkBox(root: SourceNode, box: SourceMap, path: Path, declared: Declared): readonly Issue[] {
  const known = [...FIVE_DIMENSIONS, ...declared.keys()]
  return [...box.entries].flatMap(([name, { key, value }]): readonly Issue[] => {
    if (FIVE_DIMENSIONS.some((one) => one === name)) return []
    const values = declared.get(name)
    if (values !== undefined) return checkValues(root, value, [...path, name], values)
    const message = suggesting(
      localise(`clé inconnue : « ${name} »`, `unknown key: "${name}"`),
      nearestWord(name, known),
    )
    const expected = localise(`une clé parmi : ${known.join(', ')}`, `one of the keys ${known.join(', ')}`)
    const place = placeAt(key, [...path, name])
    return [{ code: 'unknown-key', place, message: named(root, path, message), expected }]
  })
}

function checkValues(root: SourceNode, node: SourceNode, path: Path, values: readonly string[]): readonly Issue[] {
  const written = node.kind === 'list' ? node.items.map((item, index) => ({ item, path: [...path, index] })) : []
  const all = node.kind === 'text' ? [{ item: node, path }] : written
  return all.flatMap(({ item, path }): Issue[] => {
    if (item.kind !== 'text' || values.includes(item.text)) return []
    const message = suggesting(
      localise(`aucune valeur « ${item.text} » dans cette dimension`, `no value "${item.text}" in this dimension`),
      nearestWord(item.text, values),
    )
    const expected = localise(`l’un de : ${values.join(', ')}`, `one of ${values.join(', ')}`)
    return [
      {
        code: 'unresolved-reference',
        place: placeAt(item.position, path),
        message: named(root, path, message),
        expected,
      },
    ]
  })
}
