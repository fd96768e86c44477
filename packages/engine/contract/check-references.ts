import type { FoundIdentifier, FoundIdentifiers } from '../base/clause/collect-identifiers.ts'
import { IDENTIFIER_KINDS, type IdentifierKind } from '../base/clause/identifiers.ts'
import { named, suggesting } from '../base/clause/translate-issues.ts'
import { nearestWord } from '../base/document/nearest-word.ts'
import { placeAt, type SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'

/** Names declared twice, and references that name nothing (lint XR01). */
export function checkReferences(root: SourceNode, { found, hidden }: FoundIdentifiers): readonly Issue[] {
  const declared = new Map<IdentifierKind, Map<string, FoundIdentifier>>()
  const issues: Issue[] = []
  for (const one of found.filter(({ does }) => does === 'declare')) {
    const names = declared.get(one.kind) ?? new Map<string, FoundIdentifier>()
    declared.set(one.kind, names)
    const first = names.get(one.text)
    if (first === undefined) names.set(one.text, one)
    else if (!sharesNames(one, first)) issues.push(declaredTwice(one, first))
  }
  for (const one of found) {
    if (one.does !== 'refer') continue
    const kinds = one.or === undefined ? [one.kind] : [one.kind, one.or]
    if (kinds.some((kind) => hidden.has(kind))) continue
    const names = kinds.flatMap((kind) => [...(declared.get(kind)?.keys() ?? [])])
    if (names.includes(one.text) || (one.ifDeclared && !declared.has(one.kind))) continue
    issues.push(unresolved(root, one, names))
  }
  return issues
}

/** The urgencies of a matrix are written again for each impact. */
function sharesNames(one: FoundIdentifier, first: FoundIdentifier): boolean {
  return one.kind === 'urgency' && one.path.at(-2) !== first.path.at(-2)
}

function declaredTwice(one: FoundIdentifier, first: FoundIdentifier): Issue {
  const { line, column } = first.position
  return {
    code: 'duplicate-id',
    place: placeAt(one.position, one.path),
    message: localise(
      `« ${one.text} » est déjà déclaré à la ligne ${line}, colonne ${column}`,
      `"${one.text}" is already declared at line ${line}, column ${column}`,
    ),
    expected: localise('un identifiant unique', 'a unique id'),
  }
}

function unresolved(root: SourceNode, one: FoundIdentifier, names: readonly string[]): Issue {
  const none = IDENTIFIER_KINDS[one.kind]
  const message = localise(`${none.fr} « ${one.text} »`, `${none.en} "${one.text}"`)
  return {
    code: 'unresolved-reference',
    place: placeAt(one.position, one.path),
    message: named(root, one.path.slice(0, -1), suggesting(message, nearestWord(one.text, names))),
    ...(names.length > 0 && {
      expected: localise(`l’un de : ${names.join(', ')}`, `one of ${names.join(', ')}`),
    }),
  }
}
