import { sameValue } from '../base/document/same-value.ts'
import type { SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { applyChange, type Change, type ChangeFault, isPrefix } from './apply-change.ts'
import { indexOf, pointerOf, type Tokens, valueAt } from './json-pointer.ts'
import type { Amendment } from './read-amendment.ts'

/** The contract's document after an amendment, or the change that cannot be applied: the later ones stand on it. */
export type AmendedDocument =
  | { readonly ok: true; readonly root: SourceNode }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Applies an amendment's changes in order (RFC 6902), each through a list index guarded by a test that still holds. */
export function amend(contract: SourceNode, amendment: Amendment): AmendedDocument {
  let root = contract
  const tests: Test[] = []
  for (const [index, change] of amendment.changes.entries()) {
    const fault = refusalOf(root, change, tests)
    if (fault) return { ok: false, issues: [changeIssue(index, change, fault)] }
    const changed = applyChange(root, change)
    if (typeof changed === 'string')
      return { ok: false, issues: [changeIssue(index, change, sentenceOf(changed, change))] }
    root = changed
    if (change.op === 'test') tests.push(change)
  }
  return { ok: true, root }
}

type Test = Extract<Change, { readonly op: 'test' | 'add' | 'replace' }>
type Fault = Required<Pick<Issue, 'code' | 'message' | 'expected'>>

/** What an amendment may not touch: the identity of the contract and the dates that the amendment itself carries. */
const PROTECTED: readonly Tokens[] = [
  ['vigie'],
  ['contract', 'id'],
  ['contract', 'effectiveFrom'],
  ['contract', 'signedOn'],
]
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

function refusalOf(root: SourceNode, change: Change, tests: readonly Test[]): Fault | undefined {
  const pointers = 'from' in change ? [change.from, change.path] : [change.path]
  const forbidden = pointers.flat().find((token) => FORBIDDEN.has(token))
  if (forbidden !== undefined) {
    const message = localise(`la clé « ${forbidden} » est interdite`, `the key "${forbidden}" is forbidden`)
    return { code: 'forbidden-key', message, expected: localise('un autre nom', 'another name') }
  }
  if (change.op === 'test') return undefined
  const written = change.op === 'move' ? pointers : [change.path]
  if (written.some((path) => PROTECTED.some((one) => isPrefix(path, one) || isPrefix(one, path)))) {
    const message = localise(
      'un avenant ne change ni l’identité du contrat ni sa date d’effet',
      'an amendment changes neither the identity of the contract nor its effective date',
    )
    const expected = localise('un autre endroit du contrat', 'another place of the contract')
    return { code: 'protected-path', message, expected }
  }
  for (const pointer of pointers) {
    const inserted = pointer === change.path && change.op !== 'remove' && change.op !== 'replace'
    const unguarded = unguardedIndex(root, pointer, inserted, tests)
    if (unguarded) return unguarded
  }
  return undefined
}

/** An index alone names another element as soon as the list moves. Where a value is inserted, no element is named. */
function unguardedIndex(
  root: SourceNode,
  pointer: Tokens,
  inserted: boolean,
  tests: readonly Test[],
): Fault | undefined {
  const last = inserted ? pointer.length - 1 : pointer.length
  for (let length = 1; length <= last; length++) {
    const path = pointer.slice(0, length)
    const parent = valueAt(root, path.slice(0, -1))
    const element = valueAt(root, path)
    if (parent?.kind !== 'list' || element === undefined || indexOf(path.at(-1) ?? '') === undefined) continue
    const identity = identityOf(element, path)
    const holds = tests.some(({ path: tested, value }) => {
      const found = valueAt(root, tested)
      return isPrefix(identity, tested) && found !== undefined && sameValue(found, value)
    })
    if (!holds) return unguarded(root, identity)
  }
  return undefined
}

/** What names an element: its `id`, else its `reason`, else the element itself. */
function identityOf(element: SourceNode, path: Tokens): Tokens {
  const key = ['id', 'reason'].find((name) => valueAt(element, [name]) !== undefined)
  return key === undefined ? path : [...path, key]
}

function unguarded(root: SourceNode, identity: Tokens): Fault {
  const pointer = pointerOf(identity)
  const found = valueAt(root, identity)
  const value = found?.kind === 'text' ? found.text : '…'
  const test = `{ op: test, path: ${pointer}, value: ${value} }`
  return {
    code: 'unguarded-index',
    message: localise(
      'ce changement passe par un rang de liste sans avoir vérifié quel élément s’y trouve',
      'this change goes through a list index without having tested which element stands there',
    ),
    expected: localise(`avant lui, dans le même avenant : ${test}`, `before it, in the same amendment: ${test}`),
  }
}

function sentenceOf(fault: ChangeFault, change: Change): Fault {
  const pointer = pointerOf('from' in change ? change.from : change.path)
  switch (fault) {
    case 'nothing-there':
      return {
        code: 'nothing-there',
        message: localise(
          `rien à cet endroit du contrat : ${pointer}`,
          `nothing at this place of the contract: ${pointer}`,
        ),
        expected: localise('le pointeur d’une valeur qui existe', 'the pointer of a value that exists'),
      }
    case 'test-failed':
      return {
        code: 'test-failed',
        message: localise(
          `le contrat ne porte pas cette valeur en ${pointer}`,
          `the contract does not hold this value at ${pointer}`,
        ),
        expected: localise('la valeur du contrat avant ce changement', 'the value of the contract before this change'),
      }
    case 'into-itself':
      return {
        code: 'into-itself',
        message: localise('une valeur ne peut pas être déplacée en elle-même', 'a value cannot move into itself'),
        expected: localise('un endroit hors de cette valeur', 'a place outside this value'),
      }
  }
}

function changeIssue(index: number, { at }: Change, fault: Fault): Issue {
  return { ...fault, place: { ...at, path: `changes[${index}].path` } }
}
